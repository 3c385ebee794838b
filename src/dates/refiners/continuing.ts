import type { Mention, MomentMention } from '../mentions.ts'

const isPeriod = (mention: MomentMention): boolean => mention.relation !== 'after' && mention.relation !== 'since'

/**
 * 2020年持续推进 is work that goes on during a period; 持续推进至2022年底 likewise. Where 并 or a stop stands between, the
 * continuing work is a milestone of its own. What a text says twice is kept once.
 */
export const mergeContinuing = (text: string, mentions: Mention[]): Mention[] => {
  const result: Mention[] = []
  let seen = false
  for (const mention of mentions) {
    const last = result.at(-1)
    const gap = last ? text.slice(last.to, mention.from) : ''
    if (mention.kind === 'ongoing') {
      if (
        last?.kind === 'moment' &&
        last.list === undefined &&
        isPeriod(last) &&
        (gap === '' || (gap === ',' && last.relation === 'from'))
      ) {
        result[result.length - 1] = { ...last, to: mention.to, ongoing: true }
        continue
      }
      if (last?.kind === 'every' && gap === '') continue
      if (seen) continue
      seen = true
    } else if (mention.kind === 'moment' && last?.kind === 'ongoing' && gap === '' && mention.lead === 'close') {
      result[result.length - 1] = { ...mention, from: last.from, ongoing: true }
      continue
    }
    result.push(mention)
  }
  return result
}
