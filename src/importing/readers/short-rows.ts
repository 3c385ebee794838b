import { isBlank, squeeze } from '../cell-text.ts'
import type { RawRow } from '../document.ts'

/** What a cell looks like, so that one that has slipped into a neighbour's column can be told. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['number', /^\d{1,4}$/u],
  ['numbered', /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）).．、]/u],
  ['time', /^[^，。]{0,8}(?:\d年|\d月|底前|年底|持续|长期|季度)/u],
  ['sentence', /[。；;]|.{30}/u],
  ['body', /(?:[局委厅办部院处室会府]|中心|公司|单位|部门|街道|[乡镇县区])(?:等|[、，,；;（(].*)?$/u],
  ['word', /^.{1,6}$/u],
]

const kindOf = (cell: string): string | null => {
  const text = squeeze(cell)
  return text === '' ? null : (KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text')
}

const likeness = (cells: readonly string[], above: readonly string[]): number =>
  cells.filter((cell, i) => kindOf(cell) !== null && kindOf(cell) === kindOf(above[i] ?? '')).length

/** So many more cells must fit before a row is taken apart. */
const CLEARLY = 2

const withGap = (cells: readonly string[], at: number, size: number): string[] => [
  ...cells.slice(0, at),
  ...new Array<string>(size).fill(''),
  ...cells.slice(at),
]

/**
 * Rows of a web table that was copied as text: a cell merged with the one above is not blank there but gone, and what
 * follows it stands too far left. A row with fewer cells than the one above gets them back where the rest then fits.
 */
export const alignShortRows = (rows: readonly RawRow[]): RawRow[] => {
  let above: readonly string[] | null = null
  return rows.map((row) => {
    const missing: number = above === null ? 0 : above.length - row.cells.length
    if (above === null || missing <= 0 || row.cells.length < 2) {
      if (row.cells.filter((cell) => !isBlank(cell)).length > 2) above = row.cells
      return row
    }
    let best = row.cells
    let score = likeness(row.cells, above) + CLEARLY - 1
    for (let at = 0; at < row.cells.length; at++) {
      const cells = withGap(row.cells, at, missing)
      const fits = likeness(cells, above)
      if (fits > score) [best, score] = [cells, fits]
    }
    if (best === row.cells) return row
    above = best
    return { ...row, cells: best }
  })
}
