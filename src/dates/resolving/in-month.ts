import { daysInMonthOf } from '../civil.ts'
import type { Fields } from '../fields.ts'
import { nextLunarDay } from '../lunar.ts'
import { monthOf, NO_CLOCK, type Settle, settled, yearOf } from './scene.ts'

const isWithinYear = ({ month, quarter, half, festival, year, yearShift, yearFrom }: Fields): boolean =>
  (month ?? quarter ?? half ?? festival ?? year ?? yearShift ?? yearFrom) !== undefined

/** Whether it lies within a month that something else must name: 25日, 上旬, 月底. */
const isWithinMonth = (fields: Fields): boolean =>
  !isWithinYear(fields) && ((fields.day ?? fields.third ?? fields.halfMonth) !== undefined || fields.edgeOf === 'month')

/** 25日, 上旬, 月底: of the month named before, else of this month, or the next where it has passed. */
export const settleInMonth: Settle = (fields, { before, ledger, now, back }) => {
  if (!isWithinMonth(fields)) return undefined
  if (before?.fine) {
    const carried = daysInMonthOf(yearOf(before.last), monthOf(before.last), fields)
    return settled(carried, fields, before.year)
  }
  if (ledger) return NO_CLOCK
  if (fields.lunar && fields.day !== undefined) {
    const day = nextLunarDay(now, fields.day)
    return settled(day ? { first: day, last: day } : { problem: `农历没有${fields.day}日` }, fields, 'clock')
  }
  const monthsOn = (months: number) => daysInMonthOf(yearOf(now), monthOf(now) + months, fields)
  const here = monthsOn(0)
  if (fields.edge !== undefined && fields.day === undefined) return settled(here, fields, 'clock')
  if (back) return settled(!('problem' in here) && here.first <= now ? here : monthsOn(-1), fields, 'clock')
  for (let months = 0; months < 3; months++) {
    const days = monthsOn(months)
    if (!('problem' in days) && days.last >= now) return settled(days, fields, 'clock')
  }
  return settled(here, fields, 'clock')
}
