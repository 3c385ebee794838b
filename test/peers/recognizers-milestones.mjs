// What a developer makes of the results of Recognizers-Text, read as favourably as its own fields allow:
// - of a pair of past and future values the future one, which comes last;
// - the exclusive end of a range becomes the last day; of 2022至2024年 and 6月1日至15日 the last unit named belongs to it;
// - `before` a day includes the day, before a festival it does not, before a period ends the day before it;
// - `since` is open-ended (以来 ends today), `after` has no due day;
// - a duration counts only with 内 behind it; a time of day is today's;
// - a set takes over the dates right behind it (每月|20日前), by itself it is due at the end of its period.
import { getISODay, parseISO } from 'date-fns'
import { distinct, milestone, monthEnd, shift, shiftMonths, yearEnd } from './milestones.mjs'

const FESTIVAL = /节|元旦|除夕|清明|端午|中秋|重阳/
const futureValue = (result) => {
  const value = result.resolution?.values?.at(-1)
  return value instanceof Map ? Object.fromEntries(value) : value
}

const quarterEnd = (day) => {
  const [year, month] = [day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / 3) * 3]
  return monthEnd(`${year}-${String(month).padStart(2, '0')}-01`)
}

/** Days until the coming weekday, 1 being Monday; none where it is today. */
const untilWeekday = (today, weekday) => (weekday - getISODay(parseISO(today)) + 7) % 7

/** Period of a set in TIMEX → how often, and the last day of the period that today is in. */
const PERIODS = {
  P1Y: ['yearly', yearEnd],
  P3M: ['quarterly', quarterEnd],
  P1M: ['monthly', monthEnd],
  P1W: ['weekly', (today) => shift(today, untilWeekday(today, 7))],
  P1D: ['daily', (today) => today],
}

const halfYears = (today) => {
  const end = yearEnd(today)
  const june = `${today.slice(0, 4)}-06-30`
  return [today <= june ? june : shiftMonths(june, 12), end].map((due) => milestone(due, null, { recurs: 'yearly' }))
}

const ofSet = (timex, today) => {
  const period = PERIODS[timex]
  if (period) return [milestone(period[1](today), null, { recurs: period[0] })]
  if (timex === 'P0.5Y' || timex === 'P6M') return halfYears(today)
  const weekday = /^XXXX-WXX-(\d)$/.exec(timex)
  if (weekday) {
    const due = shift(today, untilWeekday(today, Number(weekday[1])))
    return [milestone(due, due, { recurs: 'weekly' })]
  }
  return timex.startsWith('T') ? [milestone(today, today, { recurs: 'daily' })] : []
}

const ofDuration = (timex, behind, today) => {
  if (!/^[之以]?[内里]/.test(behind)) return []
  const [, amount, unit] = /^PT?([\d.]+)([YMWDH])$/.exec(timex) ?? []
  const count = Number(amount)
  if (unit === 'H') return [milestone(shift(today, Math.round(count / 24)))]
  if (unit === 'D' || unit === 'W') return [milestone(shift(today, Math.round(count * (unit === 'W' ? 7 : 1))))]
  if (unit === undefined) return []
  const months = count * (unit === 'Y' ? 12 : 1)
  return [milestone(shift(shiftMonths(today, Math.floor(months)), Math.round((months % 1) * 30)))]
}

const lastDay = ({ timex, end }, text, today) => {
  const named = /[至到\-—–~～]/.test(text) && /^\(.*,P\d+([YD])\)$/.exec(timex)
  if (named) return named[1] === 'Y' ? yearEnd(end) : end
  // 今年 is the whole year, though its value ends today; 近三个月 reaches to today
  if (/^\d{4}$/.test(timex)) return yearEnd(timex)
  return end === today && timex.startsWith('(') ? end : shift(end, -1)
}

const ofRange = (value, text, today) => {
  const [start, end] = [value.start?.slice(0, 10), value.end?.slice(0, 10)]
  if (value.Mod === 'since' && text.endsWith('以来')) return [milestone(today, start)]
  if (value.Mod === 'since') return [milestone(null, start, { ongoing: true })]
  if (value.Mod === 'after') return [milestone(null, start)]
  if (value.type === 'timerange') return [milestone(today)]
  if (value.type === 'datetimerange') return [milestone(end, start)]
  if (value.Mod === 'before') {
    const outside = value.sourceEntity === 'datetimerange' || FESTIVAL.test(text)
    return [milestone(outside ? shift(end, -1) : end)]
  }
  return [milestone(lastDay({ ...value, end }, text, today), start)]
}

const ofResult = (result, text, today) => {
  const value = futureValue(result)
  if (!value) return []
  if (value.type === 'set') return ofSet(value.timex, today)
  if (value.value === 'not resolved') return []
  if (value.type === 'duration') return ofDuration(value.timex, text.slice(result.end + 1), today)
  if (value.type === 'time') return [milestone(today, today)]
  if (value.type.endsWith('range')) return ofRange(value, result.text, today)
  const day = value.value?.slice(0, 10)
  return day ? [milestone(day, day)] : []
}

const isTimeOfDay = (result) => futureValue(result)?.type.startsWith('time')

/**
 * @param {string} text
 * @param {object[]} results of `DateTimeModel.parse(text, reference)`
 * @param {string} today the reference's day
 * @returns {{due: string | null, start: string | null, recurs: string | null, ongoing: boolean}[]}
 */
export const fromRecognizers = (text, results, today) => {
  const timed = results.some((result) => !isTimeOfDay(result))
  const found = []
  let set = null
  for (const result of results) {
    if (timed && isTimeOfDay(result)) continue
    const own = ofResult(result, text, today)
    if (futureValue(result)?.type === 'set') {
      // a named weekday stands beside its followers, a bare period gives way to them
      set = own[0]
        ? { end: result.end, recurs: own[0].recurs, bare: PERIODS[futureValue(result).timex] && own[0] }
        : null
    } else if (set && /^[、和及]?$/.test(text.slice(set.end + 1, result.start))) {
      if (set.bare) found.splice(found.indexOf(set.bare), 1)
      set = { ...set, end: result.end, bare: null }
      for (const each of own) each.recurs = set.recurs
    } else set = null
    found.push(...own)
  }
  return distinct(found)
}
