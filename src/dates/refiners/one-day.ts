import { RANK } from '../fields.ts'
import type { Mention, MomentMention } from '../mentions.ts'

const GAP = /^[,的]?$/

const isPlain = (mention: MomentMention): boolean =>
  mention.relation === null && mention.lead !== 'close' && mention.end === undefined

/** 15:30-16:30 or 下午三点 by itself: of whatever day. */
export const isClockOnly = ({ rank, fields }: MomentMention): boolean =>
  rank === RANK.clock && fields.dayShift === 0 && fields.clock === true && Object.keys(fields).length <= 3

/** 周日 by itself. */
const isWeekdayOnly = ({ fields }: MomentMention): boolean =>
  fields.weekday !== undefined && !fields.weekend && Object.keys(fields).length === 1

const isDay = ({ fields }: MomentMention): boolean => fields.day !== undefined && fields.weekday === undefined

/** 周日，2月10日 and 15:30—16:30，7月1日: a weekday or an hour before the date that it belongs to. */
export const joinDays = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    if (
      mention.kind === 'moment' &&
      last?.kind === 'moment' &&
      isPlain(last) &&
      isDay(mention) &&
      GAP.test(text.slice(last.to, mention.core)) &&
      (isClockOnly(last) || isWeekdayOnly(last))
    ) {
      const weekday = isWeekdayOnly(last) ? { weekday: last.fields.weekday as number } : {}
      result[result.length - 1] = {
        ...mention,
        from: last.from,
        core: last.core,
        fields: { ...mention.fields, ...weekday },
      }
    } else result.push(mention)
  }
  return result
}
