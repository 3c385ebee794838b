import { isBlank, oneLine } from '../cell-text.ts'
import type { RawRow } from '../document.ts'
import type { Layout } from './layout.ts'

/** A cell with what its row shows or, where it is merged with the one above, what that shows. */
export interface FilledCell {
  text: string
  /** own: the row's own words; merged: taken from above with good reason; guessed: taken from above for want of better. */
  from: 'own' | 'merged' | 'guessed' | 'nowhere'
}

/** A row with its merged cells filled in. */
export interface FilledRow {
  line: number
  cells: readonly string[]
  number: FilledCell
  path: FilledCell[]
  /** Places of the cells that the file itself says are merged with the one above. */
  merged: ReadonlySet<number>
  /** Whether the row goes on under the same headings as the one above. */
  sameGroup: boolean
  cell(index: number): FilledCell
}

const NONE: ReadonlySet<number> = new Set()
const NOTHING: FilledCell = { text: '', from: 'nowhere' }
/** A column is one of merged cells where so large a share of it is empty. */
const OFTEN_EMPTY = 0.15

/**
 * Fills merged cells from above, row by row: those that the file says are merged, else those with nothing in them at all;
 * one that holds a blank was left empty by its author.
 */
export const mergedCellFiller = (layout: Layout, rows: readonly RawRow[]) => {
  let above: FilledRow | null = null
  /** What each column shows in the row above. */
  let shown: readonly string[] = []
  const emptyShare = (index: number): number => {
    const empty = rows.filter(({ cells }) => (cells[index] ?? '') === '').length
    return empty < 2 ? 0 : empty / rows.length
  }
  const often = new Map<number, boolean>()
  const isOftenEmpty = (index: number): boolean => {
    const known = often.get(index) ?? emptyShare(index) >= OFTEN_EMPTY
    often.set(index, known)
    return known
  }

  const fillPath = (cells: readonly string[]): { path: FilledCell[]; same: boolean } => {
    let same = above !== null
    const path = layout.path.map((index, i): FilledCell => {
      const text = oneLine(cells[index] ?? '')
      const before = above?.path[i]?.text ?? ''
      if (text === '') return same && before !== '' ? { text: before, from: 'merged' } : NOTHING
      // the same heading again, as after a page break, does not open a new group
      if (text !== before) same = false
      return { text, from: 'own' }
    })
    return { path, same }
  }

  return {
    /** A heading across the table: nothing above it is merged with what is below. */
    forget(): void {
      above = null
      shown = []
    },
    fill(row: RawRow): FilledRow {
      const { cells, line } = row
      const merged = row.above === undefined || row.above.length === 0 ? NONE : new Set(row.above)
      const shownAbove = shown
      const { path, same } = fillPath(cells)
      const numberCell = layout.number === null ? '' : oneLine(cells[layout.number] ?? '')
      const numbered = layout.number !== null && numberCell !== ''
      const sameGroup = same && !numbered && (layout.number !== null || layout.path.length > 0)
      const number: FilledCell = numbered
        ? { text: numberCell, from: 'own' }
        : same && above !== null && above.number.text !== ''
          ? { text: above.number.text, from: 'merged' }
          : NOTHING
      const cell = (index: number): FilledCell => {
        const raw = cells[index] ?? ''
        if (!isBlank(raw)) return { text: raw, from: 'own' }
        const before = shownAbove[index]
        if (raw !== '' || before === undefined || before === '') return NOTHING
        if (row.above) return merged.has(index) ? { text: before, from: 'merged' } : NOTHING
        if (sameGroup) return { text: before, from: 'merged' }
        const inGroup = same && layout.path.length > 0
        return inGroup || (layout.path.length === 0 && isOftenEmpty(index))
          ? { text: before, from: 'guessed' }
          : NOTHING
      }
      const filled: FilledRow = { line, cells, number, path, merged, sameGroup, cell }
      shown = cells.map((raw, index) => (isBlank(raw) ? cell(index).text : raw))
      above = filled
      return filled
    },
  }
}
