import type { WorkSheet } from '@e965/xlsx'
import { isBlank } from '../../cell-text.ts'
import type { RawRow } from '../../document.ts'
import { cellText } from './cell-value.ts'

/** The cells of a sheet that can be seen. */
export interface Sheet {
  /** Rows with something in them, of one width. `line` is the row's number in the sheet. */
  rows: RawRow[]
  /** Rows by number and columns from 0 that hold something and are hidden. */
  hiddenRows: number[]
  hiddenColumns: number[]
}

interface Merge {
  side: ReadonlySet<number>
  above: ReadonlySet<number>
}

const NONE: Merge = { side: new Set(), above: new Set() }

/** Which cells of each row are merged with one beside or above them, up to the last row that holds something. */
const mergesOf = (sheet: WorkSheet, rowCount: number): { byRow: Map<number, Merge>; down: boolean } => {
  const byRow = new Map<number, { side: Set<number>; above: Set<number> }>()
  let down = false
  for (const { s, e } of sheet['!merges'] ?? []) {
    const lastRow = Math.min(e.r, rowCount - 1)
    const lastColumn = Math.min(e.c, MOST_COLUMNS)
    if (lastRow > s.r) down = true
    for (let r = s.r; r <= lastRow; r++) {
      const merge = byRow.get(r) ?? { side: new Set(), above: new Set() }
      byRow.set(r, merge)
      if (r > s.r) merge.above.add(s.c)
      for (let c = s.c + 1; c <= lastColumn; c++) merge.side.add(c)
    }
  }
  return { byRow, down }
}

/** Excel's own limit is 16,384; no ledger has more than a few dozen. */
const MOST_COLUMNS = 255

/** Reads a sheet; rows and columns without anything in them are left out. */
export const sheetOf = (sheet: WorkSheet | undefined, date1904: boolean): Sheet => {
  const data = sheet?.['!data'] ?? []
  if (!sheet || data.length === 0) return { rows: [], hiddenRows: [], hiddenColumns: [] }
  const texts = data.map((cells) => (cells ?? []).slice(0, MOST_COLUMNS + 1).map((cell) => cellText(cell, date1904)))
  const used = new Set<number>()
  texts.forEach((cells) => {
    cells?.forEach((text, c) => {
      if (!isBlank(text)) used.add(c)
    })
  })
  const isHiddenColumn = (c: number): boolean => sheet['!cols']?.[c]?.hidden === true
  const columns = [...used].filter((c) => !isHiddenColumn(c)).sort((a, b) => a - b)
  const { byRow, down } = mergesOf(sheet, data.length)
  const hiddenRows: number[] = []
  const rows: RawRow[] = []
  for (let r = 0; r < texts.length; r++) {
    const cells = texts[r]
    const merge = byRow.get(r) ?? NONE
    const isFilled = columns.some((c) => !isBlank(cells?.[c] ?? ''))
    if (!isFilled) continue
    if (sheet['!rows']?.[r]?.hidden) {
      hiddenRows.push(r + 1)
      continue
    }
    rows.push({
      line: r + 1,
      // where nothing is merged downwards, a program may have left the cells of a merge empty
      ...(down ? { above: columns.flatMap((c, place) => (merge.above.has(c) ? [place] : [])) } : {}),
      cells: columns.map((c) => {
        if (merge.side.has(c) || merge.above.has(c)) return ''
        const text = cells?.[c] ?? ''
        return isBlank(text) ? (down ? ' ' : '') : text
      }),
    })
  }
  return { rows, hiddenRows, hiddenColumns: [...used].filter(isHiddenColumn).sort((a, b) => a - b) }
}
