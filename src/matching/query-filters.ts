import { addDays, type Day, isFinished, isOngoing, isRecurring, nextDueDay, type Task } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { PeriodDues } from './period-dues.ts'
import { union } from './places.ts'
import type { Query, UnitFilter } from './query.ts'
import type { AskedStatus } from './reading.ts'
import { meetsCount } from './unit-counts.ts'

/** Days before a deadline at which a task counts as due soon (the yellow light's threshold). */
export const DUE_SOON_DAYS = 7
const AFTER_ALL = '9999-12-31'

/** One condition of a query. */
export interface Filter {
  /** Whether a task meets it. */
  test: (task: Task, place: number) => boolean
  /** The places of all tasks that meet it, ascending, from an index. Absent where only a look at each task tells. */
  places?: () => readonly number[]
}

/**
 * The conditions of a query apart from its topic. The first that has places is where to begin: they stand in the
 * order in which they usually leave the fewest tasks.
 */
export const filtersOf = (query: Query, index: LedgerIndex, today: Day): Filter[] => {
  const filters: Filter[] = []
  if (query.numbers.length > 0) filters.push(setFilter(index.ofNumbers(query.numbers)))
  if (query.within !== null) filters.push(setFilter(placesWithin(query.within, index)))
  if (query.units.length > 0) filters.push(unitsFilter(query, index))
  if (query.people.length > 0) filters.push(peopleFilter(query.people, index))
  if (query.periods.length > 0) filters.push(periodsFilter(query, index, today))
  for (const count of query.unitCounts) filters.push({ test: (task) => meetsCount(task, count) })
  const { parts } = query
  if (parts.length > 0) filters.push({ test: (_, place) => index.parts.isIn(place, parts) })
  for (const asked of query.statuses) filters.push(statusFilter(asked, index, today))
  if (query.ledgers.length > 0) filters.push({ test: (task) => query.ledgers.includes(task.ledgerId) })
  return filters
}

const setFilter = (places: readonly number[]): Filter => {
  const set = new Set(places)
  return { test: (_, place) => set.has(place), places: () => places }
}

const placesWithin = (ids: readonly string[], index: LedgerIndex): number[] =>
  union([ids.flatMap((id) => index.placeOf(id) ?? [])], index.tasks.length)

const hasUnit = (task: Task, { names, role, negated }: UnitFilter): boolean => {
  const has =
    (role !== 'cooperating' && task.lead.some((unit) => names.includes(unit))) ||
    (role !== 'lead' && task.cooperating.some((unit) => names.includes(unit)))
  return has !== negated
}

const unitsFilter = ({ units, unitsJoin }: Query, index: LedgerIndex): Filter => {
  const all = unitsJoin === 'all'
  const test = (task: Task): boolean =>
    all ? units.every((unit) => hasUnit(task, unit)) : units.some((unit) => hasUnit(task, unit))
  const [first, ...others] = units.filter((unit) => !unit.negated)
  // who is not meant narrows nothing down
  if (!first || (!all && others.length + 1 < units.length)) return { test }
  return {
    test,
    places: () =>
      all && units.length > 1
        ? placesOfUnits([first], index).filter((place) => test(index.tasks[place] as Task))
        : placesOfUnits([first, ...others], index),
  }
}

const placesOfUnits = (units: readonly UnitFilter[], index: LedgerIndex): number[] => {
  const postings = units.flatMap(({ names, role }) =>
    names.flatMap((name) => {
      const { lead, cooperating } = index.ofUnit(name)
      if (role === 'any') return [lead, cooperating]
      return [role === 'lead' ? lead : cooperating]
    }),
  )
  return union(postings, index.tasks.length)
}

const peopleFilter = (people: readonly string[], index: LedgerIndex): Filter => ({
  test: (task) =>
    task.contacts.some(({ name, office }) => people.includes(name) || (office !== null && people.includes(office))),
  places: () =>
    union(
      people.map((name) => index.ofPerson(name)),
      index.tasks.length,
    ),
})

const periodsFilter = ({ periods, statuses }: Query, index: LedgerIndex, today: Day): Filter => {
  const withDone = statuses.some(({ status, negated }) => status === 'done' && !negated)
  const all = periods.map((period) => new PeriodDues(period, today, withDone))
  return {
    test: (task) => all.some((dues) => dues.has(task)),
    places: () => {
      const lists = all.map((dues) => dueIn(dues, index))
      return lists.length === 1 ? (lists[0] as number[]) : union(lists, index.tasks.length)
    },
  }
}

const dueIn = (dues: PeriodDues, index: LedgerIndex): number[] => {
  const places = index.days.due(dues)
  return dues.withDone ? places : places.filter((place) => dues.takes(index.tasks[place] as Task))
}

const statusFilter = (asked: AskedStatus, index: LedgerIndex, today: Day): Filter => {
  const filter = inStatus(asked, index, today)
  return asked.negated ? { test: (task, place) => !filter.test(task, place) } : filter
}

const inStatus = ({ status, every }: AskedStatus, index: LedgerIndex, today: Day): Filter => {
  switch (status) {
    case 'overdue': {
      const overdue = index.overdue(today)
      return { test: (_, place) => overdue.has(place), places: () => overdue.places }
    }
    case 'due-soon': {
      const last = addDays(today, DUE_SOON_DAYS)
      const test = (task: Task): boolean => !isFinished(task) && (nextDueDay(task, today) ?? AFTER_ALL) <= last
      const soon = new PeriodDues({ from: today, to: last, label: '' }, today, false)
      // of a recurrence, the occurrence at hand may be done already
      return { test, places: () => index.days.due(soon).filter((place) => test(index.tasks[place] as Task)) }
    }
    case 'ongoing':
      return { test: isOngoing, places: () => index.days.ongoing }
    case 'dated':
      return { test: (task) => task.milestones.some(({ due, recurs }) => due !== null || recurs !== null) }
    case 'recurring':
      return {
        test: (task) =>
          every === undefined ? isRecurring(task) : task.milestones.some(({ recurs }) => recurs === every),
        places: () => index.days.recurring(every),
      }
    case 'done':
      return { test: isFinished }
    case 'not-done':
      return { test: (task) => !isFinished(task) }
  }
}
