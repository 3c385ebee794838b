import { isBlank, oneLine } from '../cell-text.ts'
import type { Column } from '../columns/find-head.ts'

/** Which of a table's columns hold what; places in the row, from 0. */
export interface Layout {
  number: number | null
  /** Columns of headings above the task, broadest first. */
  path: number[]
  content: number | null
  /** 工作目标, 完成标准: the end of what is to be done. */
  goals: number[]
  units: { index: number; kind: 'units' | 'lead' | 'cooperating'; heading: string }[]
  timing: number[]
  /** Columns of what is to be done in a part of the time: deadlines where no column gives them. */
  stages: { index: number; period: string }[]
  contacts: { index: number; role: string }[]
  phones: number[]
}

type Rows = readonly { cells: readonly string[] }[]

/** The share of rows in which a column is blank. */
const blankShare = (rows: Rows, index: number): number =>
  rows.length === 0 ? 0 : rows.filter(({ cells }) => isBlank(cells[index] ?? '')).length / rows.length

const meanLength = (rows: Rows, index: number): number =>
  rows.reduce((sum, { cells }) => sum + oneLine(cells[index] ?? '').length, 0) / Math.max(1, rows.length)

/** A column that is blank in more rows than this is one of merged headings. */
const MOSTLY_FILLED = 0.3

const columnsOf = (columns: readonly Column[], kind: string): Column[] =>
  columns.filter(({ role }) => role?.kind === kind)

const rankOf = ({ role }: Column): number => (role?.kind === 'text' ? role.rank : 0)

/**
 * The column of the tasks themselves among several of text: of those that are filled in nearly every row the one whose
 * heading is the most specific, the later of equals.
 */
const contentColumn = (texts: readonly Column[], rows: Rows): Column | undefined => {
  const shares = new Map(texts.map((column) => [column, blankShare(rows, column.index)]))
  const most = Math.max(Math.min(...shares.values()), MOSTLY_FILLED)
  const filled = texts.filter((column) => (shares.get(column) as number) <= most)
  return filled.reduce<Column | undefined>((best, column) => {
    if (!best) return column
    return rankOf(column) >= rankOf(best) ? column : best
  }, undefined)
}

/** Works out from headings and from what is blank where which column stands for what. */
export const layoutOf = (columns: readonly Column[], rows: Rows): Layout => {
  let texts = columnsOf(columns, 'text')
  let goals = columnsOf(columns, 'goal')
  if (texts.length === 0) [texts, goals] = [goals, []]
  if (texts.length === 0) {
    // an unusual heading: the longest unknown column is the text
    texts = columns
      .filter(({ role, index }) => role === null && meanLength(rows, index) > 6)
      .sort((a, b) => meanLength(rows, b.index) - meanLength(rows, a.index))
      .slice(0, 1)
  }
  const content = texts.length === 0 ? undefined : contentColumn(texts, rows)
  const broader = texts.filter((column) => column !== content && column.index < (content?.index ?? 0))
  const named = [...columnsOf(columns, 'units'), ...columnsOf(columns, 'lead'), ...columnsOf(columns, 'cooperating')]
  const offices = columnsOf(columns, 'office')
  const units = named.length > 0 ? named : offices
  return {
    number: columnsOf(columns, 'number')[0]?.index ?? null,
    path: broader.sort((a, b) => rankOf(a) - rankOf(b) || a.index - b.index).map(({ index }) => index),
    content: content?.index ?? null,
    goals: goals.map(({ index }) => index),
    units: units
      .sort((a, b) => a.index - b.index)
      .map(({ index, heading, role }) => ({
        index,
        heading,
        kind: role?.kind === 'lead' || role?.kind === 'cooperating' ? role.kind : 'units',
      })),
    timing: columnsOf(columns, 'timing').map(({ index }) => index),
    stages: columns.flatMap(({ index, role }) => (role?.kind === 'stage' ? [{ index, period: role.period }] : [])),
    contacts: [
      ...columns.flatMap(({ index, role }) => (role?.kind === 'contact' ? [{ index, role: role.role }] : [])),
      ...(named.length > 0 ? offices.map(({ index, heading }) => ({ index, role: heading })) : []),
    ].sort((a, b) => a.index - b.index),
    phones: columnsOf(columns, 'phone').map(({ index }) => index),
  }
}
