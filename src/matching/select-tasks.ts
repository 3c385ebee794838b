import type { Day, Task } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { type Due, PeriodDues } from './period-dues.ts'
import { filterPlaces, type Places, placesWhere } from './places.ts'
import { isEmptyQuery, type Query } from './query.ts'
import { type Filter, filtersOf } from './query-filters.ts'
import type { Period } from './reading.ts'
import { closeEnough } from './topic-hits.ts'
import { extremesOf } from './unit-counts.ts'

/**
 * The tasks a query means, in the ledgers' order, or in the order of closeness where it names a topic.
 * `specific` questions (谁负责, 什么时候) want the closest fits only; lists take every task that speaks of the topic.
 */
export const selectTasks = (query: Query, index: LedgerIndex, today: Day, specific: boolean): readonly Task[] =>
  isEmptyQuery(query) && query.ledgers.length === 0
    ? index.tasks
    : extremesOf(index.tasksAt(placesOf(query, index, today, specific)), query.unitCounts)

/** How many tasks a query means. */
export const countTasks = (query: Query, index: LedgerIndex, today: Day): number =>
  query.unitCounts.length > 0
    ? selectTasks(query, index, today, false).length
    : placesOf(query, index, today, false).length

const placesOf = (query: Query, index: LedgerIndex, today: Day, specific: boolean): Places => {
  const filters = filtersOf(query, index, today)
  if (query.topic !== null) {
    const hits = index.topics.hits(query.topic, (place) => passes(filters, place))
    return closeEnough(hits, specific)
  }
  const narrowest = filters.find((filter) => filter.places !== undefined)
  const others = filters.filter((filter) => filter !== narrowest)
  const places = narrowest?.places?.()
  if (places === undefined) return placesWhere(index.tasks.length, (place) => passes(filters, place))
  return others.length === 0 ? places : filterPlaces(places, (place) => passes(others, place))
}

const passes = (filters: readonly Filter[], place: number): boolean => {
  for (const filter of filters) if (!filter.test(place)) return false
  return true
}

/** The milestones of a task that fall due in a period, as {@link PeriodDues} has it. */
export const milestonesIn = (task: Task, period: Period, today: Day, withDone = false): Due[] =>
  new PeriodDues(period, today, withDone).of(task)
