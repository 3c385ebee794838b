import { addDays } from '../../domain/index.ts'
import { addMonths } from '../amounts.ts'
import { daysInMonthOf, daysInWeek, daysInYear, mondayOf } from '../civil.ts'
import type { Fields } from '../fields.ts'
import { monthOf, NO_CLOCK, type Settle, settled, yearOf } from './scene.ts'

/** Five years have a first and a last one; decades and centuries beginnings, middles and ends of some years. */
const partOf = ([from, to]: readonly [number, number], edge: Fields['edge']): [number, number] => {
  const few = to - from < 9 ? 1 : to - from < 99 ? 3 : 20
  const middle = Math.floor((from + to) / 2)
  if (edge === 'start') return [from, from + few - 1]
  if (edge === 'middle') return [middle, few > 1 ? middle + 1 : middle]
  return edge === 'end' && few > 1 ? [to - few + 1, to] : [from, to]
}

const pad = (year: number): string => String(year).padStart(4, '0')

/** “十四五”期间, 十三五末; 九十年代初, 上世纪末. */
export const settlePlan: Settle = (fields) => {
  if (fields.plan === undefined) return undefined
  const [from, to] = partOf(fields.plan, fields.edge)
  const isPeriod = from !== fields.plan[0]
  const days = { first: `${pad(from)}-01-01`, last: `${pad(to)}-12-31` }
  return settled(days, isPeriod && fields.edge === 'end' ? { ...fields, edge: 'within' } : fields, 'given')
}

/** 今天, 后天, 去年今天; 次日 of the time before it. */
export const settleDay: Settle = (fields, { before, ledger, now }) => {
  const shift = fields.dayShift ?? fields.dayFrom
  if (shift === undefined) return undefined
  const base = fields.dayFrom !== undefined && before ? before.last : ledger ? null : now
  if (base === null) return NO_CLOCK
  const first = addDays(addMonths(base, (fields.yearShift ?? 0) * 12), shift)
  return settled({ first, last: addDays(first, fields.daySpan ?? 0) }, fields, before?.year ?? 'clock')
}

const isWeekday = (fields: Fields): boolean =>
  fields.weekday !== undefined &&
  fields.week === undefined &&
  fields.day === undefined &&
  fields.festival === undefined &&
  fields.dayShift === undefined

/** 下周三; 周五, which is the next one, or the one of the week named before (下周一、周三). */
export const settleWeek: Settle = (fields, { before, ledger, now, back }) => {
  if (fields.weekShift === undefined && !isWeekday(fields)) return undefined
  if (ledger) return NO_CLOCK
  const monday = mondayOf(now)
  const inWeek = (weeks: number) => daysInWeek(addDays(monday, 7 * weeks), fields)
  if (fields.weekShift !== undefined) return settled(inWeek(fields.weekShift), fields, 'clock')
  if (before) {
    const beside = daysInWeek(mondayOf(before.first), fields)
    if (before.first >= monday && beside.last >= before.first) return settled(beside, fields, 'clock')
  }
  const here = inWeek(0)
  const weeks = back ? (here.first > now ? -1 : 0) : here.last < now ? 1 : 0
  return settled(inWeek(weeks), fields, 'clock')
}

/** 本月, 下个月15号; 次月 of the time before it. */
export const settleMonth: Settle = (fields, { before, ledger, now }) => {
  const shift = fields.monthShift ?? fields.monthFrom
  if (shift === undefined) return undefined
  const base = fields.monthFrom !== undefined && before ? before.last : ledger ? null : now
  if (base === null) return NO_CLOCK
  return settled(
    daysInMonthOf(yearOf(base) + (fields.yearShift ?? 0), monthOf(base) + shift, fields),
    fields,
    before?.year ?? 'clock',
  )
}

/** 本季度, 上季度末; 季末 by itself is that of this quarter. */
export const settleQuarter: Settle = (fields, { ledger, now, before }) => {
  const bare = fields.edgeOf === 'quarter' && fields.quarter === undefined
  if (fields.quarterShift === undefined && (!bare || fields.year !== undefined || fields.yearShift !== undefined))
    return undefined
  if (ledger || before?.year === 'given') return ledger ? NO_CLOCK : undefined
  const index = yearOf(now) * 4 + Math.floor((monthOf(now) - 1) / 3) + (fields.quarterShift ?? 0)
  return settled(daysInYear(Math.floor(index / 4), { ...fields, quarter: (index % 4) + 1 }), fields, 'clock')
}
