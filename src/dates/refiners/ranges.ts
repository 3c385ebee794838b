import type { Fields } from '../fields.ts'
import type { Mention, MomentMention } from '../mentions.ts'

const JOINS = /^(?:日|号)?,?(?:至|到|-+|直到|直至|持续到|延续到|延续至)$/

const joined = (text: string, a: { to: number }, b: MomentMention): boolean => JOINS.test(text.slice(a.to, b.core))

/** 2007年与2009年之间; 3月1日之后5月31日之前. */
const enclosed = (text: string, a: Mention, b: MomentMention): boolean => {
  const gap = text.slice(a.to, b.core)
  if (a.kind !== 'moment') return false
  if ((a.relation === 'after' || a.relation === 'from') && b.relation === 'by') return /^(?:,|到|至)?$/.test(gap)
  return (
    a.relation === null &&
    b.relation === 'within' &&
    /^(?:与|和|及)$/.test(gap) &&
    /(?:^|[^期])间$/.test(text.slice(b.to - 2, b.to))
  )
}

/** 每年3月22日至28日: the last day lies in the month of the first where it names none. */
const endOf = (start: Fields, end: Fields): Fields =>
  end.day !== undefined && end.month === undefined && start.month !== undefined ? { ...end, month: start.month } : end

/** 3月1日至5月31日, 从4月到10月, 每年9月到11月: two times and what joins them become one period. */
export const joinRanges = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  for (const mention of mentions) {
    const last = result.at(-1)
    if (
      mention.kind !== 'moment' ||
      last === undefined ||
      !(joined(text, last, mention) || enclosed(text, last, mention))
    ) {
      result.push(mention)
      continue
    }
    // 至 and 前 round off a period that has a beginning
    const relation = mention.relation === 'after' || mention.relation === 'since' ? mention.relation : null
    if (last.kind === 'moment' && last.end === undefined && last.relation !== 'since' && last.relation !== 'by') {
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
        i === last.positions.length - 1
          ? { ...position, until: endOf(position.fields, mention.fields), relation }
          : position,
      )
      result[result.length - 1] = { ...last, to: mention.to, positions }
    } else result.push(mention)
  }
  return result
}
