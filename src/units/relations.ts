import { type Kind, kinds } from './vocabulary.ts'

/** How near one kind of body is to another. */
export interface Relation {
  /** 1 for the kind itself, less for merged bodies, less again for each renaming. */
  score: number
  match: 'alias' | 'old-name'
}

interface Links {
  later: Map<string, string[]>
  earlier: Map<string, string[]>
  merged: Map<string, string[]>
}

let links: Links | undefined
const known = new Map<string, Map<string, Relation>>()

const link = (map: Map<string, string[]>, from: string, to: string): void => {
  map.set(from, [...(map.get(from) ?? []), to])
}

const allLinks = (): Links => {
  if (links !== undefined) return links
  links = { later: new Map(), earlier: new Map(), merged: new Map() }
  for (const { id, was = [], into = [], parts = [] } of kinds()) {
    for (const old of was) {
      link(links.later, old, id)
      link(links.earlier, id, old)
    }
    // merged into a body that was there before: the old name leads to it, its name does not lead back
    for (const target of into) link(links.later, id, target)
    for (const part of parts) {
      link(links.merged, id, part)
      link(links.merged, part, id)
    }
  }
  return links
}

/** The kinds of body that a kind's name can mean in a ledger that does not use that name, nearest first. */
export const relatedKinds = (kind: Kind): Map<string, Relation> => {
  const done = known.get(kind.id)
  if (done !== undefined) return done
  const { later, earlier, merged } = allLinks()
  const related = new Map<string, Relation>([[kind.id, { score: 1, match: 'alias' }]])
  for (const id of merged.get(kind.id) ?? []) related.set(id, { score: 0.9, match: 'alias' })
  for (const direction of [later, earlier]) {
    let front = [kind.id, ...(merged.get(kind.id) ?? [])]
    for (let score = 0.85; front.length > 0 && score > 0.6; score -= 0.05) {
      front = front.flatMap((id) => direction.get(id) ?? []).filter((id) => !related.has(id))
      for (const id of front) related.set(id, { score, match: 'old-name' })
    }
  }
  known.set(kind.id, related)
  return related
}
