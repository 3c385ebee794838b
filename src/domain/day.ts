// each from its own file: a package's main file loads all three hundred, a third of the time a command takes to start
import { TZDateMini } from '@date-fns/tz/date/mini'
import { formatISO } from 'date-fns/formatISO'

/** A civil day in Asia/Shanghai, `YYYY-MM-DD`. All calendar reasoning is done on these, never on instants. */
export type Day = string

const ZONE = 'Asia/Shanghai'
const MS_A_DAY = 86_400_000

const there = (instant: Date): Date => new TZDateMini(instant.getTime(), ZONE)

/** The civil day in Asia/Shanghai of an instant, whatever the machine's own zone. */
export const dayOf = (instant: Date): Day => formatISO(there(instant), { representation: 'date' })

/** Minutes since midnight in Asia/Shanghai, of an instant. */
export const minutesOf = (instant: Date): number => {
  const local = there(instant)
  return local.getHours() * 60 + local.getMinutes()
}

/** The time of day in Asia/Shanghai of an instant: 09:05. */
export const clockOf = (instant: Date): string => formatISO(there(instant), { representation: 'time' }).slice(0, 5)

/** Days since 1970-01-01, the form to compare and to count in. */
export const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY

/** The inverse of {@link dayNumber}. */
export const dayFromNumber = (days: number): Day => new Date(days * MS_A_DAY).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days)

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Number of days in a month; month is 1 to 12. Asked for with every date, so no instant is made for it. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTHS[month - 1] as number)

/** `null` where there is no such day (2月30日). */
export const makeDay = (year: number, month: number, date: number): Day | null =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    : null

/** Months beyond 12 are those of the years after, below 1 of the years before. */
export const lastDayOfMonth = (year: number, month: number): Day => {
  const months = year * 12 + month - 1
  const [y, m] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return makeDay(y, m, daysInMonth(y, m)) as Day
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
