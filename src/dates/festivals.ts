import { dataFile } from '../data.ts'
import { addDays, type Day, makeDay, weekdayOf } from '../domain/index.ts'
import { holidayAround } from './holidays.ts'
import { lunarDay, solarTerm } from './lunar.ts'

interface Festival {
  names?: string[]
  marked?: string[]
  solar?: [number, number]
  lunar?: [number, number]
  term?: string
  /** Days after Easter Sunday. */
  easter?: number
  /** Month, which one, weekday. */
  weekday?: [number, number, number]
  shift?: number
  holiday?: string
}

interface FestivalName {
  word: string
  festival: string
  /** Whether something behind it must show that the day is meant. */
  needsMark: boolean
}

const file = dataFile<{ festivals: Record<string, Festival> }>('festivals.json')
let names: { byFirst: Map<string, FestivalName[]> } | undefined

/** Every name of every festival by its first character, longer names first. */
export const festivalNames = (): { byFirst: Map<string, FestivalName[]> } => {
  if (names === undefined) {
    const byFirst = new Map<string, FestivalName[]>()
    for (const [festival, entry] of Object.entries(file().festivals)) {
      for (const [list, needsMark] of [
        [entry.names ?? [], false],
        [entry.marked ?? [], true],
      ] as const) {
        for (const word of list) {
          const bucket = byFirst.get(word.charAt(0)) ?? []
          bucket.push({ word, festival, needsMark })
          byFirst.set(word.charAt(0), bucket)
        }
      }
    }
    for (const bucket of byFirst.values()) bucket.sort((a, b) => b.word.length - a.word.length)
    names = { byFirst }
  }
  return names
}

/** The name of a festival that stands at a place in a text, the longest one. */
export const festivalAt = (text: string, at: number): FestivalName | undefined =>
  festivalNames()
    .byFirst.get(text.charAt(at))
    ?.find(({ word }) => text.startsWith(word, at))

/** Whether a festival is on the same date of the civil calendar every year. */
export const isFixedFestival = (name: string): boolean => file().festivals[name]?.solar !== undefined

const known = new Map<string, Day | null>()

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
const easterOf = (year: number): Day => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return makeDay(year, Math.floor(n / 31), (n % 31) + 1) as Day
}

const reckon = (entry: Festival, year: number): Day | null => {
  if (entry.solar) return makeDay(year, ...entry.solar)
  if (entry.easter !== undefined) return addDays(easterOf(year), entry.easter)
  if (entry.term) return solarTerm(year, entry.term)
  if (entry.weekday) {
    const [month, which, weekday] = entry.weekday
    const first = makeDay(year, month, 1) as Day
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (which - 1))
  }
  return entry.lunar ? lunarDay(year, ...entry.lunar) : null
}

/** The day of a festival in a year. */
export const festivalDay = (name: string, year: number): Day | null => {
  const key = `${name}${year}`
  let day = known.get(key)
  if (day === undefined) {
    const entry = file().festivals[name]
    const reckoned = entry ? reckon(entry, year) : null
    day = reckoned && entry?.shift ? addDays(reckoned, entry.shift) : reckoned
    if (known.size < 2000) known.set(key, day)
  }
  return day
}

/** The days off around a festival where the year's arrangement is known, else the day itself. */
export const festivalHoliday = (name: string, day: Day): { from: Day; to: Day } => {
  const holiday = file().festivals[name]?.holiday
  return (holiday ? holidayAround(holiday, day) : null) ?? { from: day, to: day }
}
