import { addDays, type Day, weekdayOf } from '../domain/index.ts'
import { type Days, daysInMonthOf, daysInWeek, daysInYear, mondayOf, type NoDays } from './civil.ts'
import type { Fields } from './fields.ts'
import type { TimeContext } from './time-reading.ts'

/** A time settled on the calendar. */
export interface Settled extends Days {
  /** 月底, 年底: only the end is meant, there is no first day. */
  edge: boolean
  /** `unknown`: the days are those of {@link STAND_IN_YEAR}, to be written XXXX. */
  year: 'given' | 'clock' | 'unknown'
  /** Whether the text names a month or something smaller. */
  fine: boolean
}

/** Stands for a year that the document does not give; not a leap year. */
export const STAND_IN_YEAR = 2001

const NO_CLOCK: NoDays = { problem: '文件中的相对时间无从推算' }

const yearOf = (day: Day): number => Number(day.slice(0, 4))
const monthOf = (day: Day): number => Number(day.slice(5, 7))

const MONTH_FIELDS = ['month', 'third', 'halfMonth', 'day', 'festival', 'monthShift', 'weekday', 'nthWorkday'] as const

/** Whether it lies within a month that something else must name: 25日, 上旬, 月底. */
const withinSomeMonth = (fields: Fields): boolean =>
  fields.month === undefined &&
  fields.quarter === undefined &&
  fields.half === undefined &&
  fields.festival === undefined &&
  (fields.day !== undefined ||
    fields.third !== undefined ||
    fields.halfMonth !== undefined ||
    (fields.edgeOf === 'month' && fields.year === undefined && fields.yearShift === undefined))

/**
 * Settles a time. `before` is the time named before it in the same text, whose year and month it takes over where it
 * has none; else they come from the document (`ledger`) or are the next ones, or the last ones for `looks: back`.
 */
export const resolve = (fields: Fields, context: TimeContext, before: Settled | null): Settled | NoDays => {
  const settle = (days: Days | NoDays, year: Settled['year']): Settled | NoDays =>
    'problem' in days
      ? days
      : {
          ...days,
          edge: fields.edge === 'end' || fields.edge === 'middle',
          year,
          fine: MONTH_FIELDS.some((name) => fields[name] !== undefined) || fields.edgeOf === 'month',
        }
  if (fields.plan) {
    const [from, to] = fields.plan
    const whole = { first: `${from}-01-01`, last: `${to}-12-31` }
    if (fields.edge === 'start') return settle({ first: whole.first, last: `${from}-12-31` }, 'given')
    if (fields.edge === 'middle') return settle({ first: `${from + 2}-01-01`, last: `${from + 2}-12-31` }, 'given')
    return settle(whole, 'given')
  }
  const ledger = context.purpose === 'ledger'
  const { now } = context
  const back = context.looks === 'back'
  // the year from which relative years count
  const thisYear = ledger ? (context.year ?? null) : yearOf(now)

  if (fields.dayFrom !== undefined) {
    if (before)
      return settle(
        { first: addDays(before.last, fields.dayFrom), last: addDays(before.last, fields.dayFrom) },
        before.year,
      )
    return ledger
      ? NO_CLOCK
      : settle({ first: addDays(now, fields.dayFrom), last: addDays(now, fields.dayFrom) }, 'clock')
  }
  if (fields.dayShift !== undefined) {
    if (ledger) return NO_CLOCK
    const first = addDays(now, fields.dayShift)
    return settle({ first, last: addDays(first, fields.daySpan ?? 0) }, 'clock')
  }
  if (
    fields.weekShift !== undefined ||
    (fields.weekday !== undefined &&
      fields.week === undefined &&
      fields.day === undefined &&
      fields.festival === undefined)
  ) {
    if (ledger) return NO_CLOCK
    const monday = mondayOf(now)
    if (fields.weekShift !== undefined)
      return settle(daysInWeek(addDays(monday, 7 * fields.weekShift), fields), 'clock')
    const here = daysInWeek(monday, fields)
    const base =
      before && before.last >= here.first && before.first >= monday ? daysInWeek(mondayOf(before.first), fields) : null
    if (base && base.last >= (before as Settled).first) return settle(base, 'clock')
    if (!back && here.last < now) return settle(daysInWeek(addDays(monday, 7), fields), 'clock')
    return settle(back && here.first > now ? daysInWeek(addDays(monday, -7), fields) : here, 'clock')
  }

  const explicitYear =
    fields.year ??
    (fields.yearShift !== undefined ? (thisYear === null ? undefined : thisYear + fields.yearShift) : undefined)
  const namedYear =
    explicitYear ??
    (fields.yearFrom === undefined
      ? undefined
      : before
        ? yearOf(before.first) + fields.yearFrom
        : thisYear === null
          ? undefined
          : thisYear + fields.yearFrom)
  const source: Settled['year'] =
    fields.year !== undefined || before?.year === 'given' ? 'given' : ledger ? 'given' : 'clock'

  if (fields.monthShift !== undefined || fields.monthFrom !== undefined) {
    const base = fields.monthFrom !== undefined && before ? before.last : ledger ? null : now
    if (base === null) return NO_CLOCK
    const month = monthOf(base) + (fields.monthShift ?? fields.monthFrom ?? 0)
    return settle(daysInMonthOf(namedYear ?? yearOf(base), month, fields), before?.year ?? 'clock')
  }
  if (fields.quarterShift !== undefined) {
    if (ledger) return NO_CLOCK
    const index = yearOf(now) * 4 + Math.floor((monthOf(now) - 1) / 3) + fields.quarterShift
    return settle(daysInYear(Math.floor(index / 4), { ...fields, quarter: (index % 4) + 1 }), 'clock')
  }
  if (namedYear !== undefined) return settle(daysInYear(namedYear, fields), source)
  if (withinSomeMonth(fields)) return settleMonth(fields, context, before, settle)
  if (fields.edgeOf === 'quarter' && fields.quarter === undefined && !ledger)
    return settle(daysInYear(yearOf(now), { ...fields, quarter: Math.floor((monthOf(now) - 1) / 3) + 1 }), 'clock')

  // no year at all
  const inYear = (year: number) => daysInYear(year, fields)
  if (before?.year === 'given' || before?.year === 'unknown') {
    const carried = inYear(yearOf(before.last))
    return settle(carried, before.year)
  }
  if (ledger) {
    const year = context.year ?? null
    if (year !== null) return settle(inYear(year), 'given')
    if (fields.festival !== undefined || fields.lunar) return { problem: '未注明年份，农历日期无从推算' }
    return settle(inYear(fields.month === 2 && fields.day === 29 ? 2000 : STAND_IN_YEAR), 'unknown')
  }
  const own = nearest(fields, context, inYear)
  // 年底前…，6月底前…: what comes earlier than the time before it is of the same year
  if (before && !('problem' in own) && own.last < before.first && before.fine)
    return settle(inYear(yearOf(before.first)), 'clock')
  return settle(own, 'clock')
}

/** Without a year: the next one, or the last one; quarters and halves of this year. */
const nearest = (
  fields: Fields,
  { now, purpose, looks }: TimeContext,
  inYear: (year: number) => Days | NoDays,
): Days | NoDays => {
  const year = yearOf(now)
  const coarse = fields.quarter !== undefined || fields.half !== undefined
  const whole = fields.month === undefined && fields.festival === undefined && !coarse
  const here = inYear(year)
  if (whole || (coarse && purpose !== 'question')) return here
  if (looks === 'back') {
    if (!('problem' in here) && here.first <= now) return here
    const past = inYear(year - 1)
    return 'problem' in here && 'problem' in past ? here : past
  }
  const candidates =
    fields.lunar || fields.festival ? [year - 1, year, year + 1] : [year, year + 1, year + 2, year + 3, year + 4]
  for (const candidate of candidates) {
    const days = inYear(candidate)
    if (!('problem' in days) && days.last >= now) return days
    // only 29 February is worth looking for in later years
    if ('problem' in days && !(fields.month === 2 && fields.day === 29) && !fields.lunar) return days
  }
  return here
}

/** 25日, 上旬, 月底: of the month named before, else of this month, or the next where it has passed. */
const settleMonth = (
  fields: Fields,
  { now, purpose, looks }: TimeContext,
  before: Settled | null,
  settle: (days: Days | NoDays, year: Settled['year']) => Settled | NoDays,
): Settled | NoDays => {
  const carried = before?.fine ? daysInMonthOf(yearOf(before.last), monthOf(before.last), fields) : null
  if (purpose === 'ledger') {
    if (!before || !carried) return NO_CLOCK
    return settle(carried, before.year)
  }
  if (
    before &&
    carried &&
    (before.year === 'given' || 'problem' in carried || carried.last >= now || before.last < now)
  )
    return settle(carried, before.year)
  const in_ = (offset: number) => daysInMonthOf(yearOf(now), monthOf(now) + offset, fields)
  const here = in_(0)
  if (fields.edge !== undefined && fields.day === undefined) return settle(here, 'clock')
  if (looks === 'back') {
    const fits = !('problem' in here) && here.first <= now
    return settle(fits ? here : in_(-1), 'clock')
  }
  for (let offset = 0; offset < 3; offset++) {
    const days = in_(offset)
    if (!('problem' in days) && days.last >= now) return settle(days, 'clock')
  }
  return settle(here, 'clock')
}

/** Whether a weekday given beside a date is wrong. */
export const wrongWeekday = (fields: Fields, day: Day): boolean =>
  fields.weekday !== undefined &&
  fields.week === undefined &&
  (fields.day !== undefined || fields.dayShift !== undefined) &&
  weekdayOf(day) !== fields.weekday
