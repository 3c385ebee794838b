import {
  type Day,
  isFinished,
  isMilestoneOverdue,
  isOngoing,
  isOverdue,
  nextDueDay,
  openDueDay,
  type Task,
} from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { PeriodDues } from '../matching/period-dues.ts'
import type { Period } from '../matching/reading.ts'
import { distance, shortDay, weekdayName } from './dates.ts'
import { numbering } from './printed-numbers.ts'
import { taskTitle } from './task-title.ts'
import { lastWorkdayBefore } from './workdays.ts'

/** Rows shown at a time: a phone screen. */
export const PAGE = 15

/** A task as a row of a list. */
export interface Row {
  task: Task
  /** Sorts the groups; rows of one group share it. */
  order: string
  /** The group's heading, without brackets. */
  group: string
  /** What the milestones in question ask for, where the document says so. */
  what: string | null
}

/** What a list is about, which decides the date that each row stands under. */
export interface ListScope {
  today: Day
  periods: readonly Period[]
  /** Rows stand under the date that has passed. */
  overdue: boolean
}

const LATE = '时限已过、未收到办结申请'

type RowMaker = (task: Task) => Row

const rowMaker = ({ today, periods, overdue }: ListScope): RowMaker => {
  const prepared = (done: boolean): PeriodDues[] => periods.map((period) => new PeriodDues(period, today, done))
  const [open, withDone] = [prepared(false), prepared(true)]
  return (task) => firstDueRow(task, isFinished(task) ? withDone : open, today) ?? standingRow(task, today, overdue)
}

const row = (task: Task, order: string, group: string, what: string | null = null): Row => ({
  task,
  order,
  group,
  what,
})

/** A row under the first day on which something of a task falls due in some periods. */
const firstDueRow = (task: Task, periods: readonly PeriodDues[], today: Day): Row | null => {
  let first: Day | null = null
  let what: string | null = null
  for (const dues of periods) {
    if (!dues.takes(task)) continue
    for (const milestone of task.milestones) {
      const day = dues.dayOf(milestone)
      if (day === null || (first !== null && day >= first)) continue
      first = day
      what = milestone.what
    }
  }
  return first === null ? null : row(task, first, dayLabel(first, today), what)
}

/** A row where no period was asked for: under the date that matters today. */
const standingRow = (task: Task, today: Day, overdue: boolean): Row => {
  if (isFinished(task)) return row(task, 'z3', '已办结')
  if (isOverdue(task, today)) {
    const late = task.milestones.filter((m) => isMilestoneOverdue(m, task, today))
    const days = late.map((m) => m.due ?? today).sort()
    const day = days[0] as Day
    return overdue ? row(task, day, lateLabel(day, today), late[0]?.what ?? null) : row(task, '0', LATE)
  }
  const next = nextDueDay(task, today)
  if (next !== null) {
    const milestone = task.milestones.find((m) => openDueDay(m, today) === next)
    return row(task, next, dayLabel(next, today), milestone?.what ?? null)
  }
  return isOngoing(task) ? row(task, 'z1', '持续推进') : row(task, 'z2', '未写明时限')
}

/** Words for a day as seen from today, kept while today lasts: every list of the day puts its rows under the same ones. */
const keptToday = (words: (day: Day, today: Day) => string): ((day: Day, today: Day) => string) => {
  let asOf: Day | null = null
  let known = new Map<Day, string>()
  return (day, today) => {
    if (asOf !== today) [asOf, known] = [today, new Map()]
    let text = known.get(day)
    if (text === undefined) {
      text = words(day, today)
      known.set(day, text)
    }
    return text
  }
}

const dayLabel = keptToday((day, today) => {
  const work = lastWorkdayBefore(day)
  const free = work !== null && work !== day && work >= today ? `，最后工作日${Number(work.slice(8))}日` : ''
  return `${shortDay(day, today)} ${weekdayName(day)}${free}`
})

const lateLabel = keptToday((day, today) => `${shortDay(day, today)}，${distance(day, today)}`)

/** Rows in the order in which they are listed: by date, then as the ledgers have them. */
export const listRows = (tasks: readonly Task[], scope: ListScope): Row[] => {
  const rowOf = rowMaker(scope)
  // thousands of rows stand under a few hundred dates: only the dates are sorted
  const groups = new Map<string, Row[]>()
  for (const task of tasks) {
    const made = rowOf(task)
    const group = groups.get(made.order)
    if (group) group.push(made)
    else groups.set(made.order, [made])
  }
  const rows: Row[] = []
  for (const order of [...groups.keys()].sort()) for (const made of groups.get(order) as Row[]) rows.push(made)
  return rows
}

/** One page of rows, grouped by date, one printed number a line. */
export const listText = (rows: readonly Row[], index: LedgerIndex, offset: number, showWhat: boolean): string[] => {
  const tasks = rows.map((row) => row.task)
  const numberAt = numbering(tasks)
  // a position that is the ledger's number as well need not be told apart from it
  const own = tasks.every((task, place) => numberAt(place) === task.no)
  const severalLedgers = tasks.some((task) => task.ledgerId !== tasks[0]?.ledgerId)
  const lines: string[] = []
  let group = ''
  for (const [i, row] of rows.slice(offset, offset + PAGE).entries()) {
    if (row.group !== group) {
      group = row.group
      lines.push(`【${group}】${rows.length > 1 ? `${groupSize(rows, offset + i)}项` : ''}`)
    }
    const ledger = severalLedgers ? `〔${index.ledgerOf(row.task)?.short ?? ''}〕` : ''
    const label = own ? '' : /^[（(]/.test(row.task.no) ? row.task.no : `（${row.task.no}）`
    const what = showWhat && row.what ? `：${row.what}` : ''
    lines.push(`${numberAt(offset + i)} ${ledger}${taskTitle(row.task, tasks)}${what}${label}`)
  }
  return lines
}

/** How many rows stand in the group of the row at a place: they lie side by side. */
const groupSize = (rows: readonly Row[], at: number): number => {
  const group = rows[at]?.group
  let [from, to] = [at, at + 1]
  while (from > 0 && rows[from - 1]?.group === group) from--
  while (to < rows.length && rows[to]?.group === group) to++
  return to - from
}

/** 还有N项，回复 下一页; nothing on the last page. */
export const pageLine = (total: number, offset: number): string[] =>
  offset + PAGE < total ? [`第${offset + 1}—${offset + PAGE}项，共${total}项；回复 下一页`] : []
