import type { Lexicon } from '../text/lexicon.ts'
import type { UnitDirectory, UnitMention } from '../units/directory.ts'
import { type Item, isCue } from './items.ts'
import type { Reading, TopicWords } from './reading.ts'

/**
 * A subject that is nothing but units: one by its short name (上半年秘书处的活), or several by their stems where they are
 * compared (应急和消防谁牵头的多). Empty where it is a subject.
 */
export const unitsOfTopic = ({ words }: TopicWords, text: string, directory: UnitDirectory): UnitMention[] => {
  const [only, ...others] = words
  if (!only || (others.length === 0 ? !BODY_END.test(only.text) : !COMPARES.test(text))) return []
  const mentions = words.map(({ text: name }): UnitMention => {
    const named = directory.resolve(name).filter(({ kind }) => kind !== 'sound' && kind !== 'spelling')
    const candidates = named.length > 0 ? named : endingWith(name, directory)
    const from = text.indexOf(name)
    return { span: [from, from + name.length], text: name, candidates }
  })
  return mentions.every(({ candidates }) => candidates.length > 0) ? mentions : []
}
const COMPARES =
  /谁[^,，。]{0,6}[多少]|哪[个家][^,，。]{0,4}[多少]|各(?:有|自)?(?:几|多少)|都(?:有份|参与|牵头|配合|负责)|交集|重叠/

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
