import { addDays, type Day, dayFromNumber, dayNumber, type Milestone, weekdayOf, yearOf } from '../../domain/index.ts'
import { addMonths } from '../amounts.ts'
import { daysInMonthOf, daysInYear } from '../civil.ts'
import { festivalHoliday } from '../festivals.ts'
import type { Fields } from '../fields.ts'
import type { MomentMention } from '../mentions.ts'
import { readNumber } from '../numerals.ts'
import type { Relation } from '../relations.ts'
import { resolve, type Settled } from '../resolving/index.ts'
import { monthOf } from '../resolving/scene.ts'
import { isProblem, milestone, type Reading, written } from './reading.ts'

const WEEKDAYS = '一二三四五六日'
const VALIDITY =
  /^[^。;]{0,12}?(?:有效期限?|试行期?|试点期?|为期|期限)为?(\d{1,2}|[一二两三四五六七八九十]{1,2})(个月|年)/

/** The relation that particles before and behind a time amount to. */
export const relationOf = ({ relation, lead, end }: MomentMention): Relation | null => {
  if (relation !== null) return relation
  if (end !== undefined) return null
  return lead === 'open' ? 'from' : lead === 'close' ? 'until' : null
}

/** 下周, 明年: named as a whole and still to come, so that 前 can only mean before it begins. */
const liesAhead = (fields: Fields): boolean => {
  const { day, edge, third, month, quarter, half, halfMonth, festival, week, nthWorkday, weekday } = fields
  const finer =
    day ?? edge ?? third ?? month ?? quarter ?? half ?? halfMonth ?? festival ?? week ?? nthWorkday ?? weekday
  const { weekShift, monthShift, monthFrom, quarterShift, yearShift, yearFrom } = fields
  return (
    finer === undefined &&
    ((weekShift ?? 0) > 0 ||
      (monthShift ?? monthFrom ?? 0) > 0 ||
      (quarterShift ?? 0) > 0 ||
      (yearShift ?? yearFrom ?? 0) > 0)
  )
}

/** A whole month, quarter or year: X前 may mean before it begins or before it ends. */
const isWhole = (fields: Fields, settled: Settled): boolean =>
  fields.edge === undefined &&
  fields.festival === undefined &&
  fields.weekShift === undefined &&
  dayNumber(settled.last) - dayNumber(settled.first) >= 27

/** The end of a range, which comes after its beginning even where it names no year (2020年12月至3月). */
export const resolveEnd = (fields: Fields, reading: Reading, start: Settled) => {
  const end = resolve(fields, reading.context, start)
  if (isProblem(end) || end.last >= start.first || fields.year !== undefined || fields.yearShift !== undefined)
    return end
  // 12号到3号
  if (fields.day !== undefined && fields.month === undefined && fields.monthShift === undefined && !fields.festival) {
    const next = daysInMonthOf(yearOf(start.first), monthOf(start.first) + 1, fields)
    return isProblem(next) ? next : { ...end, ...next }
  }
  const later = daysInYear(Number(start.first.slice(0, 4)) + 1, fields)
  if (!isProblem(later) && fields.month !== undefined) return { ...end, ...later }
  return fields.weekday === undefined ? end : { ...end, first: addDays(end.first, 7), last: addDays(end.last, 7) }
}

/** 3月1日至15日, said in between: the period that has begun and not ended, not the next one. */
const underWay = (fields: Fields, end: Fields, begun: Settled, reading: Reading) => {
  const { now, looks } = reading.context
  if (begun.year !== 'clock' || looks === 'back' || begun.first <= now) return null
  if ((end.year ?? end.yearShift ?? end.dayShift ?? end.weekShift ?? end.monthShift) !== undefined) return null
  const earlier =
    fields.weekday !== undefined && fields.weekShift === undefined && fields.month === undefined
      ? { first: addDays(begun.first, -7), last: addDays(begun.last, -7) }
      : fields.month !== undefined && fields.yearShift === undefined
        ? daysInYear(yearOf(begun.first) - 1, fields)
        : fields.day !== undefined && fields.monthShift === undefined && fields.festival === undefined
          ? daysInMonthOf(yearOf(begun.first), monthOf(begun.first) - 1, fields)
          : null
  if (earlier === null || isProblem(earlier)) return null
  const ended = resolveEnd(
    end,
    { ...reading, context: { ...reading.context, now: earlier.first } },
    { ...begun, ...earlier },
  )
  return isProblem(ended) || ended.last < now ? null : { begun: { ...begun, ...earlier }, ended }
}

interface Shaped {
  milestone: Milestone
  otherwise?: Milestone[][]
}

const byDeadline = (fields: Fields, settled: Settled, ongoing: boolean): Shaped => {
  const day = (value: string) => written(value, settled)
  if (fields.festival) return { milestone: milestone(null, day(addDays(settled.first, -1)), ongoing) }
  const included = milestone(null, day(settled.last), ongoing)
  const excluded = () => milestone(null, day(addDays(settled.first, -1)), ongoing)
  if (liesAhead(fields)) return { milestone: excluded(), otherwise: [[included]] }
  if (isWhole(fields, settled) || fields.weekend) return { milestone: included, otherwise: [[excluded()]] }
  return { milestone: included }
}

/** The milestone that a settled time and its relation make; null where it names no deadline and no period. */
export const shape = (
  fields: Fields,
  settled: Settled,
  relation: Relation | null,
  reading: Reading,
  ongoing = false,
): Shaped | null => {
  const { context } = reading
  const day = (value: string) => written(value, settled)
  const { first, last, edge } = settled
  switch (relation) {
    case 'by':
      return byDeadline(fields, settled, ongoing)
    case 'until':
      return { milestone: milestone(null, day(last), ongoing) }
    case 'from':
      return { milestone: milestone(day(edge ? last : first), null, true) }
    case 'after': {
      const end = fields.festival ? festivalHoliday(fields.festival, last).to : last
      // 明天下午5点后 is still tomorrow
      return { milestone: milestone(day(fields.clock ? last : addDays(end, 1)), null, ongoing) }
    }
    case 'since':
      // 2016年以来 tells of the past, it sets no date
      if (context.purpose === 'ledger') return null
      return { milestone: first > context.now ? milestone(day(first), null, true) : milestone(day(first), context.now) }
    case 'within': {
      const days = fields.festival ? festivalHoliday(fields.festival, first) : { from: first, to: last }
      const whole = milestone(edge ? null : day(days.from), day(days.to), ongoing)
      const friday =
        fields.weekShift === 0 && fields.weekday === undefined ? [[{ ...whole, due: addDays(last, -2) }]] : undefined
      return { milestone: whole, ...(friday ? { otherwise: friday } : {}) }
    }
    default: {
      // a month alone in a deadline cell is a deadline, and so is its middle
      const cell =
        context.purpose === 'ledger' &&
        fields.month !== undefined &&
        fields.day === undefined &&
        first.slice(0, 7) === last.slice(0, 7) &&
        fields.third === undefined
      const middle = context.purpose === 'ledger' && fields.edge === 'middle'
      return { milestone: milestone(edge || cell || middle ? null : day(first), day(last), ongoing) }
    }
  }
}

/** 有效期五年, counted from the day it comes into force. */
const validUntil = (text: string, to: number, start: string): string | null => {
  const match = VALIDITY.exec(text.slice(to, to + 40))
  if (!match || start.startsWith('X')) return null
  const count = readNumber(match[1] as string)
  return addDays(addMonths(start, match[2] === '年' ? count * 12 : count), -1)
}

/** Adds the milestone of a time or period to the reading. */
export const addMoment = (mention: MomentMention, reading: Reading): void => {
  const { fields, end } = mention
  const { from, to } = mention.list ?? mention
  if (fields.loose && reading.context.purpose === 'question' && relationOf(mention) === null && mention.lead === null)
    return
  const report = (message: string) => reading.problems.push({ from: mention.from, to: mention.to, message })
  if (mention.undated) {
    report(`“${reading.text.slice(mention.core, mention.to)}”没有确定的日期`)
    return
  }
  const begun = resolve(fields, reading.context, reading.before)
  if (isProblem(begun)) {
    report(begun.problem)
    return
  }
  if (wrongWeekday(fields, begun.first))
    report(`${begun.first}是星期${WEEKDAYS.charAt(weekdayOf(begun.first) - 1)}，与所写的星期不符`)
  let settled = begun
  if (end !== undefined) {
    const current = underWay(fields, end, begun, reading)
    const ended =
      current?.ended ?? resolveEnd(end, reading, fields.yearShift === undefined ? begun : { ...begun, year: 'given' })
    if (isProblem(ended)) {
      report(ended.problem)
      return
    }
    const first = current?.begun ?? begun
    settled = { ...ended, first: first.edge ? first.last : first.first, edge: false }
    if (settled.first > settled.last && settled.year !== 'unknown') {
      report('起止时间前后颠倒')
      return
    }
    reading.before = ended
  } else reading.before = begun
  if (settled.year === 'unknown') report('未注明年份')
  const shaped = shape(end ?? fields, settled, relationOf(mention), reading, mention.ongoing)
  if (shaped === null) return
  if (relationOf(mention) === 'from' && shaped.milestone.start !== null) {
    const due = validUntil(reading.text, mention.to, shaped.milestone.start)
    if (due !== null) shaped.milestone = milestone(shaped.milestone.start, due)
  }
  const { milestone: found, otherwise } = nextYear(mention, shaped, settled, reading)
  reading.drafts.push(otherwise ? { from, to, milestone: found, otherwise } : { from, to, milestone: found })
}

/** Whether a weekday given beside a date is wrong. */
const wrongWeekday = (fields: Fields, day: Day): boolean =>
  fields.weekday !== undefined &&
  fields.week === undefined &&
  (fields.day ?? fields.dayShift ?? fields.festival) !== undefined &&
  weekdayOf(day) !== fields.weekday

/** 国庆前 on National Day itself means the next one. */
const nextYear = ({ fields }: MomentMention, shaped: Shaped, settled: Settled, reading: Reading): Shaped => {
  const { due } = shaped.milestone
  const { context } = reading
  if (fields.festival === undefined || settled.year !== 'clock' || fields.yearShift !== undefined) return shaped
  if (due === null || due >= context.now || context.looks === 'back' || context.purpose === 'ledger') return shaped
  const days = daysInYear(Number(settled.first.slice(0, 4)) + 1, fields)
  if (isProblem(days)) return shaped
  return { milestone: milestone(null, dayFromNumber(dayNumber(days.first) - 1)) }
}
