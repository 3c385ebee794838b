import { addDays, type Day, lastDayOfMonth, yearOf } from '../../domain/index.ts'
import { type Amount, addMonths, shift } from '../amounts.ts'
import { type Days, mondayOf } from '../civil.ts'
import { festivalHoliday } from '../festivals.ts'
import type { DurationMention } from '../mentions.ts'
import { resolve } from '../resolving/index.ts'
import { isProblem, milestone, type Reading } from './reading.ts'

const reach = (day: Day, amount: Amount, sign: 1 | -1, mention: DurationMention, reading: Reading): Day | null => {
  const result = shift(day, amount, sign, mention.anchor ? undefined : reading.context.minutes)
  if (result.known) return result.day
  reading.problems.push({
    from: mention.from,
    to: mention.to,
    message: `${result.year}年的放假安排未收录，无法推算工作日`,
  })
  return null
}

/** The day a duration counts from: the end of the holiday for 节后, the day itself for 起. */
const anchorOf = (mention: DurationMention, reading: Reading): { first: Day; last: Day } | null => {
  const { anchor } = mention
  if (anchor === undefined) return { first: reading.context.now, last: reading.context.now }
  const settled = resolve(anchor.fields, reading.context, reading.before)
  if (isProblem(settled) || settled.year === 'unknown') {
    const message = isProblem(settled) ? settled.problem : '未注明年份'
    reading.problems.push({ from: mention.from, to: mention.to, message })
    return null
  }
  reading.before = settled
  if (mention.way === 'before') return settled.edge ? { first: settled.last, last: settled.last } : settled
  if (anchor.relation === 'from') return { first: settled.first, last: settled.first }
  const { festival } = anchor.fields
  return festival ? { first: settled.first, last: festivalHoliday(festival, settled.last).to } : settled
}

/** 上两周, 下三个月, 前两年: so many whole units of the calendar before or after the one that runs. */
const wholeUnits = ({ amount, aligned, head }: DurationMention, now: Day, sign: 1 | -1): Days => {
  const begins = (day: Day): Day =>
    aligned === 'year' ? `${day.slice(0, 4)}-01-01` : aligned === 'month' ? `${day.slice(0, 7)}-01` : mondayOf(day)
  const move = (day: Day, by: 1 | -1): Day => addMonths(addDays(day, by * amount.days), by * amount.months)
  const here = begins(now)
  if (sign === -1) {
    const first = move(here, -1)
    const [year, before] = [yearOf(now), yearOf(first) < yearOf(now)]
    // 前五个月 said in May are those of the year
    if (head === '前' && aligned === 'month' && amount.months > 2 && amount.months <= 12 && before)
      return { first: `${year}-01-01`, last: lastDayOfMonth(year, amount.months) }
    return { first, last: addDays(here, -1) }
  }
  const next = aligned === 'week' ? addDays(here, 7) : addMonths(here, aligned === 'year' ? 12 : 1)
  return { first: next, last: addDays(move(next, 1), -1) }
}

/** Adds the milestone of 10日内, 两周后, 近三个月, 国庆节后一周内. A document has no today to count them from. */
export const addDuration = (mention: DurationMention, reading: Reading): void => {
  const { context } = reading
  const { amount, from, to } = mention
  if (mention.anchor === undefined && context.purpose === 'ledger') return
  const anchor = anchorOf(mention, reading)
  if (anchor === null) return
  const ahead = mention.eitherWay
    ? context.looks === 'ahead' || (context.purpose === 'question' && context.looks !== 'back')
    : mention.way === 'last' && mention.aheadWords
  const way = mention.way === 'last' && ahead ? 'next' : mention.way
  const add = (start: Day | null, due: Day | null) => {
    if (due === null) return
    reading.drafts.push({
      from,
      to,
      milestone: milestone(start, due),
      ...(mention.fromEvent || (mention.vague && context.purpose === 'phrase') ? { unlikely: true } : {}),
    })
  }
  if ((way === 'last' || way === 'next') && mention.aligned !== undefined && mention.aligned !== 'day') {
    const days = wholeUnits(mention, context.now, way === 'last' ? -1 : 1)
    add(days.first, days.last)
    return
  }
  const beside = mention.aligned === 'day' ? 1 : 0
  if (way === 'last') add(reach(context.now, amount, -1, mention, reading), addDays(context.now, -beside))
  else if (way === 'next') add(addDays(context.now, beside), reach(context.now, amount, 1, mention, reading))
  else if (way === 'before') add(reach(anchor.first, amount, -1, mention, reading), addDays(anchor.first, -1))
  else if (way === 'within') add(null, reach(anchor.last, amount, 1, mention, reading))
  else {
    const day = reach(anchor.last, amount, way === 'ago' ? -1 : 1, mention, reading)
    add(day, day)
  }
}
