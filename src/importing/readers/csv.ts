import { isBlank, trimCell } from '../cell-text.ts'
import type { RawBlock, RawDocument } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { type DelimitedRow, readDelimited } from './delimited.ts'
import type { FileContents } from './reader.ts'

/** The delimiter that the file's first lines hold most of. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 5000)
  const count = (delimiter: string): number => head.split(delimiter).length
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** Lines before the table that hold but one cell are its title and notes. */
const blocksOf = (rows: readonly DelimitedRow[]): RawBlock[] => {
  const filled = rows.filter(({ cells }) => !cells.every(isBlank))
  const isTitle = ({ cells }: DelimitedRow): boolean => cells.filter((cell) => !isBlank(cell)).length === 1
  const head = filled.findIndex((row) => !isTitle(row))
  const titles = head < 0 ? filled : filled.slice(0, head)
  const paragraphs = titles.map(({ cells, line }) => ({
    kind: 'paragraph' as const,
    text: trimCell(cells.find((cell) => !isBlank(cell)) ?? ''),
    line,
  }))
  return head < 0 ? paragraphs : [...paragraphs, { kind: 'table', rows: filled.slice(head) }]
}

/** CSV and TSV, in UTF-8, UTF-16 or GB18030. */
export const readCsv = ({ name, bytes }: FileContents): RawDocument => {
  const text = decodeText(name, bytes)
  return { file: name, blocks: blocksOf(readDelimited(text, delimiterOf(text))) }
}
