import { addDays, dayOf, minutesOf } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import { mayGoOut, type SendingTimes } from './policy.ts'

const MS_A_MINUTE = 60_000

/** An instant by day and time of day in Asia/Shanghai, which has kept one offset since 1991. */
export const momentOf = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * MS_A_MINUTE)

/** Free days in a row that are looked beyond at most. */
const LONGEST_FREE = 31

/** Milliseconds from an instant to the next at which something may go out; 0 where it may now. */
export const waitUntilAllowed = (times: SendingTimes, calendar: Calendar, now: Date): number => {
  const own = times.weekends ? calendar : calendar.weekdaysOnly
  const [today, minutes] = [dayOf(now), minutesOf(now)]
  if (own.isWorkday(today) && mayGoOut(times, minutes)) return 0
  const starts = [times.hours[0], ...times.quiet.map(([, end]) => end)].sort((a, b) => a - b)
  for (let ahead = 0; ahead <= LONGEST_FREE; ahead++) {
    const day = addDays(today, ahead)
    const start = own.isWorkday(day)
      ? starts.find((at) => (ahead > 0 || at > minutes) && mayGoOut(times, at))
      : undefined
    if (start !== undefined) return momentOf(day, start).getTime() - now.getTime()
  }
  return LONGEST_FREE * 24 * 60 * MS_A_MINUTE
}
