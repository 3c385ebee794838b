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

/** A stretch that reads like a name. Who is meant is looked up only where nothing longer takes its place. */
export interface Prospect {
  from: number
  to: number
  /** Null where it turns out to be no name. */
  settle: () => Hit | null
  /** A name as the ledgers write it, which no other reading of the same stretch outdoes. */
  exact: boolean
}

/** Whether what follows a name is what one asks or says of a body: the end, 的, 负责, 牵头 … */
export const isAskedAbout = (text: string, to: number): boolean => {
  const { bareContext, freeContext, afterNameWords } = grammar()
  return (
    mayFollow(text, to) ||
    startsWithAny(text, to, bareContext) !== null ||
    startsWithAny(text, to, freeContext) !== null ||
    startsWithAny(text, to, afterNameWords) !== null
  )
}

/** A hit of which there is nothing more to look up. */
export const settled = (hit: Hit, exact = false): Prospect => ({ from: hit.from, to: hit.to, settle: () => hit, exact })

const lengthOf = ({ from, to }: Prospect): number => to - from

const surer = (a: Prospect, b: Prospect): number => {
  if (a.exact !== b.exact) return a.exact ? -1 : 1
  const score = (prospect: Prospect): number => prospect.settle()?.candidates[0]?.score ?? 0
  return score(b) - score(a)
}

/**
 * The longest of what overlaps; of equal ones the surer. Left to right. What a longer one covers is never settled: in
 * 住房城乡建设局 there are three names, and only the first has to be looked up.
 */
export const longestOf = (prospects: Prospect[]): Hit[] => {
  const kept: Hit[] = []
  const isFree = (prospect: Prospect): boolean => !kept.some(({ from, to }) => from < prospect.to && prospect.from < to)
  const ranked = [...prospects].sort((a, b) => lengthOf(b) - lengthOf(a))
  for (let at = 0; at < ranked.length; ) {
    let end = at + 1
    while (end < ranked.length && lengthOf(ranked[end] as Prospect) === lengthOf(ranked[at] as Prospect)) end++
    const equals = ranked.slice(at, end).filter(isFree)
    if (equals.length > 1) equals.sort(surer)
    for (const prospect of equals) {
      const hit = isFree(prospect) ? prospect.settle() : null
      if (hit !== null) kept.push(hit)
    }
    at = end
  }
  return kept.sort((a, b) => a.from - b.from)
}

export const withoutOverlap = (hits: Hit[]): Hit[] =>
  hits.length < 2 ? hits : longestOf(hits.map((hit) => settled(hit)))

export const toMention = (original: string, { at }: Folded, hit: Hit): UnitMention => {
  const span: [number, number] = [at[hit.from] as number, (at[hit.to - 1] as number) + 1]
  return { span, text: original.slice(...span), candidates: hit.candidates }
}
