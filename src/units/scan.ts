import { type Trie, wordsAt } from '../text/trie.ts'
import { joinedStems, kindProspect } from './core-hits.ts'
import { type Hit, longestOf, type Prospect, settled, withoutOverlap } from './hit.ts'
import { collectiveProspect, placeProspect } from './place-hits.ts'
import { isBoundary } from './prefix.ts'
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
  // no name begins at most places
  if (aliases.next?.has(text.charCodeAt(from)) !== true) return null
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

/** All names in a folded text that the aliases and the grammar of names can read, left to right, longest first. */
export const scanNames = (index: UnitIndex, aliases: Trie<Alias>, text: string): Hit[] => {
  const prospects: Prospect[] = []
  const add = (prospect: Prospect | null): void => {
    if (prospect !== null) prospects.push(prospect)
  }
  for (let from = 0; from < text.length; from++) {
    add(aliasAt(aliases, text, from))
    add(kindProspect(index, text, from))
    add(collectiveProspect(index, text, from))
    add(placeProspect(index, text, from + 1))
  }
  const found = longestOf(prospects)
  const joined = joinedStems(index, text, found)
  return joined.length === 0 ? found : withoutOverlap([...found, ...joined])
}
