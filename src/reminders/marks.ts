import { addDays, type Day, dayNumber, type Milestone, nextOccurrence, type Recurrence } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import { type Lead, leadText, type Policy } from './policy.ts'

/** A day on which somebody is to be reminded of a due day. */
export interface Mark {
  /** `due-in-15`, `due-in-3wd`, `due-today`, `overdue-1wd`, `overdue-weekly`, `collect`, `resumed`. */
  readonly stage: string
  /** Always a working day. */
  readonly date: Day
  readonly due: Day
}

/** Both days included. */
export interface Window {
  readonly from: Day
  readonly to: Day
}

export const COLLECT = 'collect'
export const DUE_TODAY = 'due-today'
export const OVERDUE_WEEKLY = 'overdue-weekly'
/** What was put off comes back. */
export const RESUMED = 'resumed'

export const isOverdueStage = (stage: string): boolean => stage.startsWith('overdue')

const beforeStage = (lead: Lead): string =>
  lead.amount === 0 ? DUE_TODAY : `due-in-${lead.unit === 'd' ? lead.amount : leadText(lead)}`

/** A weekly reminder so soon after the one before is left out. */
const CLOSE_DAYS = 3

/** Calendar days that a lead can reach back at most, free days before it included. */
const reachOf = ({ amount, unit }: Lead): number => (unit === 'd' ? amount : amount * 2) + 14

const farthest = (leads: readonly Lead[]): number => Math.max(0, ...leads.map(reachOf))

const dateBefore = (due: Day, { amount, unit }: Lead, calendar: Calendar): Day =>
  unit === 'd' || amount === 0 ? calendar.onOrBefore(addDays(due, -amount)) : calendar.plus(due, -amount)

/**
 * The days before a due day, one mark a day: what would fall on a free day moves to the working day before, and where
 * two meet the closer one stays.
 */
const marksBefore = (due: Day, leads: readonly Lead[], calendar: Calendar): Mark[] => {
  const byDate = new Map<Day, Mark & { order: number }>()
  for (const lead of leads) {
    const date = dateBefore(due, lead, calendar)
    const order = dayNumber(due) - (lead.unit === 'd' ? lead.amount : lead.amount * 1.4)
    const there = byDate.get(date)
    if (!there || there.order < order) byDate.set(date, { stage: beforeStage(lead), date, due, order })
  }
  return [...byDate.values()].map(({ stage, date }) => ({ stage, date, due }))
}

/** The days after a due day up to `last`, of which those within the window are given. */
const marksAfter = (due: Day, policy: Policy, calendar: Calendar, last: Day, { from, to }: Window): Mark[] => {
  const { after, horizonDays } = policy
  if (after === null) return []
  const { first, everyWeeks } = after
  const begin =
    first.unit === 'wd' ? calendar.plus(due, first.amount) : calendar.plus(addDays(due, first.amount - 1), 1)
  const horizon = addDays(due, horizonDays)
  const end = [to, last, horizon].sort()[0] as Day
  const step = 7 * everyWeeks
  const marks: Mark[] = []
  if (begin >= from && begin <= end) marks.push({ stage: `overdue-${leadText(first)}`, date: begin, due })
  const skipped = Math.max(0, Math.floor((dayNumber(from) - dayNumber(begin)) / step) - 1)
  let former = skipped === 0 ? begin : calendar.onOrBefore(addDays(begin, skipped * step))
  for (let n = skipped + 1; ; n++) {
    const nominal = addDays(begin, n * step)
    const date = calendar.onOrBefore(nominal)
    // moved before a long holiday, one week's may come close upon the former's
    const apart = dayNumber(date) - dayNumber(former) > CLOSE_DAYS
    if (apart && date >= from && date <= end) marks.push({ stage: OVERDUE_WEEKLY, date, due })
    former = date
    if (nominal > end) return marks
  }
}

const inWindow =
  ({ from, to }: Window) =>
  (mark: Mark) =>
    mark.date >= from && mark.date <= to

/** What comes round more often than monthly is not asked for after its day: the next time is near. */
const ASKED_AFTER: readonly Recurrence[] = ['yearly', 'quarterly', 'monthly']

const marksOfOccurrences = (milestone: Milestone, policy: Policy, calendar: Calendar, window: Window): Mark[] => {
  const { recurs } = milestone
  const leads = recurs === null ? policy.before : policy.recurring[recurs]
  if (leads.length === 0) return []
  // a day without a year is reminded of when it comes, and never late
  const late = recurs !== null && ASKED_AFTER.includes(recurs)
  const latest = addDays(window.to, farthest(leads))
  const marks: Mark[] = []
  let day = nextOccurrence(milestone, addDays(window.from, late ? -policy.horizonDays : 0))
  while (day !== null && day <= latest) {
    const next = nextOccurrence(milestone, addDays(day, 1))
    const before = marksBefore(day, leads, calendar)
    marks.push(...before.filter(inWindow(window)))
    if (late) {
      const upcoming = next === null ? [] : marksBefore(next, leads, calendar).map(({ date }) => date)
      const last = upcoming.length === 0 ? window.to : addDays([...upcoming].sort()[0] as Day, -1)
      marks.push(...marksAfter(day, policy, calendar, last, window))
    }
    day = next !== null && next > day ? next : null
  }
  return marks
}

/** Reckons the marks of milestones; what many milestones share is reckoned once. */
export type MarksOf = (milestone: Milestone) => readonly Mark[]

const NONE: readonly Mark[] = []

/** The marks of milestones that fall into a window, by one policy. */
export const marksIn = (policy: Policy, calendar: Calendar, window: Window): MarksOf => {
  const fixed = new Map<Day, readonly Mark[]>()
  const recurring = new Map<string, readonly Mark[]>()
  const ofDay = (due: Day): readonly Mark[] => [
    ...marksBefore(due, policy.before, calendar).filter(inWindow(window)),
    ...marksAfter(due, policy, calendar, window.to, window),
  ]
  const known = (cache: Map<string, readonly Mark[]>, key: string, reckon: () => readonly Mark[]): readonly Mark[] => {
    let marks = cache.get(key)
    if (marks === undefined) {
      marks = reckon()
      cache.set(key, marks)
    }
    return marks
  }
  return (milestone) => {
    const { due, recurs, anchor, until } = milestone
    if (recurs === null && due !== null && due.charCodeAt(0) !== 88) return known(fixed, due, () => ofDay(due))
    if (due === null && recurs === null) return NONE
    return known(recurring, `${recurs} ${due} ${anchor} ${until}`, () =>
      marksOfOccurrences(milestone, policy, calendar, window),
    )
  }
}
