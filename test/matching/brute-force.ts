import {
  addDays,
  type Day,
  isFinished,
  isInHand,
  isOngoing,
  isOverdue,
  isRecurring,
  lateSince,
  nextDueDay,
  nextOccurrence,
  type Task,
} from '../../src/domain/index.ts'
import type { ListScope } from '../../src/matching/due-order.ts'
import type { LedgerIndex } from '../../src/matching/ledger-index.ts'
import { type NumberReference, numberParts } from '../../src/matching/number-reference.ts'
import type { Query, UnitFilter } from '../../src/matching/query.ts'
import type { AskedStatus, Period, Role } from '../../src/matching/reading.ts'
import { FIT, WHOLE } from '../../src/matching/topic-hits.ts'

// What a query means, task by task and without any index.

const sits = (own: readonly number[], want: readonly number[], at: number): boolean =>
  at >= 0 && want.every((n, i) => own[at + i] === n)

const LEVELS: ((own: readonly number[], want: readonly number[]) => boolean)[] = [
  (own, want) => own.length === want.length && sits(own, want, 0),
  (own, want) => own.length > want.length && want.length > 1 && sits(own, want, own.length - want.length),
  (own, want) => own.length > want.length && (sits(own, want, 0) || (own.length > 2 && sits(own, want, 1))),
]

/** The tasks of some numbers: the first level that any task reaches counts, number by number. */
export const tasksOfNumbers = (tasks: readonly Task[], references: readonly NumberReference[]): Set<Task> => {
  const found = new Set<Task>()
  for (const { parts, to } of references) {
    const from = parts[0] as number
    const range =
      to === undefined ? [] : to < from ? [from, to] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
    for (const want of to === undefined ? [parts] : range.map((n) => [n])) {
      const levels = LEVELS.map((fits) => tasks.filter((task) => fits(numberParts(task.no), want)))
      for (const task of levels.find((level) => level.length > 0) ?? []) found.add(task)
    }
  }
  return found
}

/** The place of a task's outermost heading among those of its ledger; 0 for none. Random headings have no numbers. */
const partOf = (tasks: readonly Task[], { ledgerId, path: [heading = ''] }: Task): number => {
  const own = tasks.filter((task) => task.ledgerId === ledgerId).map((task) => task.path[0] ?? '')
  return [...new Set(own.filter((one) => one !== ''))].indexOf(heading) + 1
}

const unitsOf = (task: Task, role: Role): string[] => [
  ...(role === 'cooperating' ? [] : task.lead),
  ...(role === 'lead' ? [] : task.cooperating),
]

const hasUnit = (task: Task, { names, role, negated }: UnitFilter): boolean =>
  unitsOf(task, role).some((unit) => names.includes(unit)) !== negated

const hasStatus = (task: Task, { status, every }: AskedStatus, today: Day): boolean => {
  const next = nextDueDay(task, today)
  if (status === 'overdue') return isOverdue(task, today)
  if (status === 'due-soon') return !isFinished(task, today) && next !== null && next <= addDays(today, 7)
  if (status === 'ongoing') return isOngoing(task)
  if (status === 'done') return isFinished(task, today)
  if (status === 'not-done') return !isFinished(task, today)
  if (status === 'under-review') return task.status === 'pending-review'
  if (status === 'suspended') return task.status === 'suspended'
  if (status === 'extended') return task.extensions > 0 || task.edited?.milestones !== undefined
  return every === undefined ? isRecurring(task) : task.milestones.some(({ recurs }) => recurs === every)
}

/** The days in a period on which something of a task is due. */
export const daysDue = (task: Task, { from, to }: Period, today: Day, withDone: boolean): Day[] => {
  const over = to !== null && to < today
  const all = over || withDone
  if (isFinished(task, today) && !all) return []
  const begin = all ? (from ?? '1949-01-01') : from !== null && from > today ? from : today
  return (
    task.milestones
      .filter(({ done, recurs }) => all || done === undefined || recurs !== null)
      // 2019年底前, once it is over, means no occurrence of what comes round
      .filter(({ recurs }) => recurs === null || !(over && from === null))
      .flatMap((milestone) => nextOccurrence(milestone, begin) ?? [])
      .filter((day) => day >= begin && (to === null || day <= to))
  )
}

export const selectByForce = (query: Query, index: LedgerIndex, today: Day, specific: boolean): Task[] => {
  const numbered = tasksOfNumbers(index.tasks, query.numbers)
  const withDone = query.statuses.some(({ status, negated }) => status === 'done' && !negated)
  const fits = (task: Task): boolean =>
    (query.numbers.length === 0 || numbered.has(task)) &&
    (query.ledgers.length === 0 || query.ledgers.includes(task.ledgerId)) &&
    (query.within === null || query.within.includes(task.id)) &&
    (query.units.length === 0 ||
      (query.unitsJoin === 'all'
        ? query.units.every((unit) => hasUnit(task, unit))
        : query.units.some((unit) => hasUnit(task, unit)))) &&
    (query.people.length === 0 ||
      task.contacts.some(({ name, office }) => [name, office].some((who) => query.people.includes(who ?? '')))) &&
    query.unitCounts.every(({ role, least, most }) => {
      const count = unitsOf(task, role).length
      return least <= count && count <= most
    }) &&
    (query.parts.length === 0 || query.parts.includes(partOf(index.tasks, task))) &&
    query.statuses.every((asked) => hasStatus(task, asked, today) !== asked.negated) &&
    (query.periods.length === 0 || query.periods.some((period) => daysDue(task, period, today, withDone).length > 0))
  if (query.topic === null) return index.tasks.filter(fits)
  const hits = index.topics.search(query.topic).filter(({ place }) => fits(index.tasks[place] as Task))
  const most = Math.max(...hits.map(({ coverage }) => coverage))
  const near = specific ? hits.filter(({ coverage }) => coverage >= most - 0.05) : hits
  const whole = near.filter((hit) => hit.whole !== WHOLE.none)
  if (specific && near[0]?.whole !== WHOLE.title && whole.length > 0)
    return whole.map(({ place }) => index.tasks[place] as Task)
  const best = near[0]?.fit ?? 0
  const least = specific ? best : Math.min(best, FIT.text)
  return near.filter(({ fit }) => fit >= least).map(({ place }) => index.tasks[place] as Task)
}

/** What a row of a list is sorted by: its day, or `0` and `z…` for what stands before or behind all days. */
export const rowKey = (task: Task, { periods, overdue, today }: ListScope): string => {
  const dues = periods.flatMap((period) => daysDue(task, period, today, isFinished(task, today)))
  if (dues.length > 0) return dues.toSorted()[0] as Day
  if (isFinished(task, today)) return 'z4'
  if (!isInHand(task, today)) return 'z3'
  const late = task.milestones.flatMap((milestone) => lateSince(milestone, task, today) ?? [])
  if (late.length > 0) return overdue ? (late.toSorted()[0] as Day) : '0'
  return nextDueDay(task, today) ?? (isOngoing(task) ? 'z1' : 'z2')
}

/** Tasks as a list has them: by their day, then in the order given. */
export const orderByForce = (tasks: readonly Task[], scope: ListScope): Task[] => {
  const keyed = tasks.map((task) => ({ task, key: rowKey(task, scope) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ task }) => task)
}
