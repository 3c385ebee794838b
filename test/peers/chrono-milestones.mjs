// What a developer makes of chrono's results: a day is due on itself, a month or year on its last day, a range on the
// last day of its end. chrono says nothing of 前, of recurrence or of continuing work.
import { dayOf, distinct, milestone, monthEnd, yearEnd } from './milestones.mjs'

const isVague = (parts) => !['day', 'weekday', 'hour'].some((part) => parts.isCertain(part))

const lastDay = (parts) => {
  const day = dayOf(parts.date())
  if (!isVague(parts)) return day
  return parts.isCertain('month') ? monthEnd(day) : parts.isCertain('year') ? yearEnd(day) : day
}

const firstDay = (parts) => {
  const day = dayOf(parts.date())
  if (!isVague(parts)) return day
  return parts.isCertain('month') ? `${day.slice(0, 7)}-01` : parts.isCertain('year') ? `${day.slice(0, 4)}-01-01` : day
}

const isTimeOfDay = ({ start }) => !['day', 'weekday', 'month', 'year'].some((part) => start.isCertain(part))

/**
 * @param {object[]} results of `chrono.zh.hans.parse(text, reference, { forwardDate: true })`
 * @returns {{due: string, start: string, recurs: null, ongoing: false}[]}
 */
export const fromChrono = (results) => {
  const dated = results.filter((result) => !isTimeOfDay(result))
  return distinct(
    (dated.length > 0 ? dated : results).map(({ start, end }) => milestone(lastDay(end ?? start), firstDay(start))),
  )
}
