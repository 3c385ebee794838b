import type { UnitMention } from './directory.ts'
import type { Folded } from './folded.ts'
import { mayFollow } from './prefix.ts'
import type { Candidates } from './resolve.ts'
import { grammar } from './vocabulary.ts'
import { startsWithAny } from './word-lists.ts'

/** A mention in positions of the folded text. */
export interface Hit {
  from: number
  to: number
  candidates: Candidates
  /** It may be the end of a longer name (建设局 in 市住房城建设局). */
  weak?: boolean
}

/** Whether what follows a name is what one asks or says of a body: the end, 的, 负责, 牵头 … */
export const isAskedAbout = (text: string, to: number): boolean => {
  const { bareContext, freeContext, afterNameWords } = grammar()
  return (
    mayFollow(text[to]) ||
    startsWithAny(text, to, bareContext) !== null ||
    startsWithAny(text, to, freeContext) !== null ||
    startsWithAny(text, to, afterNameWords) !== null
  )
}

/** The longest of what overlaps; of equal ones the surer. Left to right. */
export const withoutOverlap = (hits: Hit[]): Hit[] => {
  if (hits.length < 2) return hits
  const score = (hit: Hit): number => hit.candidates[0]?.score ?? 0
  const ranked = [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || score(b) - score(a))
  const kept: Hit[] = []
  for (const hit of ranked) if (!kept.some(({ from, to }) => from < hit.to && hit.from < to)) kept.push(hit)
  return kept.sort((a, b) => a.from - b.from)
}

export const toMention = (original: string, { at }: Folded, hit: Hit): UnitMention => {
  const span: [number, number] = [at[hit.from] as number, (at[hit.to - 1] as number) + 1]
  return { span, text: original.slice(...span), candidates: hit.candidates }
}
