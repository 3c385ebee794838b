import { isEmptyQuery, type Query, type UnitFilter } from '../matching/query.ts'
import type { Role } from '../matching/reading.ts'
import type { Turn } from './dialogue.ts'
import type { Question } from './question.ts'

/**
 * The last query with what is new put in the place of its like: a unit for the unit, a time for the time. With `within`
 * the new filters are added to the old ones instead, over the tasks just listed (其中…).
 */
export const editQuery = (fresh: Question, last: Turn, within?: readonly string[]): Question => {
  const { reading, query } = fresh
  const previous = last.query
  const narrowing = within !== undefined
  const newUnits = query.units.length > 0 || fresh.open.length > 0
  const numbered = query.numbers.length > 0
  const merged: Query = {
    ...unitsAfter(fresh, previous, narrowing),
    unitCounts: narrowing
      ? [...previous.unitCounts, ...query.unitCounts]
      : query.unitCounts.length > 0
        ? query.unitCounts
        : previous.unitCounts,
    parts: query.parts.length > 0 ? query.parts : numbered ? [] : previous.parts,
    ...timesAfter(query, previous, narrowing),
    numbers: numbered ? query.numbers : newUnits && !narrowing ? [] : previous.numbers,
    topic: query.topic ?? (numbered ? null : previous.topic),
    people: numbered || query.people.length > 0 ? query.people : previous.people,
    ledgers: query.ledgers.length > 0 ? query.ledgers : previous.ledgers,
    // what 其中 had narrowed to is let go once something else is put in its place
    within: within ?? (isEmptyQuery(query) && !newUnits ? previous.within : null),
  }
  const asksAnew = fresh.asks.size > 0 && !(reading.follow.correct && fresh.asks.size === 1 && fresh.asks.has('detail'))
  const asked = asksAnew ? fresh : last.question
  return {
    ...fresh,
    asks: asked.asks,
    whether: fresh.whether ?? (asksAnew ? null : last.question.whether),
    whoRole: asked.whoRole,
    contactRoles: asked.contactRoles,
    // 15呢: a number stands for itself
    query: numbered ? { ...merged, units: query.units, periods: query.periods, statuses: query.statuses } : merged,
    followsUp: true,
  }
}

const unitsAfter = (fresh: Question, previous: Query, narrowing: boolean): Pick<Query, 'units' | 'unitsJoin'> => {
  const { query, reading, open } = fresh
  if (query.units.length > 0 || open.length > 0) {
    if (narrowing) return { units: [...previous.units, ...query.units], unitsJoin: 'all' }
    // 那市教委呢 after 市医保局牵头的: the role is kept
    const role = onlyRole(previous.units)
    return {
      units: query.units.map((unit) => (unit.role === 'any' ? { ...unit, role } : unit)),
      unitsJoin: query.unitsJoin,
    }
  }
  const { role, roleNegated } = reading
  if (role === null) return { units: previous.units, unitsJoin: previous.unitsJoin }
  return {
    units: previous.units.map((unit) => ({ ...unit, role, negated: roleNegated ? !unit.negated : unit.negated })),
    unitsJoin: previous.unitsJoin,
  }
}

/** Periods and states are of one kind: 那逾期的呢 after 三月底前要交什么 asks for the overdue ones, whenever due. */
const timesAfter = (query: Query, previous: Query, narrowing: boolean): Pick<Query, 'periods' | 'statuses'> => {
  if (narrowing) {
    return {
      periods: query.periods.length > 0 ? query.periods : previous.periods,
      // 还有多少没到期的, of what is late: the new word stands for the old one
      statuses: [
        ...previous.statuses.filter(({ status }) => !query.statuses.some((one) => one.status === status)),
        ...query.statuses,
      ],
    }
  }
  const { periods, statuses } = query.periods.length + query.statuses.length > 0 ? query : previous
  return { periods, statuses }
}

const onlyRole = (units: readonly UnitFilter[]): Role => {
  const roles = new Set(units.map((unit) => unit.role))
  const [only] = roles
  return roles.size === 1 && only !== undefined ? only : 'any'
}
