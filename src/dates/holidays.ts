import { dataFile } from '../data.ts'
import type { Day } from '../domain/index.ts'

interface YearOfHolidays {
  source: string
  off: { name: string; from: Day; to: Day }[]
  /** Weekend days worked instead (调休上班). */
  work: Day[]
}

interface Holidays {
  years: Record<string, YearOfHolidays | undefined>
  work: Set<Day>
  off: { name: string; from: Day; to: Day }[]
}

const file = dataFile<{ years: Record<string, YearOfHolidays> }>('holidays.json')
let holidays: Holidays | undefined

const all = (): Holidays => {
  if (holidays === undefined) {
    const { years } = file()
    const listed = Object.values(years)
    holidays = { years, work: new Set(listed.flatMap((year) => year.work)), off: listed.flatMap((year) => year.off) }
  }
  return holidays
}

/** Whether the State Council's notice for the year is in `data/holidays.json`. */
export const isHolidayYearKnown = (year: number): boolean => all().years[year] !== undefined

export const isMakeUpWorkday = (day: Day): boolean => all().work.has(day)

export const isDayOff = (day: Day): boolean => all().off.some(({ from, to }) => from <= day && day <= to)

/** First and last day off of a statutory holiday (春节, 国庆节) that a day falls in, null where it is not known. */
export const holidayAround = (name: string, day: Day): { from: Day; to: Day } | null =>
  all().off.find((holiday) => holiday.from <= day && day <= holiday.to && holiday.name.includes(name)) ?? null
