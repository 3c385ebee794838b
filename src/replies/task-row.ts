import {
  type Day,
  isFinished,
  isInHand,
  isOngoing,
  isOverdue,
  lateSince,
  nextDueDay,
  openDueDay,
  type Task,
} from '../domain/index.ts'
import type { ListScope } from '../matching/due-order.ts'
import { PeriodDues } from '../matching/period-dues.ts'
import { distance, shortDay, weekdayName } from './dates.ts'
import { lastWorkdayBefore } from './workdays.ts'

/** A task as a row of a list. */
export interface Row {
  task: Task
  /** The heading of its group, without brackets. */
  group: string
  /** What the milestones in question ask for, where the document says so. */
  what: string | null
}

const LATE = '时限已过、未收到办结申请'

/** Makes rows of tasks: each stands under the date that the list is about (see `matching/due-order`). */
export const rowMaker = ({ today, periods, overdue }: ListScope): ((task: Task) => Row) => {
  const prepared = (done: boolean): PeriodDues[] => periods.map((period) => new PeriodDues(period, today, done))
  const [open, withDone] = [prepared(false), prepared(true)]
  return (task) =>
    firstDueRow(task, isFinished(task, today) ? withDone : open, { today, overdue }) ??
    standingRow(task, today, overdue)
}

const row = (task: Task, group: string, what: string | null = null): Row => ({ task, group, what })

/** A row under the first day on which something of a task falls due in some periods. */
const firstDueRow = (
  task: Task,
  periods: readonly PeriodDues[],
  { today, overdue }: Pick<ListScope, 'today' | 'overdue'>,
): Row | null => {
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
  if (first === null) return null
  // what is late stands under one heading, by whichever way it is in the list
  return row(task, overdue && first < today ? lateLabel(first, today) : dayLabel(first, today), what)
}

/** A row where no period was asked for: under the date that matters today. */
const standingRow = (task: Task, today: Day, overdue: boolean): Row => {
  if (isFinished(task, today)) return row(task, '已办结')
  if (!isInHand(task, today)) return row(task, '待审核或已中止')
  if (isOverdue(task, today)) return overdue ? lateRow(task, today) : row(task, LATE)
  const next = nextDueDay(task, today)
  if (next !== null) {
    const milestone = task.milestones.find((m) => openDueDay(m, today) === next)
    return row(task, dayLabel(next, today), milestone?.what ?? null)
  }
  return row(task, isOngoing(task) ? '持续推进' : '未写明时限')
}

const lateRow = (task: Task, today: Day): Row => {
  const late = task.milestones.flatMap((milestone) => {
    const day = lateSince(milestone, task, today)
    return day === null ? [] : [{ milestone, day }]
  })
  const days = late.map(({ day }) => day).sort()
  return row(task, lateLabel(days[0] as Day, today), late[0]?.milestone.what ?? null)
}

const dayLabel = (day: Day, today: Day): string => {
  const work = lastWorkdayBefore(day)
  const free = work !== null && work !== day && work >= today ? `，最后工作日${Number(work.slice(8))}日` : ''
  return `${shortDay(day, today)} ${weekdayName(day)}${free}`
}

const lateLabel = (day: Day, today: Day): string => `${shortDay(day, today)}，${distance(day, today)}`
