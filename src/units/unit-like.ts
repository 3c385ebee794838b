import { foldName } from './folded.ts'
import { readFolded } from './read-name.ts'
import { grammar } from './vocabulary.ts'

let ends: string[] | undefined
let never: string[] | undefined

/** Whether a folded name ends as names of bodies do, and is no ordinary word (格局, 全部). */
export const endsLikeUnit = (folded: string): boolean => {
  ends ??= grammar().unitLikeEnds
  never ??= grammar().notUnits
  const word = never.some((other) => folded === other || (other.length > 1 && folded.endsWith(other)))
  return !word && ends.some((end) => folded.length > end.length && folded.endsWith(end))
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
