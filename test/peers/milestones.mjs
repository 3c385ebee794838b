// What the mappings of all date libraries share. Days are `YYYY-MM-DD`; a milestone is {due, start, recurs, ongoing}.
import { addDays, addMonths, format, lastDayOfMonth, parseISO } from 'date-fns'

export const dayOf = (date) => format(date, 'yyyy-MM-dd')
export const shift = (day, days) => dayOf(addDays(parseISO(day), days))
export const shiftMonths = (day, months) => dayOf(addMonths(parseISO(day), months))
export const monthEnd = (day) => dayOf(lastDayOfMonth(parseISO(day)))
export const yearEnd = (day) => `${day.slice(0, 4)}-12-31`

export const milestone = (due, start = null, more = {}) => ({ due, start, recurs: null, ongoing: false, ...more })

/** By what two milestones are compared, the same as `when --json` is scored by. */
export const keyOf = ({ due, recurs, ongoing }) => `${due ?? '-'}|${recurs ?? '-'}|${ongoing ? 1 : 0}`

/** 5月20日（周四）: a day that is named twice is one milestone. */
export const distinct = (milestones) => [...new Map(milestones.map((each) => [keyOf(each), each])).values()]
