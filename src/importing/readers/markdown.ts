import type { RawBlock, RawDocument, RawRow } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { readHtmlText } from './html.ts'
import type { FileContents } from './reader.ts'
import { readTextBlocks } from './text.ts'

/** A table of HTML in the text, or one drawn as a grid of +, - and |. */
const TABLE = /<table[\s>][\s\S]*?<\/table>|^\+[-=:+]{3,}\n(?:[|+].*(?:\n|$))+/gimu
const ESCAPED = /\\([\\`*_{}[\]()#+.!|>~<"'-])/gu
const BULLET = /^[ \t]*[-*+•][ \t]+/gmu
/** The line under a heading. */
const UNDERLINE = /^(?:=+|-{3,})[ \t]*$/gmu

const plain = (text: string): string => text.replace(UNDERLINE, '').replace(BULLET, '').replace(ESCAPED, '$1')

/** Rows of a drawn grid: the lines between two rules are the lines of one row's cells. */
const readGrid = (lines: readonly string[]): RawRow[] => {
  const rows: RawRow[] = []
  let begins = true
  lines.forEach((line, i) => {
    if (!line.startsWith('|')) {
      begins = true
      return
    }
    const cells = line.replace(/^\||\|\s*$/gu, '').split('|')
    const row = rows.at(-1)
    if (begins || !row) rows.push({ cells: cells.map((cell) => cell.trim()), line: i + 1 })
    else row.cells = row.cells.map((cell, column) => `${cell}\n${cells[column]?.trim() ?? ''}`.trim())
    begins = false
  })
  return rows
}

const tableBlocks = (source: string): RawBlock[] =>
  source.startsWith('+') ? [{ kind: 'table', rows: readGrid(source.split('\n')) }] : readHtmlText(source).blocks

const below = (block: RawBlock, lines: number): RawBlock =>
  block.kind === 'table'
    ? { ...block, rows: block.rows.map((row) => ({ ...row, line: row.line + lines })) }
    : { ...block, line: block.line + lines }

/** Markdown: its own tables, those drawn as grids, and those written in HTML, which it falls back on for merged cells. */
export const readMarkdown = ({ name, bytes }: FileContents): RawDocument => {
  const text = decodeText(name, bytes)
  const blocks: RawBlock[] = []
  let from = 0
  let lines = 0
  const add = (source: string, read: (source: string) => RawBlock[]): void => {
    blocks.push(...read(source).map((block) => below(block, lines)))
    lines += source.split('\n').length - 1
  }
  for (const match of text.matchAll(TABLE)) {
    add(text.slice(from, match.index), (source) => readTextBlocks(plain(source)))
    add(match[0], tableBlocks)
    from = match.index + match[0].length
  }
  add(text.slice(from), (source) => readTextBlocks(plain(source)))
  return { file: name, blocks }
}
