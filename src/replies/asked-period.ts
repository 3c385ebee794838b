import { addDays, type Day, lastDayOfMonth, weekdayOf, yearOf } from '../domain/index.ts'
import type { Reading } from '../matching/reading.ts'

/** A stretch of days that has begun, and what it is called. */
export interface AskedPeriod {
  from: Day
  to: Day
  label: string
}

const thisWeek = (today: Day): AskedPeriod => ({ from: addDays(today, 1 - weekdayOf(today)), to: today, label: '本周' })

const thisMonth = (today: Day): AskedPeriod => ({ from: `${today.slice(0, 8)}01`, to: today, label: '本月' })

const lastMonth = (today: Day): AskedPeriod => {
  const to = addDays(`${today.slice(0, 8)}01`, -1)
  return { from: `${to.slice(0, 8)}01`, to, label: '上月' }
}

/** 3月份: that month, the last one that has begun. */
const month = (number: number, today: Day): AskedPeriod => {
  const year = number > Number(today.slice(5, 7)) ? yearOf(today) - 1 : yearOf(today)
  const last = lastDayOfMonth(year, number)
  const from = `${last.slice(0, 8)}01`
  return { from, to: last < today ? last : today, label: `${year === yearOf(today) ? '' : `${year}年`}${number}月` }
}

/** 最近: a week, today left out. */
const RECENT_DAYS = 7

const MONTH = /(?<!\d)(1[0-2]|[1-9])月/

/**
 * The stretch of time that is looked back on: 今天, 昨天, 最近, 本周, 上周, 本月, 上月, 3月份, 今年; what is not said is
 * `otherwise`.
 */
export const periodLookedBackOn = (
  { text }: Pick<Reading, 'text'>,
  today: Day,
  otherwise: 'week' | 'month',
): AskedPeriod => {
  if (/今[天日]|当[天日]/.test(text)) return { from: today, to: today, label: '今天' }
  if (/昨[天日]/.test(text)) return { from: addDays(today, -1), to: addDays(today, -1), label: '昨天' }
  if (/最近|近期|近来|这几天|这两天/.test(text)) return { from: addDays(today, -RECENT_DAYS), to: today, label: '近期' }
  if (/上周|上星期|上个?礼拜/.test(text)) {
    const monday = addDays(today, -6 - weekdayOf(today))
    return { from: monday, to: addDays(monday, 6), label: '上周' }
  }
  if (/[本这]个?周|周报|每周|[本这]个?(?:星期|礼拜)/.test(text)) return thisWeek(today)
  if (/上个?月/.test(text)) return lastMonth(today)
  if (/[本这]个?月|当月/.test(text)) return thisMonth(today)
  if (/今年|本年|全年/.test(text)) return { from: `${today.slice(0, 5)}01-01`, to: today, label: '今年' }
  const named = MONTH.exec(text)?.[1]
  if (named !== undefined) return month(Number(named), today)
  return otherwise === 'week' ? thisWeek(today) : thisMonth(today)
}
