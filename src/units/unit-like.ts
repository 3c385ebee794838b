import { foldName } from './folded.ts'
import { readFolded } from './read-name.ts'
import { grammar } from './vocabulary.ts'
import { endingIn, type WordFinder } from './word-lists.ts'

let vocabulary: { ending: WordFinder; never: ReadonlySet<string>; neverEnding: WordFinder } | undefined

const words = (): NonNullable<typeof vocabulary> => {
  if (vocabulary === undefined) {
    const { unitLikeEnds, notUnits } = grammar()
    vocabulary = {
      ending: endingIn(unitLikeEnds),
      never: new Set(notUnits),
      neverEnding: endingIn(notUnits.filter((word) => word.length > 1)),
    }
  }
  return vocabulary
}

/** Whether a folded name ends as names of bodies do, and is no ordinary word (格局, 全部). */
export const endsLikeUnit = (folded: string): boolean => {
  const { ending, never, neverEnding } = words()
  const end = ending(folded, folded.length)
  if (end === null || never.has(folded) || neverEnding(folded, folded.length) !== null) return false
  return end.length < folded.length || grammar().unitLikeEnds.some((other) => other !== end && folded.endsWith(other))
}

/** `known`: the data knows the kind of body; `like`: it only reads like one; null: neither. */
export const completeness = (name: string): 'known' | 'like' | null => {
  const folded = foldName(name).text.replace(/[(（][^()（）]*[)）]/gu, '')
  if (folded.length < 2) return null
  if (readFolded(folded).core !== null) return 'known'
  return endsLikeUnit(folded) ? 'like' : null
}

/** Whether a name begins with a level or with 各: what a further unit begins with where names are glued together. */
export const beginsLikeUnit = (name: string): boolean => {
  const { levels } = grammar()
  return name.startsWith('各') || Object.values(levels).some((words) => words.some((word) => name.startsWith(word)))
}
