import { joinedStems, kindHit } from './core-hits.ts'
import { type Hit, withoutOverlap } from './hit.ts'
import { collectiveHit, placeHit } from './place-hits.ts'
import { isBoundary } from './prefix.ts'
import type { UnitIndex } from './resolve.ts'
import { type Trie, wordsAt } from './trie.ts'

/** A name of a unit of the ledgers as it can stand in a text. */
export interface Alias {
  unit: string
  kind: 'exact' | 'alias'
  score: number
  /** Only where a phrase begins: a short form that is part of other words. */
  bounded: boolean
}

const aliasAt = (aliases: Trie<Alias>, text: string, from: number): Hit | null => {
  let hit: Hit | null = null
  wordsAt(aliases, text, from, (found, to) => {
    const usable = found.filter(({ bounded }) => !bounded || isBoundary(text[from - 1]))
    if (usable.length === 0) return
    const best = Math.max(...usable.map(({ score }) => score))
    const candidates = usable
      .filter(({ score }) => score === best)
      .map(({ unit, kind, score }) => ({ unit, kind, score }))
    hit = { from, to, candidates }
  })
  return hit
}

/** All names in a folded text that the aliases and the grammar of names can read, left to right, longest first. */
export const scanNames = (index: UnitIndex, aliases: Trie<Alias>, text: string): Hit[] => {
  const hits: Hit[] = []
  for (let from = 0; from < text.length; from++)
    for (const hit of [
      aliasAt(aliases, text, from),
      kindHit(index, text, from),
      collectiveHit(index, text, from),
      placeHit(index, text, from + 1),
    ])
      if (hit !== null) hits.push(hit)
  const found = withoutOverlap(hits)
  const joined = joinedStems(index, text, found)
  return joined.length === 0 ? found : withoutOverlap([...found, ...joined])
}
