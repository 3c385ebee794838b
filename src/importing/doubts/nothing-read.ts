import type { Doubt } from '../../domain/index.ts'
import { isBlank } from '../cell-text.ts'
import type { RawBlock } from '../document.ts'

/** Line at which a table of several rows and columns begins. */
const tableLine = (blocks: readonly RawBlock[]): number | null => {
  const filled = (cells: readonly string[]): boolean => cells.filter((cell) => !isBlank(cell)).length > 1
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const [first, second] = block.rows.filter(({ cells }) => filled(cells))
    if (first && second) return first.line
  }
  return null
}

/** The one doubt of a document that set no tasks: what kept them from being read, where that can be told. */
export const nothingRead = (file: string, blocks: readonly RawBlock[], doubts: readonly Doubt[]): Doubt => {
  const line = tableLine(blocks)
  const reason =
    doubts[0]?.message ??
    (line === null
      ? null
      : `第${line}行起的表格没有认出表头，请在第一行写明栏名，如序号、工作任务、责任单位、完成时限。`)
  return { field: 'document', message: `“${file}”里没有读到任务${reason === null ? '。' : `：${reason}`}` }
}
