import { addDays, type Day, type Milestone, type Recurrence } from '../../domain/index.ts'
import type { Days } from '../civil.ts'
import { isFixedFestival } from '../festivals.ts'
import type { EveryMention } from '../mentions.ts'
import type { Position } from '../recognisers/recurrences.ts'
import { resolve } from '../resolving/index.ts'
import { firstFrom, lastUntil, type Unit } from './occurrences.ts'
import { relationOf, resolveEnd, shape } from './of-moment.ts'
import { isProblem, type Reading } from './reading.ts'

const RECURS: Record<Unit, Recurrence> = {
  year: 'yearly',
  quarter: 'quarterly',
  month: 'monthly',
  week: 'weekly',
  workday: 'workday',
  day: 'daily',
}

/** Half-yearly work is two yearly milestones. */
const halves = (positions: Position[]): Position[] => {
  const given = positions.length > 0 ? positions : [{ fields: {}, relation: null }]
  return given.flatMap((position) =>
    ([1, 2] as const).map((half) => ({ ...position, fields: { ...position.fields, half } })),
  )
}

interface Bounds {
  from: Day | null
  to: Day | null
}

/** First and last day of the period that a recurrence is confined to (2020—2022年期间每年, 从2020年起每年). */
const boundsOf = (mention: EveryMention, reading: Reading): Bounds => {
  const { bound } = mention
  if (bound === undefined) return { from: null, to: null }
  const settled = resolve(bound.fields, reading.context, reading.before)
  if (isProblem(settled) || settled.year === 'unknown') return { from: null, to: null }
  reading.before = settled
  const relation = relationOf(bound)
  if (relation === 'from') return { from: settled.first, to: null }
  if (relation === 'by' || relation === 'until') return { from: null, to: settled.last }
  const end = bound.end === undefined ? settled : resolveEnd(bound.end, reading, settled)
  return { from: settled.first, to: isProblem(end) ? null : end.last }
}

/** Whether it falls on the same date every year. */
const isFixed = ({ fields, afterEnd }: Position): boolean =>
  fields.lunar === undefined &&
  fields.week === undefined &&
  fields.nthWorkday === undefined &&
  (fields.festival === undefined || isFixedFestival(fields.festival)) &&
  !afterEnd?.workdays

const shaped = (position: Position, days: Days, reading: Reading): Milestone => {
  const settled = {
    ...days,
    edge: position.afterEnd !== undefined || position.fields.edge === 'end',
    year: 'given' as const,
    fine: true,
  }
  const relation =
    position.relation === 'by' || position.relation === 'until' || position.relation === 'within'
      ? position.relation
      : null
  const result = shape(position.until ?? position.fields, settled, relation, reading)
  return result?.milestone as Milestone
}

const STAND_IN_DAY = '2001-01-01'

const inYears = (day: string | null): string | null => day && `XXXX${day.slice(4)}`

/** In a document: the date of a yearly one, the first of the others in the document's year. */
const inLedger = (unit: Unit, position: Position, bounds: Bounds, reading: Reading): Milestone | string => {
  const { year } = reading.context
  const base = bounds.from ?? (year == null ? null : `${year}-01-01`)
  const days = firstFrom(unit, position, base ?? STAND_IN_DAY)
  if (isProblem(days)) return days.problem
  const found = shaped(position, days, reading)
  const recurs = RECURS[unit]
  if (unit === 'year' && isFixed(position))
    return { ...found, recurs, due: inYears(found.due), start: inYears(found.start) }
  if (base !== null) return { ...found, recurs }
  return { ...found, recurs, due: null, start: null, ...(found.due ? { anchor: found.due } : {}) }
}

const milestoneOf = (unit: Unit, position: Position, bounds: Bounds, reading: Reading): Milestone | string => {
  const { context } = reading
  const last = bounds.to === null ? null : lastUntil(unit, position, bounds.to)
  const until = last ? { until: shaped(position, last, reading).due as Day } : {}
  if (context.purpose === 'ledger') {
    const found = inLedger(unit, position, bounds, reading)
    return typeof found === 'string' ? found : { ...found, ...until }
  }
  const from = bounds.from !== null && bounds.from > context.now ? bounds.from : context.now
  let days = firstFrom(unit, position, from)
  // 节前 may have passed though the festival has not
  for (let next = 0; next < 2 && !isProblem(days) && (shaped(position, days, reading).due ?? from) < from; next++) {
    const later = firstFrom(unit, position, addDays(days.last, 1))
    days = later
  }
  if (isProblem(days)) return days.problem
  const first = last !== null && days.last > last.last ? last : days
  return { ...shaped(position, first, reading), recurs: RECURS[unit], ...until }
}

/** Adds the milestones of 每年3月底前, 每季度末, 每半年, 从2020年起每年…. */
export const addRecurrence = (mention: EveryMention, reading: Reading): void => {
  const { from, to } = mention
  const report = (message: string) => reading.problems.push({ from, to, message })
  if (mention.unsupported) {
    report(`“${reading.text.slice(from, to)}”的周期无法按年、季、月、周推算`)
    return
  }
  const bounds = boundsOf(mention, reading)
  const half = mention.unit === 'half'
  const unit = mention.unit === 'half' ? 'year' : mention.unit
  const given = mention.positions.length > 0 ? mention.positions : [{ fields: {}, relation: null }]
  const read = (positions: Position[]): Milestone[] => {
    const found: Milestone[] = []
    for (const position of positions) {
      const one = milestoneOf(unit, position, bounds, reading)
      if (typeof one === 'string') report(one)
      else found.push(one)
    }
    return found
  }
  const milestones = read(half ? halves(mention.positions) : given)
  for (const milestone of milestones) reading.drafts.push({ from, to, milestone })
  const draft = reading.drafts.at(-1)
  if (mention.twice && mention.unit === 'year' && milestones.length === 1 && draft) draft.otherwise = [read(halves([]))]
}
