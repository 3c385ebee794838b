import {
  type Day,
  isFinished,
  isInHand,
  isOngoing,
  lateSince,
  type Milestone,
  nextDueDay,
  type Task,
} from '../domain/index.ts'
import type { DayIndex } from './day-index.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { PeriodDues } from './period-dues.ts'
import { everyPlace, type Places } from './places.ts'
import type { Period } from './reading.ts'
import { sortByKeys } from './sort-by-keys.ts'

/** What a list is about, which decides the date that each row stands under. */
export interface ListScope {
  today: Day
  periods: readonly Period[]
  /** Rows stand under the date that has passed. */
  overdue: boolean
}

/** Rows that stand under one date, as places in their list. */
export interface OrderedGroup {
  from: number
  to: number
}

export interface DueOrder {
  places: Places
  /** One behind the other, none of them empty. */
  groups: readonly OrderedGroup[]
}

/**
 * Sorts tasks by the date under which a list has them: the first on which something falls due in the periods asked for,
 * else what matters today; what is late before all dates, what has none behind them. Those of one date keep their order.
 */
export const orderByDue = (places: Places, scope: ListScope, index: LedgerIndex): DueOrder => {
  const { keys, size } = keysOf(places, scope, index)
  const { order, starts } = sortByKeys(keys, size)
  const groups: OrderedGroup[] = []
  for (let key = 0; key < size; key++) {
    const [from, to] = [starts[key] as number, starts[key + 1] as number]
    if (from < to) groups.push({ from, to })
  }
  return { places: order.map((row) => places[row] as number), groups }
}

/** For each of some places the number by which it is sorted, below `size`. */
interface Keys {
  keys: Int32Array
  size: number
}

const NONE = -1

/** Below this share of all tasks, a list does not have it reckoned how all of them stand. */
const FEW = 1 / 64

const keysOf = (places: Places, scope: ListScope, index: LedgerIndex): Keys => {
  if (scope.periods.length === 0) {
    const few = places.length < index.tasks.length * FEW && !index.knowsStandings(scope.today)
    return few ? keysOfFew(places, scope, index) : standingKeys(places, scope, index, { days: [], ranks: null })
  }
  const dues = periodRanks(places, scope, index)
  // what was asked for by its date has one
  if (!dues.ranks.includes(NONE)) return { keys: dues.ranks, size: dues.days.length }
  return standingKeys(places, scope, index, dues)
}

/** The same as {@link standingKeys}, from the tasks themselves. */
const keysOfFew = (places: Places, { today, overdue }: ListScope, { tasks }: LedgerIndex): Keys => {
  const named = Array.from(places, (place) => standsUnder(tasks[place] as Task, today, overdue))
  const all = [...new Set(named)].sort()
  const numbers = new Map(all.map((name, number) => [name, number]))
  return { keys: Int32Array.from(named, (name) => numbers.get(name) as number), size: all.length }
}

/** The day under which a task stands today, or what sorts before all days or behind them. */
const standsUnder = (task: Task, today: Day, overdue: boolean): string => {
  if (isFinished(task, today)) return 'z4'
  if (!isInHand(task, today)) return 'z3'
  const late = task.milestones.flatMap((milestone) => lateSince(milestone, task, today) ?? []).sort()
  if (late.length > 0) return overdue ? (late[0] as Day) : '0'
  return nextDueDay(task, today) ?? (isOngoing(task) ? 'z1' : 'z2')
}

/** Days, ascending, and of each place one of them by its number there, or -1. */
interface Ranks {
  days: readonly Day[]
  ranks: Int32Array
}

/** The first day on which something of each task falls due in the periods; what is done counts for finished tasks only. */
const periodRanks = (places: Places, { periods, today }: ListScope, index: LedgerIndex): Ranks => {
  const { days } = index
  const finished = index.finishedOn(today)
  const firstDays = (done: boolean): readonly (Day | null)[] =>
    firstDue(
      periods.map((period) => new PeriodDues(period, today, done)),
      days,
    )
  const open = firstDays(false)
  const withDone = everyPlace(places, (place) => finished[place] === 0) ? [] : firstDays(true)
  const all = [...new Set([...open, ...withDone].filter((day) => day !== null))].sort()
  const numbers = new Map(all.map((day, rank) => [day, rank]))
  const ranked = (of: readonly (Day | null)[]): Int32Array => {
    const ranks = new Int32Array(of.length).fill(NONE)
    for (const [rule, day] of of.entries()) if (day !== null) ranks[rule] = numbers.get(day) as number
    return ranks
  }
  const [openRanks, doneRanks] = [ranked(open), ranked(withDone)]
  const ranks = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    ranks[i] = days.least(place, finished[place] === 1 ? doneRanks : openRanks)
  }
  return { days: all, ranks }
}

/** By rule the first day on which it falls due in some periods. */
const firstDue = (periods: readonly PeriodDues[], index: DayIndex): (Day | null)[] => {
  const first: (Day | null)[] = index.rules.map(() => null)
  for (const dues of periods) {
    for (const rule of index.rulesDue(dues)) {
      const day = dues.dayOf(index.rules[rule] as Milestone)
      const known = first[rule] as Day | null
      if (day !== null && (known === null || day < known)) first[rule] = day
    }
  }
  return first
}

/** Where tasks stand today; those that have a day of their own in `dues` stand there. */
const standingKeys = (
  places: Places,
  { today, overdue }: ListScope,
  index: LedgerIndex,
  dues: { days: readonly Day[]; ranks: Int32Array | null },
): Keys => {
  const { days, next, late } = index.standings(today)
  const finished = index.finishedOn(today)
  const { held } = index.columns
  const { ongoing } = index.days
  const all = dues.days.length === 0 ? days : [...new Set([...dues.days, ...days])].sort()
  const numbers = new Map(all.map((day, number) => [day, number]))
  const numberOf = (day: Day): number => 1 + (numbers.get(day) as number)
  const [ownNumbers, standingNumbers] = [Int32Array.from(dues.days, numberOf), Int32Array.from(days, numberOf)]
  const keyOf = (place: number): number => {
    if (finished[place] === 1) return all.length + 4
    if (held[place] === 1) return all.length + 3
    const passed = late[place] as number
    if (passed !== NONE) return overdue ? (standingNumbers[passed] as number) : 0
    const day = next[place] as number
    if (day !== NONE) return standingNumbers[day] as number
    return ongoing.has(place) ? all.length + 1 : all.length + 2
  }
  const keys = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) {
    const own = dues.ranks?.[i] ?? NONE
    keys[i] = own === NONE ? keyOf(places[i] as number) : (ownNumbers[own] as number)
  }
  return { keys, size: all.length + 5 }
}
