import type { Doubt } from '../../domain/index.ts'
import { isBlank, oneLine } from '../cell-text.ts'
import { type Column, headAt, possibleHead } from '../columns/find-head.ts'
import { guessColumns, withoutFigures } from '../columns/guess-columns.ts'
import type { RawRow } from '../document.ts'
import type { ReadPart, TaskSource } from '../task-source.ts'
import { type Heading, headingOf, underHeading } from './headings.ts'
import { type Layout, layoutOf } from './layout.ts'
import { mergedCellFiller } from './merged-cells.ts'
import { ownCells, ownColumns } from './own-table.ts'
import { isColumnNumbers, isNote, isTotal, sectionText, wideText } from './row-kinds.ts'
import { addRow, addsToAbove, rowSource } from './row-source.ts'

type Rows = readonly RawRow[]

/** A head and the rows up to the next one that differs from it. */
interface Stretch {
  columns: readonly Column[]
  layout: Layout
  rows: Rows
  /** What stands above its head: the name of the table, in the cells of the table. */
  captions: readonly string[]
}

interface Cut {
  key: string
  columns: readonly Column[]
  rows: RawRow[]
  above: RawRow[]
}

/** Takes the rows of one text off the end of some rows: what stands right above a head names the table below it. */
const takeCaptions = (rows: RawRow[]): RawRow[] => {
  let from = rows.length
  while (from > 0 && isCaption((rows[from - 1] as RawRow).cells)) from--
  return rows.splice(from)
}

const isCaption = (cells: readonly string[]): boolean => {
  const wide = wideText(cells)
  return cells.every(isBlank) || (wide !== null && wide.index <= 0 && !isNote(oneLine(wide.text)))
}

/** Cuts a table at its heads; a head that is repeated after a page break is left out. */
const stretchesOf = (rows: Rows): { stretches: Stretch[]; before: Rows } => {
  const cuts: Cut[] = []
  const before: RawRow[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Rows[number]
    const head = headAt(rows, i)
    if (!head) {
      ;(cuts.at(-1)?.rows ?? before).push(row)
      continue
    }
    const key = head.columns.map(({ heading }) => heading).join('|')
    const last = cuts.at(-1)
    if (last?.key !== key)
      cuts.push({ key, columns: head.columns, rows: [], above: takeCaptions(last?.rows ?? before) })
    i += head.height - 1
  }
  return { stretches: cuts.map(({ columns, rows: own, above }) => stretchOf(columns, own, above)), before }
}

const stretchOf = (columns: readonly Column[], rows: Rows, above: Rows = []): Stretch => {
  const data = rows.filter(({ cells }) => wideText(cells) === null && sectionText(cells) === null)
  const known = guessColumns(withoutFigures(columns, data), data)
  const captions = above.flatMap(({ cells }) => oneLine(wideText(cells)?.text ?? '') || [])
  return { columns: known, layout: layoutOf(known, data), rows, captions }
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

const readStretch = ({ columns, layout, rows }: Stretch, outer: readonly Heading[], part: ReadPart): void => {
  const own = ownColumns(columns, layout)
  const filler = mergedCellFiller(layout, rows)
  let open = [...outer]
  for (const row of rows) {
    if (row.cells.every(isBlank) || isColumnNumbers(row.cells) || isTotal(row.cells)) continue
    const section = layout.units.length + layout.timing.length > 0 ? sectionText(row.cells) : null
    if (section !== null) {
      open = underHeading(open, headingOf(section))
      filler.forget()
      continue
    }
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
    const filled = filler.fill(row)
    const last = part.sources.at(-1)
    if (last && addsToAbove(filled, layout)) addRow(last, filled, layout)
    else {
      const source = rowSource(filled, layout, open, breaksOff(last?.content ?? ''))
      if (source !== null && source !== 'rest') source.row = { columns: own, cells: ownCells(filled, own, layout) }
      takeRow(source, row, part)
    }
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
const takeRow = (source: TaskSource | 'rest' | null, row: Rows[number], part: ReadPart): void => {
  const last = part.sources.at(-1)
  if (source === null) part.doubts.push(unreadable(row))
  else if (source !== 'rest') part.sources.push(source)
  else if (last) last.content += row.cells.map(oneLine).join('')
}

/** How a column of tasks is headed that names nobody beside it and no day. */
const TASKS = /任务|措施|举措|工作|事项|要求|安排|行动|问题|隐患|做什么|干什么/u
const MEASURED = /指标|考核|考评|评分|测评|评价|标准/u

/** Whether a table says who does its rows or by when, or at least calls them tasks; one of indicators or sums does not. */
const setsTasks = ({ layout, columns }: Stretch): boolean => {
  if (layout.units.length + layout.timing.length + layout.contacts.length + layout.stages.length > 0) return true
  const heading = columns.find(({ index }) => index === layout.content)?.heading ?? ''
  return TASKS.test(heading) && !MEASURED.test(heading)
}

/** What one head and the rows below it gave. */
export interface TablePart extends ReadPart {
  columns: readonly Column[]
  /** Lines between this head and what stands above it in the same table. */
  captions: readonly string[]
}

/**
 * The tasks of a table whose columns are known by their headings, or by what is in them, one part for each of its heads.
 * `notes` are what stands above its first head.
 * @param outer the headings that stand above the table in the document.
 * @param columnsBefore the columns of the table before it, for one that goes on without a head.
 */
export const readTable = (
  rows: Rows,
  outer: readonly Heading[],
  columnsBefore: readonly Column[] | null,
): { parts: TablePart[]; notes: string[] } => {
  const { stretches, before } = stretchesOf(rows)
  const headless = stretches.length === 0 ? headlessStretch(rows, columnsBefore) : null
  const notes = headless ? [] : before.flatMap(({ cells }) => cells.filter((cell) => !isBlank(cell)).map(oneLine))
  const parts = (headless ? [headless] : stretches).map((stretch): TablePart => {
    const { columns, captions, layout } = stretch
    const part: TablePart = { sources: [], notes: [], doubts: [], columns, captions }
    const lacking = layout.content === null ? '任务内容' : setsTasks(stretch) ? null : '责任单位和时限'
    if (lacking === null) readStretch(stretch, outer, part)
    else
      part.doubts.push({
        field: 'document',
        message: `第${stretch.rows[0]?.line ?? 1}行起的表格没有写${lacking}的列，不像任务，未读取。`,
      })
    return part
  })
  return { parts, notes }
}
