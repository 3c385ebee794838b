import { isBlank, trimCell } from '../../cell-text.ts'
import type { RawBlock, RawRow } from '../../document.ts'
import type { Sheet } from './sheet.ts'

const isTitle = ({ cells }: RawRow): boolean => !isBlank(cells[0] ?? '') && cells.slice(1).every(isBlank)

/** A sheet as the lines above its table, and the table; its name stands in for a title. */
export const sheetBlocks = ({ rows }: Sheet, name: string | null): RawBlock[] => {
  const from = rows.findIndex((row) => !isTitle(row))
  const titles = from < 0 ? rows : rows.slice(0, from)
  const table = from < 0 ? [] : rows.slice(from)
  return [
    ...(name === null || titles.length > 0 ? [] : [{ kind: 'paragraph' as const, text: name, line: 1, caption: true }]),
    ...titles.flatMap(({ cells, line }) =>
      trimCell(cells[0] ?? '')
        .split('\n')
        .map((text) => ({ kind: 'paragraph' as const, text, line })),
    ),
    ...(table.length > 0 ? [{ kind: 'table' as const, rows: table }] : []),
  ]
}
