import { isBlank } from '../../cell-text.ts'
import type { Flow, FlowCell, FlowRow } from '../flow.ts'
import type { PageTable } from './lattice.ts'

/** Borders that differ by less than this stand in the same place. */
const NEAR = 4
/** A column that is filled in so large a share of the rows is filled in every row. */
const ALWAYS = 0.9

export const sameColumns = (a: PageTable, b: PageTable): boolean =>
  a.columns.length === b.columns.length && a.columns.every((x, i) => Math.abs(x - (b.columns[i] as number)) < NEAR)

const textOf = ({ content }: FlowCell): string =>
  content.map((part: Flow) => (part.kind === 'paragraph' ? part.text : '')).join('\n')

const cellAt = ({ cells }: FlowRow, column: number): FlowCell | undefined => cells.find(({ from }) => from === column)
const isFilled = (row: FlowRow, column: number): boolean => {
  const cell = cellAt(row, column)
  return cell !== undefined && !cell.above && !isBlank(textOf(cell))
}

const sameRow = (a: FlowRow, b: FlowRow): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every((cell, i) => textOf(cell).replace(/\s/gu, '') === textOf(b.cells[i] as FlowCell).replace(/\s/gu, ''))

/** The columns that every row fills. */
const filledColumns = (rows: readonly FlowRow[], width: number): number[] => {
  const whole = rows.filter(({ cells }) => cells.length > 1)
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) => whole.filter((row) => isFilled(row, column)).length >= whole.length * ALWAYS,
  )
}

/** Columns in which cells are merged downwards somewhere. */
const mergedColumns = (rows: readonly FlowRow[]): Set<number> =>
  new Set(rows.flatMap(({ cells }) => cells.filter(({ above }) => above).map(({ from }) => from)))

/** A row cut in two at a page's end, as one again. */
const joinRow = (upper: FlowRow, lower: FlowRow): FlowRow => ({
  cells: upper.cells.map((cell) => {
    const rest = cellAt(lower, cell.from)
    const more = rest ? textOf(rest) : ''
    if (isBlank(more)) return cell
    const text = textOf(cell)
    return { ...cell, content: [{ kind: 'paragraph', text: text + more }] }
  }),
})

/**
 * A table that goes on on the next page, as one. A head that is repeated is left out; a row that lacks what every other row
 * has is the rest of the one before it; a cell left blank at the top of a page is merged with the one above where its
 * column has such cells elsewhere.
 * @returns the place of the row that was put together, or null.
 */
export const joinTables = (table: PageTable, next: PageTable): number | null => {
  let rows = next.rows
  const heads = table.rows.slice(0, 2)
  const repeated = heads.length > 0 && rows[0] && sameRow(rows[0], heads[0] as FlowRow)
  if (repeated) rows = rows.slice(rows[1] && heads[1] && sameRow(rows[1], heads[1]) ? 2 : 1)
  const [first, ...others] = rows
  const last = table.rows.at(-1)
  if (!first || !last) {
    table.rows.push(...rows)
    return null
  }
  const always = filledColumns([...table.rows.slice(1), ...others], table.columns.length - 1)
  const lacks = first.cells.length > 1 && always.some((column) => !isFilled(first, column))
  if (lacks) {
    table.rows[table.rows.length - 1] = joinRow(last, first)
    table.rows.push(...others)
    return table.rows.length - others.length - 1
  }
  const merged = mergedColumns([...table.rows, ...others])
  const cells = first.cells.map((cell) =>
    merged.has(cell.from) && isBlank(textOf(cell)) ? { ...cell, above: true, content: [] } : cell,
  )
  table.rows.push({ cells }, ...others)
  return null
}
