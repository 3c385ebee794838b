import type { UnitEntry } from './entries.ts'
import type { Folded } from './folded.ts'
import type { Hit } from './hit.ts'
import { coreAt, endFamily } from './kinds.ts'
import { latinHits, speltBodies } from './latin.ts'
import { misheardEnds } from './misheard-ends.ts'
import type { Candidates, UnitIndex } from './resolve.ts'
import { bodiesBySound, bySound } from './sound.ts'
import { buildSpeller, bySpelling } from './spelling.ts'
import { type UnknownName, unknownNames } from './unknown-names.ts'
import { grammar } from './vocabulary.ts'

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const endOf = (body: string): string => grammar().unitLikeEnds.find((end) => body.endsWith(end)) ?? ''

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

const GROUP = /^(?:领导小组|指挥部|专班|委员会|工作组)$/u

/** A body that the data does not know, cut into its ending and what stands before it. */
interface OtherBody {
  unit: string
  level: string | null
  rest: string
  end: string
}

const otherBodies = (index: UnitIndex): OtherBody[] =>
  index.entries
    .filter(({ reading, collective }) => collective === null && reading.core === null)
    .map(({ unit, reading: { level, body } }) => {
      const end = endOf(body)
      return { unit, level, rest: body.slice(0, body.length - end.length), end }
    })

/** Short forms of bodies that the data does not know: their characters in order, and the same ending (专班办). */
const byAbbreviation = (bodies: readonly OtherBody[], { body, prefix }: UnknownName): Candidates => {
  const end = endOf(body)
  const stem = body.slice(0, body.length - end.length)
  if (stem.length < 2) return []
  return bodies
    .filter(({ level, rest, end: theirs }) => {
      if (prefix.level !== null && level !== null && prefix.level !== level) return false
      // a group's tasks are with its office: 营商环境专班 for 营商环境工作专班办公室
      if (GROUP.test(end) && /^(?:办公室|办|秘书处)$/u.test(theirs))
        return rest.includes(end) && isSubsequence(stem, rest)
      if (endFamily(theirs) !== endFamily(end)) return false
      // 医管中心 for 医院管理中心, whichever of the two the ledger writes
      return isSubsequence(stem, rest) || (rest.length > 1 && rest[0] === stem[0] && isSubsequence(rest, stem))
    })
    .map(({ unit }) => ({ unit, kind: 'alias', score: 0.75 }))
}

/** Where the name of a known kind begins at the end of a stretch that is nobody's: 卫健委 in 三月底前卫健委. */
const knownEnd = (text: string, { from, to, prefix }: UnknownName): number => {
  if (prefix.level !== null) return from
  for (let at = from; at < to - 1; at++) if (coreAt(text, at)?.to === to) return at
  return from
}

/** Reads what the exact names leave over: pinyin in letters, short forms, other characters of the same sound, misspellings. */
export const buildGuesser = (
  index: UnitIndex,
  scan: (text: string) => Hit[],
): ((folded: Folded, hits: Hit[]) => Hit[]) => {
  const spelt = once(() => speltBodies(index))
  const sounding: () => Map<string, UnitEntry[]> = once(() => bodiesBySound(index))
  const speller = once(() => buildSpeller(index))
  const others = once(() => otherBodies(index))

  const guess = (name: UnknownName): Candidates => {
    if (name.spoken) return bySound(index, sounding, name.body, name.prefix) ?? []
    const short = byAbbreviation(others(), name)
    if (short.length > 0) return short
    return bySound(index, sounding, name.body, name.prefix) ?? bySpelling(speller(), name.body, name.prefix)
  }
  return (folded, hits) => {
    const weak = hits.filter((hit) => hit.weak === true)
    const strong = weak.length === 0 ? hits : hits.filter((hit) => hit.weak !== true)
    const kept: Hit[] = []
    for (const name of unknownNames(folded.text, strong)) {
      const candidates = guess(name)
      const known = candidates.length > 0
      const [from, to] = [known ? name.from : knownEnd(folded.text, name), name.to]
      // a shorter name that is known counts more than a longer one without a level, or one that nobody is known by
      const hides = weak.some((hit) => hit.from < to && from < hit.to)
      if (known ? !hides || name.prefix.level !== null : name.sure && !hides) kept.push({ from, to, candidates })
    }
    kept.push(...misheardEnds(folded.text, strong, scan, guess), ...latinHits(index, spelt, folded))
    return kept
  }
}
