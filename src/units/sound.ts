import type { UnitEntry } from './entries.ts'
import type { KindReading } from './kinds.ts'
import { broad, soundOf } from './pinyin.ts'
import type { Prefix } from './prefix.ts'
import { type Candidates, resolveKinds, type UnitIndex } from './resolve.ts'
import { grammar, type Kind, kinds } from './vocabulary.ts'

interface SoundingStem {
  kind: Kind
  variant: number
  stem: string
}

type BySound = Map<string, SoundingStem[]>

let stems: { narrow: BySound; broad: BySound } | undefined

const add = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}

/** All stems of the data by sound, so that a body that no ledger has is not taken for another that sounds less alike. */
export const stemsBySound = (): { narrow: BySound; broad: BySound } => {
  if (stems !== undefined) return stems
  stems = { narrow: new Map(), broad: new Map() }
  for (const kind of kinds())
    for (const [variant, names] of kind.names.entries())
      for (const stem of names) {
        const sound = soundOf(stem)
        add(stems.narrow, sound, { kind, variant, stem })
        add(stems.broad, broad(sound), { kind, variant, stem })
      }
  return stems
}

const endsOf = (kind: Kind): string[] => grammar().ends[kind.ends ?? 'organ'] ?? []

let allEnds: ReadonlySet<string> | undefined

/** Where a name may be cut into what it is called by and its ending: the ends of the data are few, sounds take time. */
const cutsOf = (body: string, prefix: Prefix): number[] => {
  allEnds ??= new Set(Object.values(grammar().ends).flat())
  const cuts: number[] = []
  for (let cut = prefix.level === null ? 2 : 1; cut <= body.length; cut++)
    if (allEnds.has(body.slice(cut))) cuts.push(cut)
  return cuts
}

/** Body names of the units that the data does not know, by sound. */
export const bodiesBySound = (index: UnitIndex): Map<string, UnitEntry[]> => {
  const map = new Map<string, UnitEntry[]>()
  for (const entry of index.entries)
    if (entry.reading.core === null && entry.collective === null) add(map, soundOf(entry.reading.body), entry)
  return map
}

export const asSound = (candidates: Candidates): Candidates =>
  candidates.map(({ unit, score }) => ({ unit, kind: 'sound', score: Number((score * 0.85).toFixed(3)) }))

/**
 * The units whose names sound like a name that is written otherwise (市一保局). `null`: it sounds like nothing known; an
 * empty list: it sounds like a body that no ledger has.
 */
export const bySound = (
  index: UnitIndex,
  bodies: () => Map<string, UnitEntry[]>,
  body: string,
  prefix: Prefix,
): Candidates | null => {
  const { narrow, broad: wide } = stemsBySound()
  const others = bodies()
  const generic = others.size === 0 ? undefined : others.get(soundOf(body))
  if (generic !== undefined)
    return asSound(
      generic
        .filter(({ reading }) => prefix.level === null || reading.level === null || prefix.level === reading.level)
        .map(({ unit }) => ({ unit, kind: 'sound', score: 0.98 })),
    )
  const stemsAndEnds = cutsOf(body, prefix).map((cut) => ({ sound: soundOf(body.slice(0, cut)), end: body.slice(cut) }))
  for (const [map, key] of [
    [narrow, (sound: string) => sound],
    [wide, broad],
  ] as const) {
    const readings: KindReading[] = []
    for (const { sound, end } of stemsAndEnds)
      for (const { kind, variant, stem } of map.get(key(sound)) ?? [])
        if (endsOf(kind).includes(end)) readings.push({ kind, variant, stem, end })
    if (readings.length > 0) return asSound(resolveKinds(index, readings, prefix))
  }
  return null
}
