import { isBlank, squeeze } from '../cell-text.ts'
import { type ColumnRole, readHeading } from '../columns/column-roles.ts'
import type { RawBlock, RawRow } from '../document.ts'

interface Line {
  text: string
  line: number
}

const LONGEST_HEADING = 12
const NUMBER = /^\d{1,3}$/u
const MOST_COLUMNS = 10
/** An annex, or a numbered heading: never the rest of a row. */
const ENDS_TABLE = /^附\s*[件表]|^[（(]?(?:此件|联系人)|^注[:：]/u
const SECTION = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/u

const WHO: readonly string[] = ['units', 'lead', 'cooperating']

const roleOf = (text: string): ColumnRole | null =>
  text.length > LONGEST_HEADING ? null : (readHeading(text)?.role ?? null)

/** The headings of a table that begin at `from`, each a line: 序号 first, who is responsible among them, then the first number. */
const headAt = (lines: readonly Line[], from: number): (ColumnRole | null)[] | null => {
  if (roleOf(lines[from]?.text ?? '')?.kind !== 'number') return null
  const roles: (ColumnRole | null)[] = []
  for (let at = from; at < lines.length && roles.length <= MOST_COLUMNS; at++) {
    const text = squeeze(lines[at]?.text ?? '')
    if (text === '1') return roles.length >= 3 && roles.some((role) => WHO.includes(role?.kind ?? '')) ? roles : null
    if (text.length > LONGEST_HEADING || /[。；，]/u.test(text)) return null
    roles.push(roleOf(text))
  }
  return null
}

/** Cells of a row from its lines: what is too much belongs to the last column that names units, which may list several. */
const cellsOf = (values: readonly string[], roles: readonly (ColumnRole | null)[]): string[] => {
  const width = roles.length - 1
  const extra = values.length - width
  if (extra <= 0) return [...values, ...new Array<string>(-extra).fill('')]
  const units = roles.slice(1).findLastIndex((role) => WHO.includes(role?.kind ?? ''))
  return [
    ...values.slice(0, units),
    values.slice(units, units + extra + 1).join('\n'),
    ...values.slice(units + extra + 1),
  ]
}

/** The rows behind a head, in the order of their numbers, and where they end. */
const rowsFrom = (lines: readonly Line[], from: number, roles: readonly (ColumnRole | null)[]) => {
  const rows: RawRow[] = []
  let at = from
  for (let number = 1; squeeze(lines[at]?.text ?? '') === String(number); number++) {
    const values: string[] = []
    const { line } = lines[at] as Line
    let section: Line | null = null
    for (at++; at < lines.length; at++) {
      const next = lines[at] as Line
      if (squeeze(next.text) === String(number + 1) || ENDS_TABLE.test(next.text)) break
      const isLast = !lines.slice(at).some(({ text }) => squeeze(text) === String(number + 1))
      if (isLast && values.length === roles.length - 1) break
      if (values.length >= roles.length - 1 && SECTION.test(next.text)) section = next
      else values.push(next.text)
    }
    rows.push({ cells: [String(number), ...cellsOf(values, roles)], line })
    if (section)
      rows.push({ cells: [section.text, ...new Array<string>(roles.length - 1).fill('')], line: section.line })
  }
  return { rows, end: at }
}

/** Rows that a table has at least, to be taken for one. */
const LEAST_ROWS = 2

/**
 * Tables that a page or a PDF gave up one cell a line: a line 序号, the other headings, then 1 and its cells, 2 and its cells.
 * Paragraphs that are none of it stay where they are.
 */
export const readLineCells = (blocks: readonly RawBlock[]): RawBlock[] => {
  if (!blocks.some((block) => block.kind === 'paragraph' && NUMBER.test(squeeze(block.text)))) return [...blocks]
  const read: RawBlock[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as RawBlock
    const run: Line[] = []
    if (block.kind === 'paragraph' && roleOf(block.text)?.kind === 'number')
      for (let next = at; blocks[next]?.kind === 'paragraph'; next++) run.push(blocks[next] as Line & RawBlock)
    const roles = headAt(run, 0)
    const table = roles && rowsFrom(run, roles.length, roles)
    if (roles && table && table.rows.length >= LEAST_ROWS) {
      const head = { cells: run.slice(0, roles.length).map(({ text }) => text), line: run[0]?.line ?? 1 }
      read.push({ kind: 'table', rows: [head, ...table.rows.filter(({ cells }) => !cells.every(isBlank))] })
      at += table.end - 1
    } else read.push(block)
  }
  return read
}
