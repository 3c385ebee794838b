import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  lastDayOfMonth,
  makeDay,
  weekdayOf,
} from '../domain/index.ts'
import { festivalDay } from './festivals.ts'
import type { Fields } from './fields.ts'
import { lunarDay, lunarMonth } from './lunar.ts'
import { addWorkdays } from './workdays.ts'

/** First and last day of a time. */
export interface Days {
  first: Day
  last: Day
}

/** Why a time has no days: it does not exist (2月30日), or the calendar for it is not known. */
export interface NoDays {
  problem: string
}

const monthDays = (year: number, from: number, to: number): Days => ({
  first: makeDay(year, from, 1) as Day,
  last: lastDayOfMonth(year, to),
})

/** Monday of the week a day falls in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

const edgeOf = (days: Days, grain: Fields['edgeOf'], edge: NonNullable<Fields['edge']>): Days => {
  const { first, last } = days
  const year = Number(first.slice(0, 4))
  const month = Number(first.slice(5, 7))
  if (edge === 'within' || edge === 'end') return days
  if (grain === 'plan') {
    const middle = Math.floor((year + Number(last.slice(0, 4))) / 2)
    return edge === 'start' ? monthDays(year, 1, 12) : monthDays(middle, 1, 12)
  }
  if (grain === 'year') return edge === 'start' ? monthDays(year, 1, 2) : monthDays(year, 6, 6)
  if (grain === 'half' || grain === 'quarter') {
    const at = edge === 'start' ? month : month + (grain === 'half' ? 2 : 1)
    return monthDays(year, at, at)
  }
  const at = (date: number) => makeDay(year, month, date) as Day
  return edge === 'start' ? { first, last: at(10) } : { first: at(11), last: at(20) }
}

/** The n-th week of a period: the one with its 4th day is the first, as ISO 8601 has it for years. 0 is the last. */
const weekOf = (days: Days, week: number): Days => {
  const monday =
    week === 0 ? mondayOf(addDays(days.last, -3)) : addDays(mondayOf(addDays(days.first, 3)), 7 * (week - 1))
  return { first: monday, last: addDays(monday, 6) }
}

const weekdayIn = (days: Days, week: number, weekday: number): Day => {
  if (week === 0) return addDays(days.last, -((weekdayOf(days.last) - weekday + 7) % 7))
  return addDays(days.first, ((weekday - weekdayOf(days.first) + 7) % 7) + 7 * (week - 1))
}

const workdayIn = (days: Days, n: number): Days | NoDays => {
  const result = n < 0 ? addWorkdays(addDays(days.last, 1), n) : addWorkdays(addDays(days.first, -1), n)
  return result.known
    ? { first: result.day, last: result.day }
    : { problem: `${result.year}年的放假安排未收录，无法推算工作日` }
}

/** Weekday, weekend, week or working day inside a month, quarter or year. */
const inside = (days: Days, fields: Fields): Days | NoDays => {
  if (fields.nthWorkday !== undefined) return workdayIn(days, fields.nthWorkday)
  if (fields.week === undefined) return days
  if (fields.weekday === undefined) return weekOf(days, fields.week)
  const day = weekdayIn(days, fields.week, fields.weekday)
  return { first: day, last: fields.weekend ? addDays(day, 1) : day }
}

/** A month that the calendar does not have, or a day that the month does not have. */
const impossible = (year: number, month: number, day: number): NoDays => {
  if (month < 1 || month > 12) return { problem: `没有${month}月` }
  const last = daysInMonth(year, month)
  // without a year 29 February may well exist
  return { problem: month === 2 && day === 29 ? `${year}年2月没有29日` : `${month}月没有${day}日，最多${last}日` }
}

const dayInMonth = (year: number, month: number, fields: Fields): Days | NoDays => {
  if (month < 1 || month > 12) return impossible(year, month, 1)
  if (fields.day !== undefined) {
    const day = makeDay(year, month, fields.day)
    return day ? { first: day, last: addDays(day, fields.daySpan ?? 0) } : impossible(year, month, fields.day)
  }
  const at = (date: number) => makeDay(year, month, date) as Day
  const end = lastDayOfMonth(year, month)
  if (fields.halfMonth) return fields.halfMonth === 1 ? { first: at(1), last: at(15) } : { first: at(16), last: end }
  if (fields.third) {
    const last = fields.thirdTo ?? fields.third
    return { first: at(fields.third * 10 - 9), last: last === 3 ? end : at(last * 10) }
  }
  const days = inside(monthDays(year, month, month), fields)
  return 'problem' in days || fields.edge === undefined ? days : edgeOf(days, 'month', fields.edge)
}

const lunarDays = (year: number, fields: Fields): Days | NoDays => {
  const month = fields.month ?? 1
  const day = fields.day === undefined ? null : lunarDay(year, month, fields.day, fields.leap)
  const found = fields.day === undefined ? lunarMonth(year, month, fields.leap) : day && { first: day, last: day }
  return found || { problem: `农历${year}年没有这一天` }
}

/** The days of fields whose year, and month where they have only a day, is settled. */
export const daysInYear = (year: number, fields: Fields): Days | NoDays => {
  if (fields.festival) {
    const day = festivalDay(fields.festival, year)
    return day ? { first: day, last: day } : { problem: `推算不出${year}年的${fields.festival}` }
  }
  if (fields.lunar) return lunarDays(year, fields)
  if (fields.month !== undefined) {
    if (fields.monthTo !== undefined) return monthDays(year, fields.month, fields.monthTo)
    return dayInMonth(year, fields.month, fields)
  }
  let days: Days = { first: makeDay(year, 1, 1) as Day, last: makeDay(year + (fields.yearSpan ?? 0), 12, 31) as Day }
  if (fields.quarter) days = monthDays(year, fields.quarter * 3 - 2, (fields.quarterTo ?? fields.quarter) * 3)
  else if (fields.half) days = fields.half === 1 ? monthDays(year, 1, 6) : monthDays(year, 7, 12)
  const within = inside(days, fields)
  if ('problem' in within || fields.edge === undefined) return within
  const grain = fields.edgeOf ?? 'year'
  if (grain === 'quarter' && !fields.quarter) return edgeOf(monthDays(year, 10, 12), grain, fields.edge)
  if (grain === 'month') return dayInMonth(year, Number(days.last.slice(5, 7)), fields)
  return edgeOf(within, grain, fields.edge)
}

/** Fields that lie in a month given from outside: a day, 上旬, 月底, a working day. */
export const daysInMonthOf = (year: number, month: number, fields: Fields): Days | NoDays => {
  const index = year * 12 + month - 1
  return dayInMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, fields)
}

/** Days of a week so many weeks on, or of a weekday in it. */
export const daysInWeek = (monday: Day, fields: Fields): Days => {
  if (fields.weekday === undefined) return { first: monday, last: addDays(monday, 6) }
  const day = dayFromNumber(dayNumber(monday) + fields.weekday - 1)
  return { first: day, last: addDays(day, fields.weekend ? 1 : (fields.daySpan ?? 0)) }
}
