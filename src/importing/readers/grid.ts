import { isBlank } from '../cell-text.ts'
import type { RawRow } from '../document.ts'
import type { FlowCell, FlowRow } from './flow.ts'

const startsOf = (cells: readonly FlowCell[]): string => cells.map(({ from }) => from).join(',')

/** The places at which the cells of most rows begin; of equals the ones of more cells. */
const usualStarts = (rows: readonly FlowRow[]): number[] => {
  const counts = new Map<string, { starts: number[]; times: number }>()
  for (const { cells } of rows) {
    const key = startsOf(cells)
    const known = counts.get(key) ?? { starts: cells.map(({ from }) => from), times: 0 }
    known.times++
    counts.set(key, known)
  }
  return [...counts.values()].reduce((best, each) =>
    each.times > best.times || (each.times === best.times && each.starts.length > best.starts.length) ? each : best,
  ).starts
}

/**
 * A row with as many cells as most rows have, but with its borders dragged a little, has the same columns (Word keeps a
 * grid of its own for each row).
 */
const snap = (cells: readonly FlowCell[], starts: readonly number[], width: number): readonly FlowCell[] =>
  cells.length === starts.length && cells.length > 1
    ? cells.map((cell, i) => ({ ...cell, from: starts[i] as number, to: starts[i + 1] ?? width }))
    : cells

/**
 * Rows of one width from cells that span columns: what is merged with another cell is empty, and what was left empty holds
 * a blank. Columns in which no cell begins are left out.
 */
export const alignRows = (rows: readonly FlowRow[], textOf: (cell: FlowCell) => string): Omit<RawRow, 'line'>[] => {
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ to }) => to)))
  const starts = usualStarts(rows)
  const snapped = rows.map(({ cells }) => snap(cells, starts, width))
  const columns = [...new Set(snapped.flatMap((cells) => cells.map(({ from }) => from)))].sort((a, b) => a - b)
  const placeOf = new Map(columns.map((column, place) => [column, place]))
  return snapped.map((cells) => {
    // before its first cell and behind its last a row may be shorter than the others
    const texts: string[] = columns.map((column) =>
      cells.some(({ from, to }) => from < column && column < to) ? '' : ' ',
    )
    const above: number[] = []
    for (const cell of cells) {
      const place = placeOf.get(cell.from) as number
      if (cell.above) {
        above.push(place)
        texts[place] = ''
        continue
      }
      const text = textOf(cell)
      texts[place] = isBlank(text) ? ' ' : text
    }
    return { cells: texts, above }
  })
}
