import type { Doubt } from '../../domain/index.ts'
import { isBlank, oneLine } from '../cell-text.ts'
import { headAt } from '../columns/find-head.ts'
import type { ReadPart, TaskSource } from '../task-source.ts'
import { type Heading, headingOf, underHeading } from './headings.ts'
import { type Layout, layoutOf } from './layout.ts'
import { mergedCellFiller } from './merged-cells.ts'
import { isColumnNumbers, isNote, isTotal, wideText } from './row-kinds.ts'
import { rowSource } from './row-source.ts'

type Rows = readonly { cells: string[]; line: number }[]

/** A head and the rows up to the next one that differs from it. */
interface Stretch {
  layout: Layout
  rows: Rows
}

/** Cuts a table at its heads; a head that is repeated after a page break is left out. */
const stretchesOf = (rows: Rows): { stretches: Stretch[]; before: Rows } => {
  const parts: { key: string; columns: Parameters<typeof layoutOf>[0]; rows: { cells: string[]; line: number }[] }[] = []
  const before: { cells: string[]; line: number }[] = []
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
  const stretches = parts.map(({ columns, rows: own }) => ({
    layout: layoutOf(columns, own.filter(({ cells }) => wideText(cells) === null)),
    rows: own,
  }))
  return { stretches, before }
}

const readStretch = ({ layout, rows }: Stretch, outer: readonly Heading[], part: ReadPart): void => {
  const filler = mergedCellFiller(layout, rows)
  let open = [...outer]
  for (const row of rows) {
    if (row.cells.every(isBlank) || isColumnNumbers(row.cells) || isTotal(row.cells)) continue
    const wide = wideText(row.cells)
    const heading = wide === null ? null : headingOf(oneLine(wide.text))
    if (wide !== null && heading !== null && (isNote(heading.text) || wide.index !== layout.content || heading.kind === 'han')) {
      if (isNote(heading.text)) part.notes.push(heading.text)
      else {
        open = underHeading(open, heading)
        filler.forget()
      }
      continue
    }
    const above = part.sources.at(-1)?.content
    const unfinished = above !== undefined && !/[。；;！：:）)]$/u.test(above)
    addRow(rowSource(filler.fill(row), layout, open, unfinished), row, part)
  }
}

const unreadable = (row: Rows[number]): Doubt => ({
  field: 'row',
  message: `第${row.line}行没有读成任务，原文：${row.cells.map(oneLine).filter((cell) => cell !== '').join('｜').slice(0, 200)}`,
})

/** A row by itself, the rest of the row above that a page break cut in two, or one that cannot be read. */
const addRow = (source: TaskSource | 'rest' | null, row: Rows[number], part: ReadPart): void => {
  const last = part.sources.at(-1)
  if (source === null) part.doubts.push(unreadable(row))
  else if (source !== 'rest') part.sources.push(source)
  else if (last) last.content += row.cells.map(oneLine).join('')
}

/**
 * The tasks of a table whose columns are known by their headings.
 * @param outer the headings that stand above the table in the document.
 */
export const readTable = (rows: Rows, outer: readonly Heading[]): ReadPart => {
  const part: ReadPart = { sources: [], notes: [], doubts: [] }
  const { stretches, before } = stretchesOf(rows)
  for (const { cells } of before) part.notes.push(...cells.filter((cell) => !isBlank(cell)).map(oneLine))
  for (const stretch of stretches) {
    if (stretch.layout.content === null) {
      part.doubts.push({ field: 'document', message: `第${stretch.rows[0]?.line ?? 1}行起的表格没有写任务内容的列，未读取。` })
      continue
    }
    readStretch(stretch, outer, part)
  }
  return part
}
