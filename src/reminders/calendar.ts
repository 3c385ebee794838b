import { addWorkdays, isWorkday } from '../dates/index.ts'
import { addDays, type Day, weekdayOf } from '../domain/index.ts'

/**
 * Working days for reminders. Where the holidays of a year are not known, Monday to Friday count as worked but for the
 * days that the law itself names; the year is noted, so that somebody can be warned.
 */
export interface Calendar {
  isWorkday(day: Day): boolean
  /** The day itself where it is a working day, else the last one before. */
  onOrBefore(day: Day): Day
  /** The n-th working day after a day; before it for a negative n, the day itself for 0. */
  plus(day: Day, n: number): Day
  /** The same for somebody who gets nothing on Saturdays and Sundays, also where they are worked (调休). */
  readonly weekdaysOnly: Calendar
  /** Years that were asked about although their holidays are not known, ascending. */
  unknownYears(): readonly number[]
}

/** 全国年节及纪念日放假办法 art. 2: holidays that fall on the same days of every year. */
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '10-01', '10-02', '10-03'])
/** The longest stretch without a working day in any year's notice is nine days. */
const LONGEST_FREE = 31

export const createCalendar = (): Calendar => {
  const unknown = new Set<number>()
  const weekdaysOnly: Calendar = {
    ...workdays(false, unknown),
    get weekdaysOnly() {
      return weekdaysOnly
    },
  }
  return { ...workdays(true, unknown), weekdaysOnly }
}

const workdays = (weekends: boolean, unknown: Set<number>): Omit<Calendar, 'weekdaysOnly'> => {
  const known = new Map<Day, boolean>()

  const reckon = (day: Day): boolean => {
    const weekend = weekdayOf(day) > 5
    if (weekend && !weekends) return false
    const answer = isWorkday(day)
    if (answer.known) return answer.workday
    unknown.add(answer.year)
    return !weekend && !FIXED_HOLIDAYS.has(day.slice(5))
  }

  const isWorking = (day: Day): boolean => {
    let working = known.get(day)
    if (working === undefined) {
      working = reckon(day)
      known.set(day, working)
    }
    return working
  }

  const next = (day: Day, step: 1 | -1): Day => {
    let at = addDays(day, step)
    for (let tries = 0; !isWorking(at) && tries < LONGEST_FREE; tries++) at = addDays(at, step)
    return at
  }

  return {
    isWorkday: isWorking,
    onOrBefore: (day) => (isWorking(day) ? day : next(day, -1)),
    plus: (day, n) => {
      if (weekends) {
        const found = addWorkdays(day, n)
        if (found.known) return found.day
      }
      let at = day
      for (let left = Math.abs(n); left > 0; left--) at = next(at, n < 0 ? -1 : 1)
      return at
    },
    unknownYears: () => [...unknown].sort((a, b) => a - b),
  }
}

/** The years of which a calendar does not know the holidays, in a sentence; null where it knows all it was asked. */
export const calendarWarning = (calendar: Calendar): string | null => {
  const years = calendar.unknownYears()
  return years.length === 0
    ? null
    : `没有${years.join('、')}年的放假安排，按周一至周五为工作日计算，节假日和调休可能有出入；请更新 data/holidays.json。`
}
