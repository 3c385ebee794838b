import { isBlank, trimCell } from '../cell-text.ts'
import type { RawBlock, RawRow } from '../document.ts'
import type { Flow, FlowCell, FlowRow } from './flow.ts'
import { alignRows } from './grid.ts'
import { readTextBlocks } from './text.ts'

type Table = Extract<Flow, { kind: 'table' }>

/** A nested table of at least this size is a table of its own, and what holds it is there for the page's looks. */
const LEAST_COLUMNS = 3
const LEAST_ROWS = 2

const textOf = (content: readonly Flow[]): string =>
  content
    .map((part) =>
      part.kind === 'paragraph'
        ? part.text
        : part.rows.map(({ cells }) => cells.map((cell) => textOf(cell.content)).join(' ')).join('\n'),
    )
    .join('\n')

const holdsTable = (cell: FlowCell): boolean =>
  cell.content.some(
    (part) =>
      part.kind === 'table' &&
      (part.rows.filter(({ cells }) => cells.length >= LEAST_COLUMNS).length >= LEAST_ROWS ||
        part.rows.some(({ cells }) => cells.some(holdsTable))),
  )

const isFilled = (cell: FlowCell): boolean => !cell.above && !isBlank(textOf(cell.content))

/** Whether a row only frames what is in it: a table of its own, beside at most a margin. */
const isFrame = ({ cells }: FlowRow): boolean => cells.some(holdsTable) && cells.length < LEAST_COLUMNS

/** A text over the width of the table before its rows begin: the title, a note, the unit of measure. */
const isTitle = ({ cells }: FlowRow): boolean => {
  const filled = cells.filter(isFilled)
  return filled.length === 1 && filled[0]?.from === 0
}

const isOneColumn = ({ rows }: Table): boolean => rows.every(({ cells }) => cells.length <= 1)

/** Blocks in the order of the document. `line` counts its paragraphs and rows, from 1. */
const blocksOfFlow = (flow: readonly Flow[]): RawBlock[] => {
  const blocks: RawBlock[] = []
  let line = 0
  const addTable = (rows: readonly FlowRow[]): void => {
    if (rows.length === 0) return
    const table: RawRow[] = alignRows(rows, (cell) => trimCell(textOf(cell.content))).map((row) => ({
      ...row,
      line: ++line,
    }))
    blocks.push({ kind: 'table', rows: table })
  }
  const add = (part: Flow): void => {
    if (part.kind === 'paragraph') {
      for (const text of part.text.split('\n')) {
        line++
        if (!isBlank(text)) blocks.push({ kind: 'paragraph', text: trimCell(text), line })
      }
      return
    }
    if (isOneColumn(part)) {
      for (const { cells } of part.rows) for (const cell of cells) cell.content.forEach(add)
      return
    }
    let rows: FlowRow[] = []
    for (const row of part.rows) {
      if (isFrame(row)) {
        addTable(rows)
        rows = []
        for (const cell of row.cells) cell.content.forEach(add)
      } else if (rows.length === 0 && isTitle(row)) row.cells.find(isFilled)?.content.forEach(add)
      else if (rows.length > 0 || row.cells.some(isFilled)) rows.push(row)
    }
    addTable(rows)
  }
  flow.forEach(add)
  return blocks
}

/** A document without tables whose lines hold tabs may have its tables written down with them, as dumps of text do. */
export const blocksOf = (flow: readonly Flow[]): RawBlock[] => {
  const lines = flow.map((part) => (part.kind === 'paragraph' ? part.text : null))
  const text = lines.join('\n')
  return lines.includes(null) || !text.includes('\t') ? blocksOfFlow(flow) : readTextBlocks(text)
}
