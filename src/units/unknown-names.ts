import { type Hit, isAskedAbout } from './hit.ts'
import { isCutOff } from './kinds.ts'
import { isBoundary, isVerb, levelBefore, type Prefix, prefixBefore } from './prefix.ts'
import { readFolded } from './read-name.ts'
import { endsLikeUnit } from './unit-like.ts'
import { grammar } from './vocabulary.ts'

/** A stretch of a text that reads like a unit's name and was not recognised. */
export interface UnknownName {
  from: number
  to: number
  prefix: Prefix
  /** The name without level and place. */
  body: string
  /** Whether it is a body's name even if nobody is known by it; else it counts only where somebody is. */
  sure: boolean
  /** It has characters inside that part names (要, 有), so it is one only by its sound (省要监局). */
  spoken: boolean
}

/** A group is a topic as well as a body. */
const GROUP = /(?:领导小组|指挥部|专班)$/u
const LONGEST = 16
const LONGEST_SPOKEN = 6
let stops: Set<string> | undefined
let ends: { all: string[]; asked: string[] } | undefined

const endsAt = (text: string, to: number, list: string[]): string | null => {
  for (const end of list) if (text.endsWith(end, to)) return end
  return null
}

/**
 * Where a name of a body that begins at `from` ends: where it is asked about, else at the first ending and what follows it
 * at once (专班工作组办公室).
 */
const nameEnd = (
  text: string,
  from: number,
  least: number,
  list: string[],
  free: (at: number) => boolean,
  spoken = false,
): number | null => {
  stops ??= new Set(grammar().innerStops)
  let found: number | null = null
  for (let to = from + 1; to <= Math.min(text.length, from + (spoken ? LONGEST_SPOKEN : LONGEST)); to++) {
    if (spoken ? !/[\u4e00-\u9fff]/u.test(text[to - 1] as string) : stops.has(text[to - 1] as string)) break
    if (!free(to - 1)) break
    const end = endsAt(text, to, list)
    if (end === null || to - from < end.length + least || isCutOff(text, to, end)) continue
    if (!endsLikeUnit(text.slice(from, to))) continue
    if (found === null || to - found <= end.length || isAskedAbout(text, to)) found = to
  }
  return found
}

const beginsOtherWord = (text: string, level: number): boolean =>
  grammar().notLevels.some((word) => text.startsWith(word, level))

/** What reads like a unit's name and lies outside of the names already found. */
export const unknownNames = (text: string, hits: Hit[]): UnknownName[] => {
  ends ??= {
    all: [...grammar().unitLikeEnds].sort((a, b) => b.length - a.length),
    asked: [...grammar().askedEnds].sort((a, b) => b.length - a.length),
  }
  const self = grammar().selfWords
  const taken = new Set<number>()
  for (const { from, to } of hits) for (let at = from; at < to; at++) taken.add(at)
  const free = (at: number): boolean => !taken.has(at)
  const found: UnknownName[] = []
  for (let from = 0; from < text.length; from++) {
    if (!free(from)) continue
    const prefix = prefixBefore(text, from, false)
    const levelled = prefix.level !== null && !beginsOtherWord(text, from - prefix.level.length) && free(prefix.from)
    if (!levelled && !isBoundary(text[from - 1])) continue
    while (!levelled && isVerb(text.slice(from, from + 2))) from += 2
    const plain = nameEnd(text, from, levelled ? 1 : 2, ends.all, free)
    const to = plain ?? (levelled ? nameEnd(text, from, 2, ends.all, free, true) : null)
    if (to === null) continue
    const spoken = plain === null
    const asked = isAskedAbout(text, to)
    const official = endsAt(text, to, ends.asked) !== null
    const sure = spoken
      ? false
      : asked
        ? levelled || official
        : levelled && official && !GROUP.test(text.slice(from, to))
    if (!sure && !asked) continue
    const begin = levelled ? prefix.from : from
    const name = text.slice(begin, to)
    const [, kept] = /^(.)(?:办|委|局|处|院|部)$/u.exec(text.slice(from, to)) ?? []
    // 省县办, 区属: a second level is no name
    if (kept !== undefined && levelBefore(kept, 1) !== null) continue
    if (self.some((word) => name.startsWith(word))) {
      from = to - 1
      continue
    }
    const { body, ...read } = readFolded(name)
    found.push({ from: begin, to, prefix: read, body, sure, spoken })
    if (!spoken) from = to - 1
  }
  return found
}
