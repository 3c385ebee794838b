import type { Block } from './blocks.ts'
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
  const headings = rowOf(columns)
  const width = Math.max(headings.length, 1)
  const blocks: Block[] = []
  let kept: Row[] = []
  let size = 0
  const sizeOf = (row: Row): number => JSON.stringify(row).length + 1
  const close = (): void => {
    if (kept.length === 0) return
    const settings = Array.from({ length: width }, () => ({ is_wrapped: true }))
    blocks.push({ type: 'table', rows: [headings, ...kept], column_settings: settings })
    kept = []
    size = 0
  }
  for (const cells of rows) {
    // every row has as many cells as there are headings
    const row = rowOf(Array.from({ length: Math.max(columns.length, 1) }, (_, i) => cells[i] ?? ''))
    if (kept.length > 0 && (kept.length >= ROWS - 1 || size + sizeOf(row) > SIZE - sizeOf(headings))) close()
    kept.push(row)
    size += sizeOf(row)
  }
  close()
  return blocks
}
