import { lastWorkdayOnOrBefore } from '../dates/index.ts'
import type { Day } from '../domain/index.ts'

/** The last working day on or before a day; null where the calendar of that year is not known. */
export const lastWorkdayBefore = (day: Day): Day | null => {
  const found = lastWorkdayOnOrBefore(day)
  return found.known ? found.day : null
}
