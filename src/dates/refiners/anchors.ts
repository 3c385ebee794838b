import type { Mention } from '../mentions.ts'

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
    result.push(mention)
  }
  // 会前三天: before an event whose day nobody knows
  return result.filter(
    (mention) => !(mention.kind === 'duration' && mention.way === 'before' && mention.anchor === undefined),
  )
}
