import type { Block } from './blocks.ts'
import { fill, sizeOf } from './fill.ts'
import { clean, cut, oneLine } from './text.ts'

// https://docs.slack.dev/reference/block-kit/blocks/table-block
const ROWS = 100
const CELLS = 20
/** Of the JSON of one table, so that a page holds it and what stands around it. */
const SIZE = 8_000
const CELL = 400
/** Where a row has so many cells that long ones would fill a page. */
const NARROW_CELL = 120
const NARROW_FROM = 6

type Row = { type: 'raw_text'; text: string }[]

/** What does not fit into the last column stands in it as well. */
const rowOf = (cells: readonly string[]): Row => {
  const last = cells.slice(CELLS - 1).join('；')
  const kept = cells.length > CELLS ? [...cells.slice(0, CELLS - 1), last] : cells
  const max = kept.length > NARROW_FROM ? NARROW_CELL : CELL
  return kept.map((cell) => ({ type: 'raw_text', text: cut(oneLine(clean(cell)), max) || '—' }))
}

/** A table, in as many blocks as Slack's limits make of it, each with the headings. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Block[] => {
  const width = Math.max(columns.length, 1)
  const headings = rowOf(columns.length === 0 ? [''] : columns)
  // every row has as many cells as there are headings
  const shown = rows.map((cells) => rowOf(Array.from({ length: width }, (_, i) => cells[i] ?? '')))
  return fill(shown, ROWS - 1, SIZE - sizeOf(headings)).map((some) => ({
    type: 'table',
    rows: [headings, ...some],
    column_settings: headings.map(() => ({ is_wrapped: true })),
  }))
}
