import { addDays, type Day, dayFromNumber, dayNumber, daysInMonth, makeDay, weekdayOf, yearOf } from './day.ts'
import type { Milestone } from './task.ts'

/** Months between two occurrences, where it is a whole number of them. */
const MONTHS = { yearly: 12, quarterly: 3, monthly: 1 } as const

/** A month and day in a year; 29 February becomes the 28th where there is none. */
const inYear = (year: number, monthDay: string): Day => {
  const date = Number(monthDay.slice(3, 5))
  // the days that every month has need no calendar
  if (date <= 28) return `${String(year).padStart(4, '0')}-${monthDay}`
  const month = Number(monthDay.slice(0, 2))
  return makeDay(year, month, Math.min(date, daysInMonth(year, month))) as Day
}

/** The first day on or after `from` that has the month and day of a due day without a year. */
const yearlessDay = (due: string, from: Day): Day => {
  const thisYear = inYear(yearOf(from), due.slice(5))
  return thisYear >= from ? thisYear : inYear(yearOf(from) + 1, due.slice(5))
}

/** The n-th step from an anchor, keeping month ends month ends. */
const step = (anchor: Day, months: number): Day => {
  const monthIndex = yearOf(anchor) * 12 + Number(anchor.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(monthIndex / 12), (monthIndex % 12) + 1]
  const date = Number(anchor.slice(8, 10))
  const atEnd = date === daysInMonth(yearOf(anchor), Number(anchor.slice(5, 7)))
  const last = daysInMonth(year, month)
  return makeDay(year, month, atEnd ? last : Math.min(date, last)) as Day
}

/**
 * The first occurrence of a milestone on or after a day, or null where there is none.
 * A single date is its own only occurrence and is returned whenever it is; callers compare it with `from` themselves.
 */
export const nextOccurrence = (milestone: Milestone, from: Day): Day | null => {
  const { due, recurs, until } = milestone
  if (recurs === null) return due === null || !due.startsWith('X') ? due : yearlessDay(due, from)
  const within = (day: Day | null): Day | null => (day !== null && until !== undefined && day > until ? null : day)
  if (recurs === 'yearly' && due?.startsWith('X')) return within(yearlessDay(due, from))
  const anchor = due ?? milestone.anchor ?? null
  if (anchor === null) return null
  // a first occurrence that the ledger names is the first there is; an anchor stands for any of them
  if (due !== null && due >= from) return within(due)
  if (recurs === 'daily') return within(from)
  if (recurs === 'workday') {
    const weekday = weekdayOf(from)
    return within(weekday > 5 ? addDays(from, 8 - weekday) : from)
  }
  if (recurs === 'weekly') {
    const ahead = (((dayNumber(anchor) - dayNumber(from)) % 7) + 7) % 7
    return within(dayFromNumber(dayNumber(from) + ahead))
  }
  const months = MONTHS[recurs]
  const gap = (yearOf(from) - yearOf(anchor)) * 12 + Number(from.slice(5, 7)) - Number(anchor.slice(5, 7))
  let steps = Math.floor(gap / months)
  while (step(anchor, steps * months) < from) steps++
  return within(step(anchor, steps * months))
}
