import { RANK } from '../fields.ts'
import type { Mention, MomentMention } from '../mentions.ts'

const YEAR_FIELDS = [
  'year',
  'yearShift',
  'yearFrom',
  'plan',
  'dayShift',
  'dayFrom',
  'weekShift',
  'monthShift',
  'monthFrom',
] as const

const isBareYear = (mention: MomentMention): boolean =>
  mention.rank === RANK.year &&
  mention.relation === null &&
  mention.lead === null &&
  !mention.fields.elided &&
  !mention.end

const isWithinYear = ({ fields, rank }: MomentMention): boolean =>
  rank > RANK.year && YEAR_FIELDS.every((name) => fields[name] === undefined) && fields.weekday === undefined

/** 2020年，3月底前 is one time: a year and a comma before a date without a year. */
export const joinYears = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    const one =
      mention.kind === 'moment' &&
      last?.kind === 'moment' &&
      isBareYear(last) &&
      isWithinYear(mention) &&
      text.slice(last.to, mention.core) === ','
    if (one)
      result[result.length - 1] = {
        ...mention,
        from: last.from,
        core: last.core,
        fields: { ...last.fields, ...mention.fields },
      }
    else result.push(mention)
  }
  return result
}
