import type { Mention } from '../mentions.ts'

const VALID = /(?:有效期限?|有效|执行|实施|施行|试行|试点|截止|适用)(?:时间|期限?)?(?:为|:)?$/

/** 自2020年2月1日起施行，有效期至2025年1月31日 is one period. */
export const joinValidity = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    const open =
      last?.kind === 'moment' &&
      last.end === undefined &&
      (last.relation === 'from' || (last.lead === 'open' && last.relation === null))
    if (open && mention.kind === 'moment' && mention.lead === 'close') {
      const gap = text.slice(last.to, mention.from)
      if (VALID.test(gap) && !gap.includes('。')) {
        result[result.length - 1] = { ...last, to: mention.to, end: mention.fields, relation: null, lead: null }
        continue
      }
    }
    result.push(mention)
  }
  return result
}
