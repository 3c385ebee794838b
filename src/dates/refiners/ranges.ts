import type { Mention, MomentMention } from '../mentions.ts'

const JOINS = /^(?:日|号)?,?(?:至|到|-+|直到|直至|持续到|延续到|延续至)$/

const joined = (text: string, a: { to: number }, b: MomentMention): boolean => JOINS.test(text.slice(a.to, b.core))

/** 3月1日至5月31日, 从4月到10月, 每年9月到11月: two times and what joins them become one period. */
export const joinRanges = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    if (mention.kind !== 'moment' || last === undefined || !joined(text, last, mention)) {
      result.push(mention)
      continue
    }
    // 至 and 前 round off a period that has a beginning
    const relation = mention.relation === 'after' || mention.relation === 'since' ? mention.relation : null
    if (last.kind === 'moment' && last.end === undefined && (last.relation === null || last.relation === 'from')) {
      result[result.length - 1] = {
        ...last,
        to: mention.to,
        end: mention.fields,
        rank: mention.rank,
        relation,
        lead: null,
      }
    } else if (last.kind === 'every' && last.positions.length > 0 && last.positions.at(-1)?.relation === null) {
      const positions = last.positions.map((position, i) =>
        i === last.positions.length - 1 ? { ...position, until: mention.fields, relation } : position,
      )
      result[result.length - 1] = { ...last, to: mention.to, positions }
    } else result.push(mention)
  }
  return result
}
