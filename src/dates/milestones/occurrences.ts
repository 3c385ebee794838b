import { type Day, dayFromNumber, dayNumber, daysInMonth, weekdayOf } from '../../domain/index.ts'
import { shift } from '../amounts.ts'
import { type Days, daysInMonthOf, daysInWeek, daysInYear, type NoDays } from '../civil.ts'
import type { Fields } from '../fields.ts'
import type { EveryUnit, Position } from '../recognisers/recurrences.ts'
import { isWorkday } from '../workdays.ts'

/** A recurrence unit that can be counted; half-years are two yearly positions. */
export type Unit = Exclude<EveryUnit, 'half'>

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Years, quarters, months, weeks and days counted through, so that the next one is always one more. */
export const indexOf = (unit: Unit, day: Day): number => {
  if (unit === 'year') return yearOf(day)
  if (unit === 'week') return Math.floor((dayNumber(day) + 3) / 7)
  if (unit === 'day' || unit === 'workday') return dayNumber(day)
  const month = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1
  return unit === 'month' ? month : Math.floor(month / 3)
}

/** 每月31日 falls on the last day of shorter months. */
const clamped = (fields: Fields, year: number, month: number): Fields => {
  const last = daysInMonth(year, month)
  return fields.day !== undefined && fields.day <= 31 && fields.day > last ? { ...fields, day: last } : fields
}

const daysOf = (unit: Unit, index: number, fields: Fields): Days | NoDays => {
  if (unit === 'year') return daysInYear(index, fields.month === 2 ? clamped(fields, index, 2) : fields)
  if (unit === 'week') return daysInWeek(dayFromNumber(index * 7 - 3), fields)
  if (unit === 'month') {
    const [year, month] = [Math.floor(index / 12), (index % 12) + (fields.monthOfQuarter ?? 1)]
    return daysInMonthOf(year, month, clamped(fields, year, month))
  }
  if (unit === 'quarter') {
    const [year, quarter] = [Math.floor(index / 4), (index % 4) + 1]
    if (fields.monthOfQuarter === undefined) return daysInYear(year, { ...fields, quarter })
    return daysInMonthOf(year, quarter * 3 - 3 + fields.monthOfQuarter, fields)
  }
  const day = dayFromNumber(index)
  return { first: day, last: day }
}

/** Whether nobody works on it; where the year's holidays are not known, weekends only. */
const isFree = (day: Day): boolean => {
  const answer = isWorkday(day)
  return answer.known ? !answer.workday : weekdayOf(day) > 5
}

/** The occurrence of a position in one unit of time, null for a day off. */
export const occurrence = (unit: Unit, index: number, position: Position): Days | NoDays | null => {
  const days = daysOf(unit, index, position.fields)
  if ('problem' in days) return days
  if (unit === 'workday' && isFree(days.first)) return null
  if (position.afterEnd) {
    const due = shift(days.last, position.afterEnd, 1)
    return due.known ? { first: due.day, last: due.day } : { problem: `${due.year}年的放假安排未收录，无法推算工作日` }
  }
  if (position.until === undefined) return days
  const until = daysOf(unit, index, position.until)
  if ('problem' in until) return until
  if (until.last >= days.first) return { first: days.first, last: until.last }
  const next = daysOf(unit, index + 1, position.until)
  return 'problem' in next ? next : { first: days.first, last: next.last }
}

/** Days by which the due day of a position may lie after the unit it belongs to. */
const REACH = 14

/** The first occurrence whose last day is `from` or later. */
export const firstFrom = (unit: Unit, position: Position, from: Day): Days | NoDays => {
  const start = indexOf(unit, from) - 2
  for (let index = start; index < start + REACH + 4; index++) {
    const days = occurrence(unit, index, position)
    if (days !== null && ('problem' in days || days.last >= from)) return days
  }
  return { problem: '推算不出下一次' }
}

/** The last occurrence whose last day is `to` or earlier. */
export const lastUntil = (unit: Unit, position: Position, to: Day): Days | null => {
  const end = indexOf(unit, to) + 1
  for (let index = end; index > end - REACH; index--) {
    const days = occurrence(unit, index, position)
    if (days !== null && !('problem' in days) && days.last <= to) return days
  }
  return null
}
