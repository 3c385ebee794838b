import type { Fields } from '../fields.ts'
import type { DurationMention, Mention } from '../mentions.ts'

/** 3个月后10号, 2年后3月5日, 3周后的周五: the duration says which year, month or week. */
const within = ({ amount, way }: DurationMention, fields: Fields): Fields | null => {
  if (way !== 'point' || amount.workdays > 0) return null
  const { months, days } = amount
  if (fields.year !== undefined || fields.yearShift !== undefined) return null
  if (months > 0 && months % 12 === 0 && days === 0 && fields.month !== undefined)
    return { ...fields, yearShift: months / 12 }
  if (months > 0 && days === 0 && fields.day !== undefined && fields.month === undefined)
    return { ...fields, monthShift: months }
  const weekday = fields.weekday !== undefined && fields.weekShift === undefined && fields.day === undefined
  return months === 0 && days > 0 && days % 7 === 0 && weekday ? { ...fields, weekShift: days / 7 } : null
}

const ADJACENT = /^[,的]?$/

/** 国庆节后一周内, 3月1日起10日内, 春节前三天: a duration counts from the time before it. */
export const anchorDurations = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    if (mention.kind === 'duration' && last?.kind === 'moment' && ADJACENT.test(text.slice(last.to, mention.from))) {
      const after =
        (last.relation === 'after' || last.relation === 'from') && (mention.way === 'within' || mention.way === 'point')
      const before = mention.way === 'before' && last.relation === null
      if (after || before) {
        result[result.length - 1] = { ...mention, from: last.from, anchor: last, fromEvent: false }
        continue
      }
    }
    if (mention.kind === 'moment' && last?.kind === 'duration' && ADJACENT.test(text.slice(last.to, mention.core))) {
      const fields = within(last, mention.fields)
      if (fields) {
        result[result.length - 1] = { ...mention, from: last.from, core: last.from, fields }
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
