import type { Doubt } from '../../domain/index.ts'
import { isBlank, oneLine } from '../cell-text.ts'
import { type Column, headAt, possibleHead } from '../columns/find-head.ts'
import { guessColumns } from '../columns/guess-columns.ts'
import type { RawRow } from '../document.ts'
import type { ReadPart, TaskSource } from '../task-source.ts'
import { type Heading, headingOf, underHeading } from './headings.ts'
import { type Layout, layoutOf } from './layout.ts'
import { mergedCellFiller } from './merged-cells.ts'
import { isColumnNumbers, isNote, isTotal, wideText } from './row-kinds.ts'
import { rowSource } from './row-source.ts'

type Rows = readonly RawRow[]

/** A head and the rows up to the next one that differs from it. */
interface Stretch {
  columns: readonly Column[]
  layout: Layout
  rows: Rows
}

/** Cuts a table at its heads; a head that is repeated after a page break is left out. */
const stretchesOf = (rows: Rows): { stretches: Stretch[]; before: Rows } => {
  const parts: { key: string; columns: readonly Column[]; rows: RawRow[] }[] = []
  const before: RawRow[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Rows[number]
    const head = headAt(rows, i)
    if (!head) {
      ;(parts.at(-1)?.rows ?? before).push(row)
      continue
    }
    const key = head.columns.map(({ heading }) => heading).join('|')
    if (parts.at(-1)?.key !== key) parts.push({ key, columns: head.columns, rows: [] })
    i += head.height - 1
  }
  return { stretches: parts.map(({ columns, rows: own }) => stretchOf(columns, own)), before }
}

const stretchOf = (columns: readonly Column[], rows: Rows): Stretch => {
  const data = rows.filter(({ cells }) => wideText(cells) === null)
  const known = guessColumns(columns, data)
  return { columns: known, layout: layoutOf(known, data), rows }
}

/** A table without a known head goes on with the columns of the one before it, or is read by what is in its columns. */
const headlessStretch = (rows: Rows, before: readonly Column[] | null): Stretch | null => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  if (before !== null && before.length === width) return stretchOf(before, rows)
  const head = possibleHead(rows)
  const stretch = head && stretchOf(head.columns, rows.slice(1))
  return stretch && stretch.layout.units.length > 0 && stretch.layout.content !== null ? stretch : null
}

/** Whether the one text of a row is a heading over those below, and not a task or a scrap of one. */
const standsAbove = ({ kind, text }: Heading, index: number, layout: Layout): boolean => {
  if (index === layout.content) return kind === 'han' || (kind === 'han-paren' && !/[。；，]/u.test(text))
  return index <= 0 || index === layout.number || layout.path.includes(index)
}

/** A text that ends in the middle of a sentence. */
const breaksOff = (text: string): boolean =>
  /[，、（“]$/u.test(text) || (/[，。；]/u.test(text) && !/[。；;！：:）)”]$/u.test(text))

const readStretch = ({ layout, rows }: Stretch, outer: readonly Heading[], part: ReadPart): void => {
  const filler = mergedCellFiller(layout, rows)
  let open = [...outer]
  for (const row of rows) {
    if (row.cells.every(isBlank) || isColumnNumbers(row.cells) || isTotal(row.cells)) continue
    const wide = wideText(row.cells)
    const heading = wide === null ? null : headingOf(oneLine(wide.text))
    if (wide !== null && heading !== null && (isNote(heading.text) || standsAbove(heading, wide.index, layout))) {
      if (isNote(heading.text)) part.notes.push(heading.text)
      else {
        open = underHeading(open, heading)
        filler.forget()
      }
      continue
    }
    const unfinished = breaksOff(part.sources.at(-1)?.content ?? '')
    addRow(rowSource(filler.fill(row), layout, open, unfinished), row, part)
  }
}

const unreadable = (row: Rows[number]): Doubt => ({
  field: 'row',
  message: `第${row.line}行没有读成任务，原文：${row.cells
    .map(oneLine)
    .filter((cell) => cell !== '')
    .join('｜')
    .slice(0, 200)}`,
})

/** A row by itself, the rest of the row above that a page break cut in two, or one that cannot be read. */
const addRow = (source: TaskSource | 'rest' | null, row: Rows[number], part: ReadPart): void => {
  const last = part.sources.at(-1)
  if (source === null) part.doubts.push(unreadable(row))
  else if (source !== 'rest') part.sources.push(source)
  else if (last) last.content += row.cells.map(oneLine).join('')
}

/**
 * The tasks of a table whose columns are known by their headings, or by what is in them.
 * @param outer the headings that stand above the table in the document.
 * @param columnsBefore the columns of the table before it, for one that goes on without a head.
 */
export const readTable = (
  rows: Rows,
  outer: readonly Heading[],
  columnsBefore: readonly Column[] | null,
): ReadPart & { columns: readonly Column[] | null } => {
  const part: ReadPart = { sources: [], notes: [], doubts: [] }
  const { stretches, before } = stretchesOf(rows)
  const headless = stretches.length === 0 ? headlessStretch(rows, columnsBefore) : null
  if (!headless) for (const { cells } of before) part.notes.push(...cells.filter((cell) => !isBlank(cell)).map(oneLine))
  const all = headless ? [headless] : stretches
  for (const stretch of all) {
    if (stretch.layout.content !== null) readStretch(stretch, outer, part)
    else
      part.doubts.push({
        field: 'document',
        message: `第${stretch.rows[0]?.line ?? 1}行起的表格没有写任务内容的列，未读取。`,
      })
  }
  return { ...part, columns: all.at(-1)?.columns ?? null }
}
