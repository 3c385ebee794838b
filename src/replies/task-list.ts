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
import type { Period } from '../matching/reading.ts'
import { milestonesIn } from '../matching/select-tasks.ts'
import { distance, shortDay, weekdayName } from './dates.ts'
import { printedNumbers } from './printed-numbers.ts'
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

const rowOf = (task: Task, { today, periods, overdue }: ListScope): Row => {
  const row = (order: string, group: string, what: string | null = null): Row => ({ task, order, group, what })
  if (periods.length > 0) {
    const [first] = periods
      .flatMap((period) => milestonesIn(task, period, today, isFinished(task)))
      .sort((a, b) => a.day.localeCompare(b.day))
    if (first) return row(first.day, dayLabel(first.day, today), first.milestone.what)
  }
  if (isFinished(task)) return row('z3', '已办结')
  if (isOverdue(task, today)) {
    const late = task.milestones.filter((m) => isMilestoneOverdue(m, task, today))
    const days = late.map((m) => m.due ?? today).sort()
    const day = days[0] as Day
    return overdue
      ? row(day, `${shortDay(day, today)}，${distance(day, today)}`, late[0]?.what ?? null)
      : row('0', LATE)
  }
  const next = nextDueDay(task, today)
  if (next !== null) {
    const milestone = task.milestones.find((m) => openDueDay(m, today) === next)
    return row(next, dayLabel(next, today), milestone?.what ?? null)
  }
  return isOngoing(task) ? row('z1', '持续推进') : row('z2', '未写明时限')
}

const dayLabel = (day: Day, today: Day): string => {
  const work = lastWorkdayBefore(day)
  const free = work !== null && work !== day && work >= today ? `，最后工作日${Number(work.slice(8))}日` : ''
  return `${shortDay(day, today)} ${weekdayName(day)}${free}`
}

/** Rows in the order in which they are listed: by date, then as the ledgers have them. */
export const listRows = (tasks: readonly Task[], scope: ListScope): Row[] =>
  tasks
    .map((task, place) => ({ ...rowOf(task, scope), place }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.place - b.place))
    .map(({ place: _, ...row }) => row)

/** One page of rows, grouped by date, one printed number a line. */
export const listText = (rows: readonly Row[], index: LedgerIndex, offset: number, showWhat: boolean): string[] => {
  const tasks = rows.map((row) => row.task)
  const numbers = printedNumbers(
    tasks.map((task) => task.id),
    index,
  )
  const own = tasks.length > 0 && tasks.every((task) => numbers.get(task.id) === task.no)
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(row.group, (sizes.get(row.group) ?? 0) + 1)
  const severalLedgers = new Set(tasks.map((task) => task.ledgerId)).size > 1
  const lines: string[] = []
  let group = ''
  for (const row of rows.slice(offset, offset + PAGE)) {
    if (row.group !== group) {
      group = row.group
      lines.push(`【${group}】${rows.length > 1 ? `${sizes.get(group)}项` : ''}`)
    }
    const ledger = severalLedgers ? `〔${index.ledgerOf(row.task)?.short ?? ''}〕` : ''
    const label = own ? '' : /^[（(]/.test(row.task.no) ? row.task.no : `（${row.task.no}）`
    const what = showWhat && row.what ? `：${row.what}` : ''
    lines.push(`${numbers.get(row.task.id)} ${ledger}${taskTitle(row.task, tasks)}${what}${label}`)
  }
  return lines
}

/** 还有N项，回复 下一页; nothing on the last page. */
export const pageLine = (total: number, offset: number): string[] =>
  offset + PAGE < total ? [`第${offset + 1}—${offset + PAGE}项，共${total}项；回复 下一页`] : []
