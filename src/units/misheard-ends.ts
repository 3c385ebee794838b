import type { Hit } from './hit.ts'
import { isBoundary } from './prefix.ts'
import { asSound } from './sound.ts'
import { beginsLikeUnit } from './unit-like.ts'
import { type UnknownName, unknownNames } from './unknown-names.ts'
import { grammar } from './vocabulary.ts'
import { startsWithAny } from './word-lists.ts'

interface Homophone {
  end: string
  /** Only in a name that begins with a level. */
  levelled: boolean
}

const LEVEL = /[省市区县州旗盟镇乡国]/u

// by UTF-16 unit: they are looked for at every place of every question
let homophones: Map<number, Homophone[]> | undefined

const homophonesOf = (code: number): readonly Homophone[] | undefined => {
  if (homophones === undefined) {
    homophones = new Map()
    for (const [end, { any, level }] of Object.entries(grammar().homophones))
      for (const [characters, levelled] of [
        [any, false],
        [level, true],
      ] as const)
        for (const written of characters) {
          const same = homophones.get(written.charCodeAt(0))
          if (same === undefined) homophones.set(written.charCodeAt(0), [{ end, levelled }])
          else same.push({ end, levelled })
        }
  }
  return homophones.get(code)
}

/** The wrong character is followed by what one asks of a body and makes no word with it (未有, 具有). */
const endsName = (text: string, at: number): boolean => {
  const { afterHomophone, notAfterHomophone } = grammar()
  const next = text[at + 1]
  if (next === undefined || !/[\u4e00-\u9fff]/u.test(next)) return true
  if (notAfterHomophone[text[at] as string]?.includes(next) === true) return false
  return [afterHomophone, grammar().actorContext, grammar().bareContext].some(
    (words) => startsWithAny(text, at + 1, words) !== null,
  )
}

/**
 * Names whose last character is written with another of the same sound (市民政菊): the text is read as if it were the ending.
 *
 * `scan` reads exact names, `guess` the units that a name that is written otherwise means.
 */
export const misheardEnds = (
  text: string,
  hits: Hit[],
  scan: (text: string) => Hit[],
  guess: (name: UnknownName) => Hit['candidates'],
): Hit[] => {
  const found: Hit[] = []
  for (let at = 2; at < text.length; at++) {
    const meantEnds = homophonesOf(text.charCodeAt(at))
    if (meantEnds === undefined) continue
    for (const { end, levelled } of meantEnds) {
      if (hits.some(({ from, to }) => from <= at && at < to) || !endsName(text, at)) continue
      const start = Math.max(0, at - LONGEST)
      const before = text.slice(start, at)
      if (levelled && !LEVEL.test(before)) continue
      const meant = before + end + text.slice(at + 1, at + AFTER)
      const hit = readEnding(meant, before.length + 1, scan, guess)
      if (hit === null || (levelled && !beginsLikeUnit(meant.slice(hit.from)))) continue
      if (hit.from === 0 && start > 0) continue
      found.push({ from: hit.from + start, to: hit.to + start, candidates: hit.candidates })
      break
    }
  }
  return found
}

/** No name with its level and place is longer. */
const LONGEST = 24
const AFTER = 6

/** The name that ends at `to`, known or guessed. */
const readEnding = (
  text: string,
  to: number,
  scan: (text: string) => Hit[],
  guess: (name: UnknownName) => Hit['candidates'],
): Hit | null => {
  const hits = scan(text)
  const hit = hits.find((one) => one.to === to && (one.weak !== true || isBoundary(text, one.from)))
  if (hit !== undefined) {
    // nobody is known by it: only a name with a level says that a body is meant
    if (hit.candidates.length === 0 && !beginsLikeUnit(text.slice(hit.from))) return null
    return { ...hit, candidates: asSound(hit.candidates) }
  }
  const name = unknownNames(
    text,
    hits.filter(({ weak }) => weak !== true),
  ).find((one) => one.to === to)
  // two characters are wrong: only the sound of the rest tells which body it is
  const candidates = name === undefined ? [] : guess({ ...name, spoken: true })
  return name === undefined || candidates.length === 0 ? null : { from: name.from, to, candidates }
}
