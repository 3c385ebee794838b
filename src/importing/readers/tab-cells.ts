import { isBlank, squeeze, trimCell } from '../cell-text.ts'
import type { RawBlock } from '../document.ts'
import { groupRows } from './group-rows.ts'

/** A cell of a dumped Word table: a tab begins it, the lines that follow go on with it. */
export interface DumpedCell {
  lines: string[]
  /** From 1. */
  line: number
  /** A blank line stands before it, as between two rows. */
  afterGap: boolean
}

const CELL_START = /^[ \u00a0\u3000]*\t/u
/** How a note, a signature or the next annex begins: never the rest of a cell. */
const NOTE = /^[（(]?(?:注|备注|说明|附件|附表|附|抄送|填报|联系人)\s*\d*[:：.．、]?|^[*※]/u

export const beginsCell = (line: string): boolean => CELL_START.test(line)

/** Short words in every cell: what stands at the head of a table. */
const headLike = (cells: readonly DumpedCell[]): boolean =>
  cells.length >= 3 &&
  cells.every((cell) => {
    const text = squeeze(cell.lines.join(''))
    return text !== '' && text.length <= 25 && !/^\d+$|[。；;]/u.test(text)
  })

const nextGroup = (cells: readonly DumpedCell[], from: number): DumpedCell[] => {
  let to = from + 1
  while (to < cells.length && !cells[to]?.afterGap) to++
  return cells.slice(from, to)
}

/**
 * Where in a cell's lines something else begins that the dump runs on behind the table's last cell: a note, or the
 * heading of the next table. The cell's own length where nothing does.
 */
const tailOf = (cells: readonly DumpedCell[], at: number): number => {
  const { lines } = cells[at] as DumpedCell
  const note = lines.findIndex((line, i) => i > 0 && NOTE.test(trimCell(line)))
  const last = at === cells.length - 1
  const beforeHead = !last && cells[at + 1]?.afterGap === true && headLike(nextGroup(cells, at + 1))
  if (!last && !beforeHead) return lines.length
  const gap = lines.findIndex((line, i) => i > 0 && isBlank(line) && lines.slice(i).some((rest) => !isBlank(rest)))
  const gapEnds = gap > 0 && (beforeHead || lines.slice(gap).some((line) => /[。！]$/u.test(trimCell(line))))
  const ends = [note, gapEnds ? gap : -1].filter((i) => i > 0)
  return ends.length === 0 ? lines.length : Math.min(...ends)
}

const tableOf = (cells: readonly DumpedCell[]): RawBlock => ({
  kind: 'table',
  rows: groupRows(cells).map((row) => ({
    cells: row.map((cell) => cell.lines.join('\n').replace(/\n+$/u, '')),
    line: row[0]?.line ?? 1,
  })),
})

const paragraphsOf = (lines: readonly string[], firstLine: number): RawBlock[] =>
  lines.flatMap((text, i) =>
    isBlank(text) ? [] : [{ kind: 'paragraph' as const, text: trimCell(text), line: firstLine + i }],
  )

/**
 * The dump of Word tables in which a tab at a line's start begins a cell, other lines go on with it, and rows are
 * parted by blank lines, which also occur inside cells.
 */
export const readTabCells = (lines: readonly string[]): RawBlock[] => {
  const cells: DumpedCell[] = []
  const blocks: RawBlock[] = []
  let gap = false
  lines.forEach((line, i) => {
    if (beginsCell(line)) cells.push({ lines: [line.replace(CELL_START, '')], line: i + 1, afterGap: gap })
    else if (cells.length > 0) cells.at(-1)?.lines.push(line)
    else blocks.push(...paragraphsOf([line], i + 1))
    gap = isBlank(line) && !beginsCell(line)
  })
  let from = 0
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as DumpedCell
    const end = tailOf(cells, at)
    if (end === cell.lines.length && at < cells.length - 1) continue
    const tail = cell.lines.splice(end)
    blocks.push(tableOf(cells.slice(from, at + 1)), ...paragraphsOf(tail, cell.line + end))
    from = at + 1
  }
  return blocks
}
