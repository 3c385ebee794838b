import type { Fields } from '../fields.ts'
import type { Mention, MomentMention } from '../mentions.ts'
import type { Relation } from '../relations.ts'

/** What joins the members of a list. */
export const LIST = /^(?:、|,|和|及|与|以及|或|\/|,?并于|,?并在)$/

interface Member {
  fields: Fields
  relation: Relation | null
}

const SHARED = new Set<Relation | null>(['by', 'until', 'within'])
const FINE = ['day', 'third', 'thirdTo', 'halfMonth', 'edge', 'edgeOf', 'nthWorkday'] as const

const isWhole = (fields: Fields): boolean =>
  FINE.every((name) => fields[name] === undefined) &&
  fields.festival === undefined &&
  fields.weekday === undefined &&
  fields.weekShift === undefined

/** A member whose unit word was left out (3、6、9月底前), or that has no particle of its own, takes both from a later one. */
export const takeOver = <T extends Member>(member: T, later: Member): T => {
  const fields = { ...member.fields }
  if (member.fields.elided) {
    for (const name of FINE)
      if (fields[name] === undefined && later.fields[name] !== undefined)
        Object.assign(fields, { [name]: later.fields[name] })
  }
  // 3月、6月和9月底前 are three month ends
  else if (member.relation === null && later.relation === 'by' && isWhole(member.fields) && later.fields.edge === 'end')
    Object.assign(fields, { edge: 'end', edgeOf: later.fields.edgeOf })
  const relation = member.relation ?? (SHARED.has(later.relation) ? later.relation : null)
  return { ...member, fields, relation }
}

/** 2020年6月底、12月底前: the members of a list share the last one's particle. */
export const joinLists = (text: string, mentions: Mention[]): Mention[] => {
  const result = [...mentions]
  for (let start = 0; start < result.length; ) {
    let end = start
    while (end + 1 < result.length && follows(text, result[end] as Mention, result[end + 1] as Mention)) end++
    if (end > start) {
      const list = { from: (result[start] as Mention).from, to: (result[end] as Mention).to }
      for (let i = end; i >= start; i--) {
        const member = result[i] as MomentMention
        const later = i < end ? (result[i + 1] as MomentMention) : null
        result[i] = { ...(later && member.end === undefined ? takeOver(member, later) : member), list }
      }
    }
    start = end + 1
  }
  return result
}

const follows = (text: string, a: Mention, b: Mention): boolean =>
  a.kind === 'moment' &&
  b.kind === 'moment' &&
  (LIST.test(text.slice(a.to, b.core)) || (a.fields.elided === true && b.core - a.to <= 2))
