import { collectiveAt } from './collectives.ts'
import { type Hit, isAskedAbout } from './hit.ts'
import type { KindReading } from './kinds.ts'
import { levelBefore, prefixBefore } from './prefix.ts'
import { collectivesFor, resolveKinds, type UnitIndex } from './resolve.ts'
import { kinds } from './vocabulary.ts'

let government: KindReading[] | undefined

const asGovernment = (): KindReading[] => {
  government ??= kinds()
    .filter(({ id }) => id === 'government')
    .map((kind) => ({ kind, variant: 0, stem: '政府', end: '' }))
  return government
}

/** 各区, 各县（市、区）政府 under whatever form the ledgers use. */
export const collectiveHit = (index: UnitIndex, text: string, from: number): Hit | null => {
  if (text[from] !== '各') return null
  let found = collectiveAt(text, from)
  // 各区和市财政局: the second level belongs to the next name
  if (found !== null && !found.official && !isAskedAbout(text, found.to)) {
    const cut = /[和及、,/][^和及、,/]*$/u.exec(text.slice(from, found.to))
    found = cut === null ? null : collectiveAt(text.slice(0, from + cut.index), from)
  }
  if (found === null || (!found.official && !isAskedAbout(text, found.to))) return null
  const candidates = collectivesFor(index, found.levels)
  if (candidates.length === 0 && !found.official) return null
  return { from, to: found.to, candidates }
}

/** A place that stands for its government (东城区有哪些任务), where the ledgers have that or 各区政府. */
export const placeHit = (index: UnitIndex, text: string, to: number): Hit | null => {
  const level = levelBefore(text, to)
  if (level === null || level[1] === 'nation' || !isAskedAbout(text, to)) return null
  const prefix = prefixBefore(text, to, false)
  if (prefix.place === '' || prefix.place.length > 3 || prefix.level === null) return null
  const candidates = resolveKinds(index, asGovernment(), prefix)
  return candidates.length === 0 ? null : { from: prefix.from, to, candidates }
}
