import type { Day, Task } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { type Due, PeriodDues } from './period-dues.ts'
import type { Query } from './query.ts'
import { type Filter, filtersOf } from './query-filters.ts'
import type { Period, TopicWords } from './reading.ts'
import { FIT } from './topic-index.ts'
import { extremesOf } from './unit-counts.ts'

export { DUE_SOON_DAYS } from './query-filters.ts'

/**
 * The tasks a query means, in the ledgers' order, or in the order of closeness where it names a topic.
 * `specific` questions (谁负责, 什么时候) want the closest fits only; lists take every task that speaks of the topic.
 */
export const selectTasks = (query: Query, index: LedgerIndex, today: Day, specific: boolean): Task[] =>
  extremesOf(meeting(query, index, today, specific), query.unitCounts)

const meeting = (query: Query, index: LedgerIndex, today: Day, specific: boolean): Task[] => {
  const filters = filtersOf(query, index, today)
  if (query.topic !== null) return byTopic(query.topic, index, filters, specific)
  const narrowest = filters.find((filter) => filter.places !== undefined)
  const others = filters.filter((filter) => filter !== narrowest)
  const places = narrowest?.places?.()
  if (places === undefined) return index.tasks.filter((task, place) => passes(others, task, place))
  const found: Task[] = []
  for (const place of places) {
    const task = index.tasks[place] as Task
    if (passes(others, task, place)) found.push(task)
  }
  return found
}

const passes = (filters: readonly Filter[], task: Task, place: number): boolean => {
  for (const filter of filters) if (!filter.test(task, place)) return false
  return true
}

/** The milestones of a task that fall due in a period, as {@link PeriodDues} has it. */
export const milestonesIn = (task: Task, period: Period, today: Day, withDone = false): Due[] =>
  new PeriodDues(period, today, withDone).of(task)

/** Shares of a topic's words so close that they count as the same. */
const AS_GOOD = 0.05

const byTopic = (topic: TopicWords, index: LedgerIndex, filters: readonly Filter[], specific: boolean): Task[] => {
  const hits = index.topics.search(topic, (place) => passes(filters, index.tasks[place] as Task, place))
  const most = hits.reduce((max, hit) => Math.max(max, hit.coverage), 0)
  // one thing is asked about: what has more of its words comes before what has them in a better place
  const near = specific ? hits.filter((hit) => hit.coverage >= most - AS_GOOD) : hits
  const best = near[0]
  if (!best) return []
  // words that stand together, or a title that has them all, make scattered mentions worthless
  const least = specific ? best.fit : best.fit >= FIT.text ? FIT.text : best.fit
  return near.filter((hit) => hit.fit >= least).map((hit) => index.tasks[hit.place] as Task)
}
