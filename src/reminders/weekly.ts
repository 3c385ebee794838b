import { addDays, type Day, isMilestoneOverdue, openDueDay, statusOn, type Task, weekdayOf } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import type { LedgerFacts } from './due-reminders.ts'
import type { Recipient, Roster } from './recipient.ts'
import type { DigestItem } from './wording/several.ts'

/** What somebody has to do this week, and how much there is beside it. */
export interface Overview {
  items: DigestItem[]
  recipients: Recipient[]
  /** Tasks that the units lead, and those in which they cooperate. */
  lead: number
  cooperating: number
  /** Open tasks that are due later, or have no date. */
  later: number
  /** Late for longer than the policy's horizon: counted, not listed. */
  longLate: number
  /** The day on which it was to go out. */
  day: Day
}

/** Days ahead that a week's digest shows: as far as the first reminder before a deadline reaches. */
const AHEAD = 15

/** The first working day of the week of a day, on which the weekly digests go out; null where the week has none. */
export const digestDayOf = (day: Day, calendar: Pick<Calendar, 'isWorkday'>): Day | null => {
  const monday = addDays(day, 1 - weekdayOf(day))
  for (let at = monday; at <= addDays(monday, 4); at = addDays(at, 1)) if (calendar.isWorkday(at)) return at
  return null
}

/** Names the digest of a week for one recipient, among the keys of reminders. */
export const weeklyKey = (digestDay: Day, { id }: Pick<Recipient, 'id'>): string => `week/${digestDay}/${id}`

/** Keys of the weekly digests that were to go out on a day; null where nothing was planned then. */
export type Digested = (day: Day) => Pick<ReadonlySet<string>, 'has'> | null

/** Which digest of the week is to go out on a day, and what is known of it. */
export interface WeeklyRound {
  /** The day of the digest. */
  day: Day
  /** Recipients by their keys who were to get it on its day; null where nothing was planned on that day. */
  owed: Pick<ReadonlySet<string>, 'has'> | null
  /** Keys of what has gone out. */
  sent: Pick<ReadonlySet<string>, 'has'>
}

/** How far a digest looks, reckoned once for all tasks. */
interface Reach {
  today: Day
  ahead: Day
  horizon: Day
}

interface Rows {
  rows: DigestItem[]
  longLate: boolean
  /** One of the rows is worth a message by itself. */
  telling: boolean
}

/** The rows that a task contributes: what is due soon or late. */
const rowsOf = (task: Task, { today, ahead, horizon }: Reach, unverified: boolean): Rows => {
  const rows: DigestItem[] = []
  let [longLate, telling] = [false, false]
  for (const [place, milestone] of task.milestones.entries()) {
    if (task.request?.milestones.includes(place)) continue
    const next = openDueDay(milestone, today)
    if (next !== null && next <= ahead) {
      rows.push({ task, milestone: place, stage: null, due: next })
      telling = true
    }
    if (milestone.recurs !== null || milestone.due === null || !isMilestoneOverdue(milestone, task, today)) continue
    const due = milestone.due as Day
    if (due < horizon) longLate = true
    else {
      rows.push({ task, milestone: place, stage: null, due })
      // what had passed at import stands in a digest, but nobody gets one for that alone before it is verified
      telling ||= !unverified || due >= task.importedOn
    }
  }
  return { rows, longLate, telling }
}

const countCooperating = (tasks: readonly Task[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { cooperating } of tasks) for (const unit of cooperating) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}

/**
 * The overviews of everybody who has something to do. After the day of the digest: of those who were to get it then and
 * did not, and, where nothing was planned on that day at all, of those who would have got it by what stands in the ledgers now.
 * @param placeOf names the message into which a task of a recipient goes, null where the recipient wants no digest
 */
export const weeklyOverviews = (
  tasks: readonly Task[],
  roster: Roster & LedgerFacts,
  today: Day,
  { day, owed, sent }: WeeklyRound,
  placeOf: (recipient: Recipient, task: Task) => string | null,
): Map<string, Overview> => {
  const isMadeUpFor = today > day
  const known = new Map<Recipient, boolean>()
  const isOwed = (recipient: Recipient): boolean => {
    let answer = known.get(recipient)
    if (answer === undefined) {
      const key = weeklyKey(day, recipient)
      answer = !sent.has(key) && (!isMadeUpFor || owed === null || owed.has(key))
      known.set(recipient, answer)
    }
    return answer
  }
  // what was worth a message on its day is still worth one, and nothing else is
  const wasTelling = (task: Task, recipient: Recipient, unverified: boolean): boolean =>
    owed !== null ||
    (task.importedOn <= day &&
      !roster.isSnoozed(recipient.id, task.id, day) &&
      rowsOf(task, reachOf(recipient, day), unverified).telling)
  const overviews = new Map<string, Overview>()
  const worth = new Set<string>()
  const reaches = new Map<string, Reach>()
  const reachOf = ({ policy: { horizonDays } }: Recipient, on: Day): Reach => {
    const key = `${on} ${horizonDays}`
    const reach = reaches.get(key) ?? { today: on, ahead: addDays(on, AHEAD), horizon: addDays(on, -horizonDays) }
    reaches.set(key, reach)
    return reach
  }
  for (const task of tasks) {
    for (const recipient of roster.recipientsOf(task)) {
      if (recipient.kind === 'group' || recipient.since > day) continue
      const place = placeOf(recipient, task)
      if (place === null || !isOwed(recipient)) continue
      const mine = overviews.get(place) ?? {
        items: [],
        recipients: [],
        lead: 0,
        cooperating: 0,
        later: 0,
        longLate: 0,
        day,
      }
      overviews.set(place, mine)
      if (!mine.recipients.includes(recipient)) mine.recipients.push(recipient)
      mine.lead++
      const status = statusOn(task, today)
      if (status !== 'not-started' && status !== 'in-progress') continue
      if (roster.isSnoozed(recipient.id, task.id, today)) continue
      const unverified = roster.unverified.has(task.ledgerId)
      const { rows, longLate, telling } = rowsOf(task, reachOf(recipient, today), unverified)
      mine.items.push(...rows)
      if (telling && (!isMadeUpFor || wasTelling(task, recipient, unverified))) worth.add(place)
      if (longLate) mine.longLate++
      else if (rows.length === 0) mine.later++
    }
  }
  const cooperating = countCooperating(tasks)
  for (const [place, overview] of overviews) {
    if (!worth.has(place)) overviews.delete(place)
    const units = new Set(overview.recipients.flatMap(({ unit }) => unit ?? []))
    for (const unit of units) overview.cooperating += cooperating.get(unit) ?? 0
  }
  return overviews
}
