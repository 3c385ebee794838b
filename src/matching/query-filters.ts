import { addDays, type Day, lightRule, type Task } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { PeriodDues } from './period-dues.ts'
import { filterPlaces, PlaceSet, type Places, placesWhere, union } from './places.ts'
import type { Query, UnitFilter } from './query.ts'
import type { AskedStatus } from './reading.ts'
import { meetsCount } from './unit-counts.ts'

/** One condition of a query. */
export interface Filter {
  /** Whether the task at a place meets it. */
  test: (place: number) => boolean
  /** The places of all tasks that meet it, ascending, from an index. Absent where every place has to be tested. */
  places?: () => Places
}

/**
 * The conditions of a query apart from its topic. The first that has places is where to begin: they stand in the
 * order in which they usually leave the fewest tasks.
 */
export const filtersOf = (query: Query, index: LedgerIndex, today: Day): Filter[] => {
  const filters: Filter[] = []
  if (query.numbers.length > 0) filters.push(setFilter(index.ofNumbers(query.numbers), index))
  if (query.within !== null)
    filters.push(setFilter(union([index.placesOfIds(query.within)], index.tasks.length), index))
  if (query.units.length > 0) filters.push(unitsFilter(query, index))
  if (query.people.length > 0) filters.push(setFilter(ofPeople(query.people, index), index))
  if (query.periods.length > 0) filters.push(periodsFilter(query, index, today))
  for (const count of query.unitCounts) filters.push({ test: (place) => meetsCount(index.tasks[place] as Task, count) })
  const { parts } = query
  if (parts.length > 0) filters.push({ test: (place) => index.parts.isIn(place, parts) })
  for (const asked of query.statuses) filters.push(statusFilter(asked, index, today))
  if (query.ledgers.length > 0) filters.push(setFilter(index.ofLedgers(query.ledgers), index))
  return filters
}

/** @param places ascending, each once. */
const setFilter = (places: Places, index: LedgerIndex): Filter => {
  let set: PlaceSet | undefined
  return {
    test: (place) => {
      set ??= new PlaceSet(places, index.tasks.length)
      return set.has(place)
    },
    places: () => places,
  }
}

const ofPeople = (people: readonly string[], index: LedgerIndex): Places =>
  union(
    people.map((name) => index.ofPerson(name)),
    index.tasks.length,
  )

const unitsFilter = ({ units, unitsJoin }: Query, index: LedgerIndex): Filter => {
  const all = unitsJoin === 'all'
  const filters = units.map((unit) => {
    const { test } = setFilter(placesOfUnits([unit], index), index)
    return unit.negated ? (place: number) => !test(place) : test
  })
  const test = (place: number): boolean =>
    all ? filters.every((filter) => filter(place)) : filters.some((filter) => filter(place))
  const [first, ...others] = units.filter((unit) => !unit.negated)
  // who is not meant narrows nothing down
  if (!first || (!all && others.length + 1 < units.length)) return { test }
  return {
    test,
    places: () =>
      all && units.length > 1
        ? filterPlaces(placesOfUnits([first], index), test)
        : placesOfUnits([first, ...others], index),
  }
}

const placesOfUnits = (units: readonly UnitFilter[], index: LedgerIndex): Places => {
  const postings = units.flatMap(({ names, role }) =>
    names.flatMap((name) => {
      const { lead, cooperating } = index.ofUnit(name)
      if (role === 'any') return [lead, cooperating]
      return [role === 'lead' ? lead : cooperating]
    }),
  )
  return union(postings, index.tasks.length)
}

const periodsFilter = ({ periods, statuses }: Query, index: LedgerIndex, today: Day): Filter => {
  const withDone = statuses.some(({ status, negated }) => status === 'done' && !negated)
  const all = periods.map((period) => dueFilter(new PeriodDues(period, today, withDone), index))
  const [only] = all
  if (only && all.length === 1) return only
  return {
    test: (place) => all.some(({ test }) => test(place)),
    places: () =>
      union(
        all.map(({ places }) => places()),
        index.tasks.length,
      ),
  }
}

const dueFilter = (dues: PeriodDues, index: LedgerIndex): Required<Filter> => {
  const { days } = index
  const finished = index.finishedOn(dues.today)
  const takes = (place: number): boolean => dues.withDone || finished[place] === 0
  let falls: Int32Array | undefined
  return {
    test: (place) => {
      falls ??= days.markRules(days.rulesDue(dues))
      return takes(place) && days.least(place, falls) === 0
    },
    places: () => (dues.withDone ? days.due(dues) : filterPlaces(days.due(dues), takes)),
  }
}

const statusFilter = (asked: AskedStatus, index: LedgerIndex, today: Day): Filter => {
  const filter = inStatus(asked, index, today)
  return asked.negated ? { test: (place) => !filter.test(place) } : filter
}

const inStatus = ({ status, every }: AskedStatus, index: LedgerIndex, today: Day): Filter => {
  const finished = index.finishedOn(today)
  switch (status) {
    case 'overdue': {
      const { overdue } = index.standings(today)
      return { test: (place) => overdue.has(place), places: () => overdue.places }
    }
    case 'due-soon': {
      const { days, next } = index.standings(today)
      const last = addDays(today, lightRule().yellowDays)
      const after = days.findIndex((day) => day > last)
      const soon = after === -1 ? days.length : after
      return everyPlace(index, (place) => {
        const day = next[place] as number
        return finished[place] === 0 && day >= 0 && day < soon
      })
    }
    case 'ongoing': {
      const { ongoing } = index.days
      return { test: (place) => ongoing.has(place), places: () => ongoing.places }
    }
    case 'dated': {
      const { days } = index
      return everyPlace(index, (place) => days.isDated(place))
    }
    case 'recurring':
      return recurringFilter(every, index)
    case 'done':
      return everyPlace(index, (place) => finished[place] === 1)
    case 'not-done':
      return everyPlace(index, (place) => finished[place] === 0)
    case 'under-review':
    case 'suspended': {
      const meant = status === 'suspended' ? 'suspended' : 'pending-review'
      return everyPlace(index, (place) => index.tasks[place]?.status === meant)
    }
    case 'in-difficulty':
      return everyPlace(index, (place) => finished[place] === 0 && isInDifficulty(index.tasks[place]))
    case 'extended':
      return everyPlace(index, (place) => isExtended(index.tasks[place]))
  }
}

/** Whether the unit's last report speaks of difficulties. */
const isInDifficulty = (task: Task | undefined): boolean =>
  task?.reports.findLast(({ decision }) => decision === undefined)?.difficulty === true

/** Granted to the unit, or set by message. */
const isExtended = (task: Task | undefined): boolean =>
  task !== undefined && (task.extensions > 0 || task.edited?.milestones !== undefined)

const everyPlace = ({ tasks }: LedgerIndex, test: (place: number) => boolean): Filter => ({
  test,
  places: () => placesWhere(tasks.length, test),
})

/** Half-yearly work is two yearly milestones. */
const recurringFilter = (every: AskedStatus['every'], index: LedgerIndex): Filter => {
  if (every !== 'half-yearly') return setFilter(index.days.recurring(every), index)
  const twice = (place: number): boolean =>
    (index.tasks[place] as Task).milestones.filter(({ recurs }) => recurs === 'yearly').length > 1
  return { test: twice, places: () => filterPlaces(index.days.recurring('yearly'), twice) }
}
