import { anyCharacter, type CharacterTest } from '../text/characters.ts'
import { type Hit, isAskedAbout } from './hit.ts'
import { isCutOff } from './kinds.ts'
import { isBoundary, isChinese, isVerb, levelBefore, type Prefix, prefixBefore } from './prefix.ts'
import { readFolded } from './read-name.ts'
import { endsLikeUnit } from './unit-like.ts'
import { grammar } from './vocabulary.ts'
import { endingIn, type WordFinder } from './word-lists.ts'

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

let vocabulary: { nameEnding: WordFinder; officialEnding: WordFinder; isStop: CharacterTest } | undefined

const words = (): NonNullable<typeof vocabulary> => {
  if (vocabulary === undefined) {
    const { unitLikeEnds, askedEnds, innerStops } = grammar()
    vocabulary = {
      nameEnding: endingIn(unitLikeEnds),
      officialEnding: endingIn(askedEnds),
      isStop: anyCharacter(innerStops),
    }
  }
  return vocabulary
}

/** Which characters belong to no name yet. */
type Free = (at: number) => boolean

/** Where names may end: `at[to]` is the longest ending that ends there. */
interface Endings {
  at: (string | null)[]
  last: number
}

/** The endings outside of the names already found. Null where there are none, as in most questions: no name is left then. */
const endsIn = (text: string, free: Free): Endings | null => {
  const { nameEnding } = words()
  let at: (string | null)[] | null = null
  let last = 0
  for (let to = 1; to <= text.length; to++) {
    const end = nameEnding(text, to)
    if (end === null || !free(to - 1)) continue
    at ??= new Array(text.length + 1).fill(null)
    at[to] = end
    last = to
  }
  return at && { at, last }
}

/**
 * Where a name of a body that begins at `from` ends: where it is asked about, else at the first ending and what follows it
 * at once (专班工作组办公室).
 */
const nameEnd = (
  text: string,
  from: number,
  least: number,
  { at, last }: Endings,
  free: Free,
  spoken = false,
): number | null => {
  const { isStop } = words()
  let found: number | null = null
  for (let to = from + 1; to <= Math.min(last, from + (spoken ? LONGEST_SPOKEN : LONGEST)); to++) {
    if (spoken ? !isChinese(text, to - 1) : isStop(text, to - 1)) break
    if (!free(to - 1)) break
    const end = at[to] as string | null
    if (end === null || to - from < end.length + least || isCutOff(text, to, end)) continue
    if (!endsLikeUnit(text.slice(from, to))) continue
    if (found === null || to - found <= end.length || isAskedAbout(text, to)) found = to
  }
  return found
}

const beginsOtherWord = (text: string, level: number): boolean =>
  grammar().notLevels.some((word) => text.startsWith(word, level))

/** What reads like a unit's name and lies outside of the names already found. */
export const unknownNames = (text: string, hits: readonly Hit[]): UnknownName[] => {
  const free: Free = (at) => !hits.some(({ from, to }) => from <= at && at < to)
  const endings = endsIn(text, free)
  if (endings === null) return []
  const { selfWords } = grammar()
  const found: UnknownName[] = []
  for (let from = 0; from < endings.last; from++) {
    if (!free(from)) continue
    const prefix = levelBefore(text, from) === null ? null : prefixBefore(text, from, false)
    const levelled =
      prefix !== null &&
      prefix.level !== null &&
      !beginsOtherWord(text, from - prefix.level.length) &&
      free(prefix.from)
    if (!levelled && !isBoundary(text, from)) continue
    while (!levelled && isVerb(text.slice(from, from + 2))) from += 2
    const plain = nameEnd(text, from, levelled ? 1 : 2, endings, free)
    const to = plain ?? (levelled ? nameEnd(text, from, 2, endings, free, true) : null)
    if (to === null) continue
    const spoken = plain === null
    const asked = isAskedAbout(text, to)
    const official = words().officialEnding(text, to) !== null
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
    if (selfWords.some((word) => name.startsWith(word))) {
      from = to - 1
      continue
    }
    const read = readFolded(name)
    found.push({ from: begin, to, prefix: read, body: read.body, sure, spoken })
    if (!spoken) from = to - 1
  }
  return found
}
