import { type Fields, RANK } from '../fields.ts'
import type { DurationMention, Mention, MomentMention } from '../mentions.ts'
import { isClockOnly } from './one-day.ts'

/** 3个月后10号, 2年后3月5日, 3周后的周五, 两周前周五: the duration says which year, month or week. */
const within = ({ amount, way }: DurationMention, fields: Fields): Fields | null => {
  if ((way !== 'point' && way !== 'ago') || amount.workdays > 0 || amount.minutes > 0) return null
  const sign = way === 'ago' ? -1 : 1
  const { months, days } = amount
  if (fields.year !== undefined || fields.yearShift !== undefined) return null
  if (months > 0 && months % 12 === 0 && days === 0 && fields.month !== undefined)
    return { ...fields, yearShift: (sign * months) / 12 }
  if (months > 0 && days === 0 && fields.day !== undefined && fields.month === undefined)
    return { ...fields, monthShift: sign * months }
  const weekday = fields.weekday !== undefined && fields.weekShift === undefined && fields.day === undefined
  return months === 0 && days > 0 && days % 7 === 0 && weekday ? { ...fields, weekShift: (sign * days) / 7 } : null
}

const ADJACENT = /^[,的]?$/

/** 一年前的今天, 三周前的下午5点: the same day, named once more. */
const isSameDay = (duration: DurationMention, moment: MomentMention): boolean =>
  (duration.way === 'point' || duration.way === 'ago') &&
  moment.end === undefined &&
  (isClockOnly(moment) || (moment.rank === RANK.day && moment.fields.dayShift === 0 && !moment.fields.daySpan))

/** Whether a duration counts from the time before it: 国庆节后一周内, 春节前三天, 国庆节的前一天. */
const countsFrom = (moment: MomentMention, duration: DurationMention): boolean => {
  if (moment.relation === 'after' || moment.relation === 'from')
    return duration.way === 'within' || duration.way === 'point'
  if (moment.relation !== null) return false
  return duration.way === 'before' || (duration.head === '前' && duration.aligned === 'day' && moment.rank === RANK.day)
}

/** 国庆节后一周内, 3月1日起10日内, 春节前三天: a duration counts from the time before it. */
export const anchorDurations = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    if (
      mention.kind === 'duration' &&
      last?.kind === 'moment' &&
      ADJACENT.test(text.slice(last.to, mention.from)) &&
      countsFrom(last, mention)
    ) {
      const way = mention.way === 'last' ? 'before' : mention.way
      result[result.length - 1] = { ...mention, way, from: last.from, anchor: last, fromEvent: false }
      continue
    }
    if (mention.kind === 'moment' && last?.kind === 'duration' && ADJACENT.test(text.slice(last.to, mention.core))) {
      const fields = within(last, mention.fields)
      if (fields) {
        result[result.length - 1] = { ...mention, from: last.from, core: last.from, fields }
        continue
      }
      if (isSameDay(last, mention)) {
        const way = mention.relation === 'by' ? 'within' : last.way
        result[result.length - 1] = { ...last, way, to: mention.to }
        continue
      }
    }
    result.push(mention)
  }
  // 会前三天: before an event whose day nobody knows
  return result.filter(
    (mention) => !(mention.kind === 'duration' && mention.way === 'before' && mention.anchor === undefined),
  )
}
