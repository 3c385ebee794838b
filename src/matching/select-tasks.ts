import {
  addDays,
  type Day,
  isFinished,
  isOngoing,
  isOverdue,
  isRecurring,
  type Milestone,
  nextDueDay,
  nextOccurrence,
  type Task,
} from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { placesOfNumbers } from './numbered.ts'
import type { Query, UnitFilter } from './query.ts'
import type { AskedStatus, Period } from './reading.ts'
import { FIT } from './topic-index.ts'

/** Days before a deadline at which a task counts as due soon (the yellow light's threshold). */
export const DUE_SOON_DAYS = 7

/**
 * The tasks a query means, in the ledgers' order, or in the order of closeness where it names a topic.
 * `specific` questions (谁负责, 什么时候) want the closest fits only; lists take every task that speaks of the topic.
 */
export const selectTasks = (query: Query, index: LedgerIndex, today: Day, specific: boolean): Task[] => {
  let places = candidates(query, index)
  const keep = (test: (task: Task, place: number) => boolean): void => {
    places = places.filter((place) => test(index.tasks[place] as Task, place))
  }
  if (query.ledgers.length > 0) keep((task) => query.ledgers.includes(task.ledgerId))
  if (query.within !== null) {
    const within = new Set(query.within)
    keep((task) => within.has(task.id))
  }
  if (query.units.length > 0) keep((task) => hasUnits(task, query))
  if (query.people.length > 0)
    keep((task) =>
      task.contacts.some(
        ({ name, office }) => query.people.includes(name) || (office !== null && query.people.includes(office)),
      ),
    )
  for (const asked of query.statuses) keep((task) => hasStatus(task, asked, today) !== asked.negated)
  if (query.periods.length > 0) {
    const done = query.statuses.some(({ status, negated }) => status === 'done' && !negated)
    keep((task) => query.periods.some((period) => milestonesIn(task, period, today, done).length > 0))
  }
  return query.topic === null
    ? places.map((place) => index.tasks[place] as Task)
    : byTopic(query, index, places, specific)
}

/** The narrowest index that a query can begin from. */
const candidates = (query: Query, index: LedgerIndex): number[] => {
  if (query.numbers.length > 0) return placesOfNumbers(query.numbers, index.numbers)
  const positive = query.units.filter((unit) => !unit.negated)
  if (positive.length > 0 && (query.unitsJoin === 'all' || positive.length === query.units.length)) {
    const postings = (query.unitsJoin === 'all' ? positive.slice(0, 1) : positive).flatMap((unit) =>
      ofUnit(unit, index),
    )
    return [...new Set(postings)].sort((a, b) => a - b)
  }
  return [...index.tasks.keys()]
}

const ofUnit = ({ names, role }: UnitFilter, index: LedgerIndex): number[] =>
  names.flatMap((name) => {
    const { lead, cooperating } = index.ofUnit(name)
    if (role === 'any') return [...lead, ...cooperating]
    return role === 'lead' ? lead : cooperating
  })

const hasUnit = (task: Task, { names, role, negated }: UnitFilter): boolean => {
  const has =
    (role !== 'cooperating' && task.lead.some((unit) => names.includes(unit))) ||
    (role !== 'lead' && task.cooperating.some((unit) => names.includes(unit)))
  return has !== negated
}

const hasUnits = (task: Task, { units, unitsJoin }: Query): boolean =>
  unitsJoin === 'all' ? units.every((unit) => hasUnit(task, unit)) : units.some((unit) => hasUnit(task, unit))

const hasStatus = (task: Task, { status, every }: AskedStatus, today: Day): boolean => {
  switch (status) {
    case 'overdue':
      return isOverdue(task, today)
    case 'due-soon': {
      if (isFinished(task)) return false
      const next = nextDueDay(task, today)
      return next !== null && next <= addDays(today, DUE_SOON_DAYS)
    }
    case 'ongoing':
      return isOngoing(task)
    case 'recurring':
      return every === undefined ? isRecurring(task) : task.milestones.some(({ recurs }) => recurs === every)
    case 'done':
      return isFinished(task)
    case 'not-done':
      return !isFinished(task)
  }
}

/**
 * The milestones of a task that fall due in a period. A period that has not ended begins today at the earliest, and
 * what is done is left out of it; one that is over is taken whole.
 */
export const milestonesIn = (
  task: Task,
  period: Period,
  today: Day,
  withDone = false,
): { milestone: Milestone; day: Day }[] => {
  const over = period.to !== null && period.to < today
  if (isFinished(task) && !over && !withDone) return []
  const from = over || withDone ? (period.from ?? '0000-01-01') : later(period.from, today)
  const found: { milestone: Milestone; day: Day }[] = []
  for (const milestone of task.milestones) {
    if (milestone.done !== undefined && milestone.recurs === null && !over && !withDone) continue
    const day = nextOccurrence(milestone, from < '1949-01-01' ? '1949-01-01' : from)
    if (day !== null && day >= from && (period.to === null || day <= period.to)) found.push({ milestone, day })
  }
  return found
}

const later = (day: Day | null, today: Day): Day => (day !== null && day > today ? day : today)

const byTopic = (query: Query, index: LedgerIndex, places: readonly number[], specific: boolean): Task[] => {
  if (query.topic === null) return []
  const allowed = new Set(places)
  const hits = index.topics.search(query.topic).filter((hit) => allowed.has(hit.place))
  const best = hits[0]
  if (!best) return []
  // words that stand together, or a title that has them all, make scattered mentions worthless
  const least = specific ? best.fit : best.fit >= FIT.text ? FIT.text : best.fit
  return hits.filter((hit) => hit.fit >= least).map((hit) => index.tasks[hit.place] as Task)
}
