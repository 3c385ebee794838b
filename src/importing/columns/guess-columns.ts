import { completeness } from '../../units/unit-like.ts'
import { isVoid, oneLine } from '../cell-text.ts'
import { isTiming } from '../read-deadlines.ts'
import { unitsOnly } from '../unit-phrases.ts'
import type { Column } from './find-head.ts'

type Rows = readonly { cells: readonly string[] }[]

/** So large a share of a column's cells must be of a kind for the column to be. */
const MOST = 0.6
const SAMPLE = 40

const mostly = (rows: Rows, index: number, test: (text: string) => boolean): boolean => {
  const cells = rows
    .slice(0, SAMPLE)
    .map((row) => row.cells[index] ?? '')
    .filter((cell) => !isVoid(cell))
  return cells.length > 0 && cells.filter((cell) => test(cell)).length >= cells.length * MOST
}

/** 岁, 万元, %: what a column headed 单位 holds where it tells how something is measured, and not who does it. */
const isMeasure = (text: string): boolean =>
  oneLine(text).length <= LONGEST_MEASURE && completeness(oneLine(text)) === null

const LONGEST_MEASURE = 3
const AMBIGUOUS = /^(?:单\s*位|计量单位)$/u

const hasWords = (text: string): boolean => /\p{Script=Han}{2}/u.test(text)

const isShare = (text: string): boolean => /^\d{1,3}(?:\.\d+)?[%％]$/u.test(oneLine(text))

/**
 * Columns without those that are not what their headings seem to say: units of measure, shares instead of
 * deadlines, and years with figures instead of what is to be done in them.
 */
export const withoutFigures = (columns: readonly Column[], rows: Rows): Column[] =>
  columns.map((column) => {
    const { heading, index, role } = column
    const measures = role?.kind === 'units' && AMBIGUOUS.test(oneLine(heading)) && mostly(rows, index, isMeasure)
    const figures = role?.kind === 'stage' && !mostly(rows, index, hasWords)
    // 进度 that tells how far a task is, and not when it is due
    const shares = role?.kind === 'timing' && mostly(rows, index, isShare)
    return measures || figures || shares ? { ...column, role: { kind: 'other' } } : column
  })

/**
 * Columns whose headings are unusual, by what is in them: where no heading names the units or the deadline, the column of
 * units and the column of dates are found by their cells.
 */
export const guessColumns = (columns: readonly Column[], rows: Rows): Column[] => {
  const has = (...kinds: string[]): boolean => columns.some(({ role }) => role !== null && kinds.includes(role.kind))
  const needsUnits = !has('units', 'lead', 'office')
  const needsTiming = !has('timing', 'stage')
  if (!needsUnits && !needsTiming) return [...columns]
  return columns.map((column) => {
    if (column.role !== null) return column
    if (needsTiming && mostly(rows, column.index, (text) => text.length <= 40 && isTiming(oneLine(text)))) {
      return { ...column, role: { kind: 'timing' } }
    }
    if (needsUnits && mostly(rows, column.index, (text) => unitsOnly(text) !== null))
      return { ...column, role: { kind: 'units' } }
    return column
  })
}
