import { isBlank, trimCell } from '../cell-text.ts'
import type { RawBlock, RawDocument } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './delimited.ts'
import { readLineCells } from './line-cells.ts'
import { isPipeRow, isPipeRule, pipeCells } from './pipe-tables.ts'
import type { FileContents } from './reader.ts'
import { alignShortRows } from './short-rows.ts'
import { beginsCell, readTabCells } from './tab-cells.ts'

/** A tab with something before it on the line. */
const hasInnerTab = (line: string): boolean => {
  const tab = line.lastIndexOf('\t')
  return tab > 0 && !isBlank(line.slice(0, tab))
}

/** One row a line, cells parted by tabs; a line without any among the rows is a cell merged across. */
const readTabbedRows = (lines: readonly string[]): RawBlock[] => {
  const rows = readDelimited(lines.join('\n'), '\t').filter(({ cells }) => !cells.every(isBlank))
  const first = rows.findIndex(({ cells }) => cells.length > 1)
  const last = rows.findLastIndex(({ cells }) => cells.length > 1)
  const paragraph = ({ cells, line }: (typeof rows)[number]): RawBlock => ({
    kind: 'paragraph',
    text: trimCell(cells[0] as string),
    line,
  })
  return [
    ...rows.slice(0, first).map(paragraph),
    { kind: 'table', rows: alignShortRows(rows.slice(first, last + 1)) },
    ...rows.slice(last + 1).map(paragraph),
  ]
}

/** Paragraphs, and tables drawn with strokes among them. */
const readPlain = (lines: readonly string[]): RawBlock[] => {
  const blocks: RawBlock[] = []
  lines.forEach((raw, i) => {
    if (isBlank(raw)) return
    const line = i + 1
    if (isPipeRule(raw)) return
    const inTable =
      isPipeRow(raw) &&
      (isPipeRow(lines[i + 1] ?? '') || isPipeRow(lines[i - 1] ?? '') || isPipeRule(lines[i + 1] ?? ''))
    if (!inTable) {
      blocks.push({
        kind: 'paragraph',
        text: trimCell(raw)
          .replace(/^#{1,6}\s+/u, '')
          .replace(/\*\*|^>\s+/gu, ''),
        line,
      })
      return
    }
    const last = blocks.at(-1)
    const goesOn = last?.kind === 'table' && (isPipeRow(lines[i - 1] ?? '') || isPipeRule(lines[i - 1] ?? ''))
    if (goesOn) last.rows.push({ cells: pipeCells(raw), line })
    else blocks.push({ kind: 'table', rows: [{ cells: pipeCells(raw), line }] })
  })
  return readLineCells(
    blocks.map((block) => (block.kind === 'table' ? { ...block, rows: alignShortRows(block.rows) } : block)),
  )
}

/** The blocks of a text, whichever way its tables are written down. */
export const readTextBlocks = (text: string): RawBlock[] => {
  const lines = text.split('\n')
  const inner = lines.filter((line) => hasInnerTab(line)).length
  const leading = lines.filter((line) => beginsCell(line) && !hasInnerTab(line)).length
  if (inner >= 2 && inner >= leading / 2) return readTabbedRows(lines)
  // paragraphs may be indented by a tab; cells come in rows of several, parted by blank lines
  if (leading >= 4) {
    const blocks = readTabCells(lines)
    if (blocks.some((block) => block.kind === 'table' && block.rows.filter((row) => row.cells.length > 1).length > 1))
      return blocks
  }
  return readPlain(lines)
}

/** Plain text: dumps of Word tables, tab-separated rows, prose. */
export const readTextFile = ({ name, bytes }: FileContents): RawDocument => ({
  file: name,
  blocks: readTextBlocks(decodeText(name, bytes)),
})
