import { addDays, type Day, weekdayOf, yearOf } from '../domain/index.ts'
import { isDayOff, isHolidayYearKnown, isMakeUpWorkday } from './holidays.ts'

/** The State Council has not, or not to our knowledge, arranged this year's holidays: working days cannot be counted. */
export interface UnknownYear {
  known: false
  year: number
}

/** Whether people in offices work on a day: the statutory calendar with its make-up days. */
export const isWorkday = (day: Day): { known: true; workday: boolean } | UnknownYear => {
  const year = yearOf(day)
  if (!isHolidayYearKnown(year)) return { known: false, year }
  return { known: true, workday: isMakeUpWorkday(day) || (weekdayOf(day) <= 5 && !isDayOff(day)) }
}

export type WorkdayResult = { known: true; day: Day } | UnknownYear

/**
 * The n-th working day after a day, which itself does not count; before it for a negative n. For 0 the day itself.
 * Whether the day itself is a working day does not matter.
 */
export const addWorkdays = (day: Day, n: number): WorkdayResult => {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    const answer = isWorkday(at)
    if (!answer.known) return answer
    if (answer.workday) left--
  }
  return { known: true, day: at }
}

/** The day itself where it is a working day, else the last one before it. */
export const lastWorkdayOnOrBefore = (day: Day): WorkdayResult => {
  const answer = isWorkday(day)
  if (!answer.known) return answer
  return answer.workday ? { known: true, day } : addWorkdays(day, -1)
}

/** The day itself where it is a working day, else the next one (Civil Code, art. 203: a period that ends on a holiday). */
export const firstWorkdayOnOrAfter = (day: Day): WorkdayResult => {
  const answer = isWorkday(day)
  if (!answer.known) return answer
  return answer.workday ? { known: true, day } : addWorkdays(day, 1)
}

/** Working days after `from` up to and including `to`; negative where `to` lies before. */
export const workdaysBetween = (from: Day, to: Day): { known: true; count: number } | UnknownYear => {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  let count = 0
  for (let at = addDays(first, 1); at <= last; at = addDays(at, 1)) {
    const answer = isWorkday(at)
    if (!answer.known) return answer
    if (answer.workday) count++
  }
  return { known: true, count: count * sign }
}
