import { isBlank, oneLine } from '../cell-text.ts'
import { type ColumnRole, readHeading } from './column-roles.ts'
import { wholeYear } from './stages.ts'

/** A column of a table that has a head. */
export interface Column {
  /** Place in the row, from 0. */
  index: number
  heading: string
  /** null: unknown, read over. */
  role: ColumnRole | null
}

export interface TableHead {
  columns: Column[]
  /** Rows that it takes. */
  height: 1 | 2
}

const FULL = 1
const HALF = 0.5
const ENOUGH = 2

interface HeadRow {
  score: number
  kinds: Set<string>
  filled: number
}

const rate = (cells: readonly string[]): HeadRow => {
  const kinds = new Set<string>()
  let score = 0
  let filled = 0
  for (const cell of cells) {
    if (isBlank(cell)) continue
    filled++
    // a head has no figures of its own: a row that begins with its number is a row
    if (/^\s*\d+\s*$/u.test(cell)) return { score: 0, kinds, filled }
    const reading = readHeading(cell)
    if (!reading) continue
    score += reading.exact ? FULL : HALF
    kinds.add(reading.role.kind)
  }
  return { score, kinds, filled }
}

const TELLING = ['text', 'units', 'lead', 'goal', 'office']

/** Whether a row stands at the head of a table: it names several kinds of column, and little else. */
export const isHeadRow = (cells: readonly string[]): boolean => {
  const { score, kinds, filled } = rate(cells)
  return score >= ENOUGH && kinds.size >= 2 && score * 2 >= filled && TELLING.some((kind) => kinds.has(kind))
}

/** The second row of a head: it only parts what the first row's cells hold together (责任分工 over 牵头单位, 配合单位). */
const isSecondRow = (first: readonly string[], second: readonly string[]): boolean => {
  const { score, filled } = rate(second)
  if (filled === 0 || score * 2 < filled) return false
  const asAbove = second.filter((cell, i) => !isBlank(cell) && oneLine(cell) === oneLine(first[i] ?? '')).length
  return score >= 1 && second.every((cell) => isBlank(cell) || readHeading(cell) !== null) && asAbove < filled
}

const columnOf = (cells: readonly string[], below: readonly string[] | null, index: number): Column => {
  const upper = oneLine(cells[index] ?? '')
  const lower = oneLine(below?.[index] ?? '')
  // a cell merged over several columns stands blank after its first
  const heading = lower === '' ? upper : lower
  return { index, heading, role: readHeading(heading)?.role ?? readHeading(upper)?.role ?? null }
}

/** Columns headed by several years are what is to be done in each; one that names a year is a column like any other. */
const withYears = (columns: Column[]): Column[] => {
  const years = columns.filter(({ heading }) => wholeYear(heading) !== null)
  return years.length < 2
    ? columns
    : columns.map((column) => {
        const period = wholeYear(column.heading)
        return period === null ? column : { ...column, role: { kind: 'stage', period } }
      })
}

/** 工作任务 over two columns: the heading of the task and the task itself; the second stands blank in the head. */
const withWideTexts = (columns: Column[]): Column[] => {
  let before: Column | undefined
  return columns.map((column) => {
    const goesOn = column.heading === '' && column.role === null && before?.role?.kind === 'text'
    before = goesOn && before ? { ...column, role: before.role } : column
    return before
  })
}

/** The head at a place in a table, or null where none stands there. */
export const headAt = (rows: readonly { cells: readonly string[] }[], at: number): TableHead | null => {
  const first = rows[at]?.cells
  if (!first) return null
  const second = rows[at + 1]?.cells
  const two = second !== undefined && isSecondRow(first, second) && (isHeadRow(first) || rate(first).score >= 1)
  if (!two && !isHeadRow(first)) return null
  const width = Math.max(first.length, two ? second.length : 0)
  const columns = Array.from({ length: width }, (_, i) => columnOf(first, two ? second : null, i))
  return { columns: withYears(withWideTexts(columns)), height: two ? 2 : 1 }
}

const LONGEST_GUESSED = 15

/**
 * The first row as a head of which hardly any heading is known: short words, no figures, no stops. Whether it is one is
 * for the columns' contents to tell.
 */
export const possibleHead = (rows: readonly { cells: readonly string[] }[]): TableHead | null => {
  const first = rows[0]?.cells
  const isHeading = (cell: string): boolean =>
    !isBlank(cell) && oneLine(cell).length <= LONGEST_GUESSED && !/\d|[。；，]/u.test(cell)
  if (!first || rows.length < 3 || first.length < 3 || !first.every(isHeading)) return null
  return { columns: first.map((_, i) => columnOf(first, null, i)), height: 1 }
}
