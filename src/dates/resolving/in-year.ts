import { weekdayOf } from '../../domain/index.ts'
import { type Days, daysInYear, type NoDays } from '../civil.ts'
import { isFixedFestival } from '../festivals.ts'
import type { Fields } from '../fields.ts'
import { type Scene, type Settle, type Settled, STAND_IN_YEAR, settled, yearOf } from './scene.ts'

/** Without a year the document's day could be 29 February. */
const standIn = (fields: Fields): Settled | NoDays => {
  const moves = fields.lunar === true || (fields.festival !== undefined && !isFixedFestival(fields.festival))
  if (moves) return { problem: '未注明年份，农历日期无从推算' }
  const year = fields.month === 2 && fields.day === 29 ? 2000 : STAND_IN_YEAR
  return settled(daysInYear(year, fields), fields, 'unknown')
}

/** 2020年3月, 明年底, 次年一季度: the year is named. */
export const settleNamedYear: Settle = (fields, { context, before, ledger, now }) => {
  if (fields.year !== undefined) return settled(daysInYear(fields.year, fields), fields, 'given')
  const shift = fields.yearShift ?? fields.yearFrom
  if (shift === undefined) return undefined
  const base =
    fields.yearFrom !== undefined && before ? yearOf(before.first) : ledger ? (context.year ?? null) : yearOf(now)
  if (base === null || (fields.yearFrom !== undefined && before?.year === 'unknown')) return standIn(fields)
  const source =
    ledger || (fields.yearFrom !== undefined && before) ? (before?.year ?? 'given') : shift < 0 ? 'clock' : 'given'
  return settled(daysInYear(base + shift, fields), fields, source)
}

/** Without a year: the next one, or the last one; quarters and halves of this year. */
const nearest = (fields: Fields, { context, now, back }: Scene): Days | NoDays => {
  const inYear = (year: number) => daysInYear(year, fields)
  const year = yearOf(now)
  const coarse = fields.quarter !== undefined || fields.half !== undefined
  const whole = fields.month === undefined && fields.festival === undefined && !coarse
  const here = inYear(year)
  if (whole || (coarse && context.purpose !== 'question')) return here
  if (back) {
    if (!('problem' in here) && here.first <= now) return here
    const past = inYear(year - 1)
    return 'problem' in here && 'problem' in past ? here : past
  }
  const mayMiss = fields.lunar === true || (fields.month === 2 && fields.day === 29)
  for (let candidate = fields.lunar || fields.festival ? year - 1 : year; candidate <= year + 8; candidate++) {
    const days = inYear(candidate)
    if ('problem' in days ? !mayMiss : days.last >= now) return days
  }
  return here
}

/** 2月10日（周日）, said in the days after it: the weekday shows that it is the one that has passed. */
const ofWeekday = (days: Days | NoDays, fields: Fields): Days | NoDays => {
  if (fields.weekday === undefined || fields.day === undefined || 'problem' in days) return days
  if (weekdayOf(days.first) === fields.weekday) return days
  const past = daysInYear(yearOf(days.first) - 1, fields)
  return !('problem' in past) && weekdayOf(past.first) === fields.weekday ? past : days
}

/** 3月底, 国庆节, 一季度, 年底: of the year named before, of the document's, else by the clock. */
export const settleYearless: Settle = (fields, scene) => {
  const { before, context, ledger } = scene
  const inYear = (year: number, source: Settled['year']) => settled(daysInYear(year, fields), fields, source)
  if (before && before.year !== 'clock') return inYear(yearOf(before.last), before.year)
  if (ledger) return context.year == null ? standIn(fields) : inYear(context.year, 'given')
  const own = settled(ofWeekday(nearest(fields, scene), fields), fields, 'clock')
  // 年底前…，6月底前…: what comes earlier than the time before it is of the same year
  if (before?.fine && !('problem' in own) && own.last < before.first) return inYear(yearOf(before.first), 'clock')
  return own
}
