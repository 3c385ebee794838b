import { isBlank, trimCell } from '../../cell-text.ts'
import type { RawBlock, RawRow } from '../../document.ts'

/** The first cell of a row, a number or a heading, hardly ever takes more lines than this. */
const MOST_LINES = 4
const LONGEST_LINE = 40
const MOST_COLUMNS = 30

/** Cells of one row; what stands in the text before the row, if anything, is still glued to its first cell. */
type Piece = string[]

/** Behind a row's last cell stands a line break or, where its end was not made out, one more cell that is empty. */
const endsRow = (cell: string | undefined): boolean => cell === '' || cell?.startsWith('\n') === true

/** The rows of a width, or of one cell over all of it, that follow each other from a cell on. */
const rowsFrom = (cells: readonly string[], from: number, width: number): { pieces: Piece[]; to: number } => {
  const pieces: Piece[] = []
  let at = from
  for (;;) {
    const length = endsRow(cells[at + width]) ? width : pieces.length > 0 && endsRow(cells[at + 1]) ? 1 : 0
    if (length === 0) return { pieces, to: at }
    const [first = '', ...others] = cells.slice(at, at + length)
    pieces.push([at > from ? first.replace(/^\n/u, '') : first, ...others])
    at += length + (cells[at + length] === '' ? 1 : 0)
  }
}

/** Cuts a text into rows: of all widths the one that takes the most cells, the narrower of equals; then the rest likewise. */
const cutRows = (text: string): { pieces: Piece[]; rest: string } => {
  const cells = text.split('\t')
  const pieces: Piece[] = []
  let at = 0
  while (at < cells.length - 1) {
    let best = { pieces: [] as Piece[], to: at }
    for (let width = 2; width <= MOST_COLUMNS; width++) {
      const found = rowsFrom(cells, at, width)
      if (found.to > best.to) best = found
    }
    if (best.to === at) break
    pieces.push(...best.pieces)
    at = best.to
  }
  return { pieces, rest: cells.slice(at).join('\n') }
}

const staysInCell = (lines: readonly string[]): boolean =>
  lines.length <= MOST_LINES && lines.every((line) => line.length <= LONGEST_LINE && !/[。；：]$/u.test(line))

/** Blocks of a text in which a tab ends a cell. Which cells are merged such a text does not tell; a merged cell is empty. */
export const readCellMarks = (text: string): RawBlock[] => {
  const { pieces, rest } = cutRows(text)
  const blocks: RawBlock[] = []
  let rows: RawRow[] = []
  let line = 1
  const addLines = (lines: readonly string[]): void => {
    for (const each of lines) {
      if (!isBlank(each)) blocks.push({ kind: 'paragraph', text: trimCell(each), line })
      line++
    }
  }
  for (const [first = '', ...others] of pieces) {
    const lines = first.split('\n')
    const goesOn = rows.at(-1)?.cells.length === others.length + 1 && staysInCell(lines)
    if (!goesOn) {
      rows = []
      addLines(lines.slice(0, -1))
    }
    const row = { cells: [goesOn ? first : (lines.at(-1) ?? ''), ...others], line: line++ }
    if (rows.length === 0) blocks.push({ kind: 'table', rows })
    rows.push(row)
  }
  addLines(rest.split('\n'))
  return blocks
}
