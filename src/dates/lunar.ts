import { createRequire } from 'node:module'
import type * as LunarTypescript from 'lunar-typescript'
import { addDays, type Day } from '../domain/index.ts'

const require = createRequire(import.meta.url)
let library: typeof LunarTypescript | undefined

// loaded only once a phrase names a lunar date: most never do
const lunar = (): typeof LunarTypescript => {
  library ??= require('lunar-typescript') as typeof LunarTypescript
  return library
}

/** The civil day of a lunar date; `null` where that year has no such month or day (闰四月, 三十). */
export const lunarDay = (year: number, month: number, day: number, leap = false): Day | null => {
  const found = lunar()
    .LunarYear.fromYear(year)
    .getMonth(leap ? -month : month)
  if (found === null || day < 1 || day > found.getDayCount()) return null
  return lunar()
    .Lunar.fromYmd(year, leap ? -month : month, day)
    .getSolar()
    .toYmd()
}

/** First and last civil day of a lunar month. */
export const lunarMonth = (year: number, month: number, leap = false): { first: Day; last: Day } | null => {
  const days = lunar()
    .LunarYear.fromYear(year)
    .getMonth(leap ? -month : month)
    ?.getDayCount()
  if (days === undefined) return null
  return { first: lunarDay(year, month, 1, leap) as Day, last: lunarDay(year, month, days, leap) as Day }
}

/** The first civil day from a day on that is the n-th of a lunar month; null where no month has so many days. */
export const nextLunarDay = (from: Day, n: number): Day | null => {
  const { Solar } = lunar()
  // a month may be too short for 三十
  for (let day = from, tries = 0; tries < 90; tries++, day = addDays(day, 1)) {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    if (Solar.fromYmd(year, month, date).getLunar().getDay() === n) return day
  }
  return null
}

/** The civil day in a year on which one of the 24 solar terms begins. */
export const solarTerm = (year: number, name: string): Day | null => {
  const table = lunar().Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()
  // the table begins with the last 大雪 and 冬至 of the year before
  return table[name === '冬至' ? 'DONG_ZHI' : name]?.toYmd() ?? null
}
