import {
  addDays,
  type Day,
  daysInMonth,
  isFinished,
  type Milestone,
  nextOccurrence,
  openDueDay,
  statusOn,
  type Task,
} from '../domain/index.ts'
import type { LedgerTask } from './tables.ts'
import { cut, nameInFew } from './words.ts'

/** A due date as a calendar shows it: a day, or days that come again. */
export interface CalendarEvent {
  /** The same for the same milestone, whatever becomes of its date. */
  uid: string
  /** Greater after every change of the task: calendars take the greater one. */
  sequence: number
  /** ISO 8601: the last change. */
  changedAt: string
  day: Day
  /** RFC 5545 recurrence rule, or null. */
  rule: string | null
  summary: string
  description: string
  cancelled: boolean
}

/** From here the revisions are counted, in seconds: an edition, a report and a granted extension each raise them. */
const FIRST = Date.parse('2000-01-01T00:00:00Z')
const LONGEST_NAME = 30
const LONGEST_TEXT = 200

const lastChange = ({ task, ledger }: LedgerTask): string =>
  [ledger.importedAt, ...task.reports.map(({ at }) => at)].reduce((last, at) =>
    Date.parse(at) > Date.parse(last) ? at : last,
  )

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

const monthDay = (day: Day): string => {
  const date = Number(day.slice(8, 10))
  const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  // the last of a month stays the last; rules skip months that lack a day
  return date === last || date > 28 ? ';BYMONTHDAY=-1' : ''
}

const frequency = ({ recurs }: Milestone, day: Day): string | null => {
  switch (recurs) {
    case 'yearly':
      // 29 February is the last of it every year
      return day.slice(5) === '02-29' ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY'
    case 'quarterly':
      return `FREQ=MONTHLY;INTERVAL=3${monthDay(day)}`
    case 'monthly':
      return `FREQ=MONTHLY${monthDay(day)}`
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${WEEKDAYS[new Date(day).getUTCDay()]}`
    case 'workday':
      return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
    case 'daily':
      return 'FREQ=DAILY'
    default:
      return null
  }
}

const ruleOf = (milestone: Milestone, day: Day): string | null => {
  const rule = frequency(milestone, day)
  return rule === null || milestone.until === undefined ? rule : `${rule};UNTIL=${milestone.until.replace(/-/gu, '')}`
}

/** The day of a milestone: the next one of several, its own also where it has passed or is done. */
const dayOfMilestone = (milestone: Milestone, today: Day): Day | null =>
  openDueDay(milestone, today) ?? (milestone.recurs === null ? nextOccurrence(milestone, today) : null)

const eventsOfTask = (item: LedgerTask, today: Day): CalendarEvent[] => {
  const { task, ledger } = item
  const changedAt = lastChange(item)
  const sequence = Math.floor((Date.parse(changedAt) - FIRST) / 1000)
  const finished = isFinished(task, today)
  return task.milestones.flatMap((milestone, place): CalendarEvent[] => {
    const day = dayOfMilestone(milestone, today)
    if (day === null) return []
    const done = finished || (milestone.recurs === null && milestone.done !== undefined)
    const name = `${nameInFew(task, LONGEST_NAME)}${milestone.what === null ? '' : `：${cut(milestone.what, LONGEST_NAME)}`}`
    return [
      {
        uid: `${task.id}-${place}@duban`,
        sequence,
        changedAt,
        day,
        rule: done ? null : ruleOf(milestone, day),
        summary: `${done ? '【已办结】' : ''}第${task.no}项 ${name}〔${ledger.short}〕`,
        description: describe(task),
        cancelled: statusOn(task, today) === 'suspended',
      },
    ]
  })
}

const describe = ({ content, lead, cooperating, timing }: Task): string =>
  [
    cut(content, LONGEST_TEXT),
    ...(lead.length > 0 ? [`牵头：${lead.join('、')}`] : []),
    ...(cooperating.length > 0 ? [`配合：${cooperating.join('、')}`] : []),
    ...(timing === '' ? [] : [`时限：${timing}`]),
  ].join('\n')

/** The due dates of tasks, by day. Continuing work has none. */
export const calendarEvents = (items: readonly LedgerTask[], today: Day): CalendarEvent[] =>
  items.flatMap((item) => eventsOfTask(item, today)).sort((a, b) => a.day.localeCompare(b.day))

/** The day behind an event's last, as calendars write the end of whole days. */
export const endOf = ({ day }: CalendarEvent): Day => addDays(day, 1)
