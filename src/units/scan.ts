import { anyCharacter } from '../text/characters.ts'
import { firstCharacters, type Trie, wordsAt } from '../text/trie.ts'
import { joinedStems, kindProspect } from './core-hits.ts'
import { type Hit, longestOf, type Prospect, settled, withoutOverlap } from './hit.ts'
import { kindStarts } from './kinds.ts'
import { COLLECTIVE_STARTS, collectiveProspect, placeProspect } from './place-hits.ts'
import { isBoundary, levelEnds } from './prefix.ts'
import type { UnitIndex } from './resolve.ts'

/** A name of a unit of the ledgers as it can stand in a text. */
export interface Alias {
  unit: string
  kind: 'exact' | 'alias'
  score: number
  /** Only where a phrase begins: a short form that is part of other words. */
  bounded: boolean
}

const aliasAt = (aliases: Trie<Alias>, text: string, from: number): Prospect | null => {
  let hit: Hit | null = null
  wordsAt(aliases, text, from, (found, to) => {
    const usable = found.filter(({ bounded }) => !bounded || isBoundary(text, from))
    if (usable.length === 0) return
    const best = Math.max(...usable.map(({ score }) => score))
    const candidates = usable
      .filter(({ score }) => score === best)
      .map(({ unit, kind, score }) => ({ unit, kind, score }))
    hit = { from, to, candidates }
  })
  return hit && settled(hit, (hit as Hit).candidates[0]?.kind === 'exact')
}

/**
 * Finds all names in a folded text that the aliases and the grammar of names can read, left to right; the longest of what
 * overlaps.
 */
export const buildScanner = (index: UnitIndex, aliases: Trie<Alias>): ((text: string) => Hit[]) => {
  // at most characters of a question no name begins, and no level that a place may stand for ends
  const mayBegin = anyCharacter([...firstCharacters(aliases), ...kindStarts(), ...levelEnds(), ...COLLECTIVE_STARTS])
  return (text) => {
    const prospects: Prospect[] = []
    const add = (prospect: Prospect | null): void => {
      if (prospect !== null) prospects.push(prospect)
    }
    for (let from = 0; from < text.length; from++) {
      if (!mayBegin(text, from)) continue
      add(aliasAt(aliases, text, from))
      add(kindProspect(index, text, from))
      add(collectiveProspect(index, text, from))
      add(placeProspect(index, text, from + 1))
    }
    const found = longestOf(prospects)
    const joined = joinedStems(index, text, found)
    return joined.length === 0 ? found : withoutOverlap([...found, ...joined])
  }
}
