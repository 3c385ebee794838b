import { addDays, type Day, daysInMonth, makeDay } from '../domain/index.ts'
import { addWorkdays, type WorkdayResult } from './workdays.ts'

/** A length of time. */
export interface Amount {
  months: number
  days: number
  workdays: number
  /** Hours and minutes, and the half of half days. */
  minutes: number
}

const A_DAY = 1440

/**
 * The corresponding day so many months on, else the last day of that month (Civil Code, art. 202).
 */
export const addMonths = (day: Day, months: number): Day => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return makeDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))) as Day
}

/** Days that minutes come to; counted from `since` midnight, where the time of day is known. */
const daysOf = (minutes: number, sign: 1 | -1, since: number | undefined): number =>
  since === undefined ? sign * Math.floor(minutes / A_DAY) : Math.floor((since + sign * minutes) / A_DAY)

/**
 * The day an amount after a day, which itself is not counted (Civil Code, art. 201); before it for `sign` -1.
 * `since` is the time of that day in minutes, from which hours count.
 */
export const shift = (day: Day, amount: Amount, sign: 1 | -1, since?: number): WorkdayResult => {
  const days = sign * amount.days + (amount.minutes === 0 ? 0 : daysOf(amount.minutes, sign, since))
  const moved = addDays(addMonths(day, sign * amount.months), days)
  return amount.workdays === 0 ? { known: true, day: moved } : addWorkdays(moved, sign * amount.workdays)
}
