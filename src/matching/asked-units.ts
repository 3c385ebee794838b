import type { Lexicon } from '../text/lexicon.ts'
import type { UnitDirectory, UnitMention } from '../units/directory.ts'
import { type Item, isCue } from './items.ts'
import type { Reading, TopicWords } from './reading.ts'

/** 上半年秘书处的活: a subject that is nothing but a unit's short name is that unit. */
export const unitOfTopic = ({ words }: TopicWords, text: string, directory: UnitDirectory): UnitMention | null => {
  const [word] = words
  if (!word || words.length > 1 || !BODY_END.test(word.text)) return null
  const named = directory.resolve(word.text).filter(({ kind }) => kind !== 'sound' && kind !== 'spelling')
  const candidates = named.length > 0 ? named : endingWith(word.text, directory)
  const from = text.indexOf(word.text)
  return candidates.length === 0 ? null : { span: [from, from + word.text.length], text: word.text, candidates }
}

/** 分局, 大队, where the ledgers have such bodies: the one, or which of them. */
const endingWith = (end: string, directory: UnitDirectory): UnitMention['candidates'] =>
  SORTS.test(end)
    ? directory.units.filter((unit) => unit.endsWith(end)).map((unit) => ({ unit, kind: 'alias', score: 0.85 }))
    : []
const SORTS = /^(?:分局|支队|大队|总队|支行|分行|分公司|指挥部|管委会)$/
const BODY_END = /[处局委办厅部院队会室行]$|中心$|公司$/

/** 没办 looks like a body nobody knows (…办), but it is a cue word. */
export const saysSomethingElse = (text: string, from: number, to: number, lexicon: Lexicon): boolean =>
  lexicon
    .scan(text, Math.max(0, from - 2), Math.min(text.length, to + 2))
    .some((cue) => cue.from < to && cue.to >= to && cue.text.length > 1 && !cue.categories.includes('filler'))

/** 不是省的，我说的是市的: what was denied is only what was misunderstood. */
export const dropDenied = <T extends { negated: boolean }>(units: T[]): T[] => {
  const meant = units.filter((unit) => !unit.negated)
  return meant.length > 0 ? meant : units.map((unit) => ({ ...unit, negated: false }))
}

/** Units with different roles, or 共同, must all be there; otherwise one of them is enough. */
export const joinOf = (items: readonly Item[], units: Reading['units']): 'any' | 'all' => {
  if (items.some((item) => isCue(item, 'together')) || units.some((unit) => unit.negated)) return 'all'
  const roles = new Set(units.map((unit) => unit.role))
  return units.length > 1 && roles.size > 1 ? 'all' : 'any'
}
