import { createRequire } from 'node:module'
import type FuseClass from 'fuse.js'
import type { UnitEntry } from './entries.ts'
import { bareStemAt } from './kinds.ts'
import { broad, syllables } from './pinyin.ts'
import type { Prefix } from './prefix.ts'
import { relatedKinds } from './relations.ts'
import type { Candidates, UnitIndex } from './resolve.ts'

interface Form {
  name: string
  sound: string
  entry: UnitEntry
}

const require = createRequire(import.meta.url)
let Fuse: typeof FuseClass | undefined

/** Every short and full form of the units' names, without level, with its sound. */
const formsOf = (entry: UnitEntry): string[] => {
  const { core, body } = entry.reading
  const names = (core?.readings ?? []).flatMap(({ kind, variant, end }) =>
    (kind.names[variant] ?? []).map((stem) => stem + end),
  )
  return [...new Set([body, ...names])].filter((name) => name.length >= 3)
}

/** The names of the units by the syllables in them. */
export interface Speller {
  forms: Form[]
  bySyllable: Map<string, number[]>
}

export const buildSpeller = (index: UnitIndex): Speller => {
  const forms: Form[] = []
  const bySyllable = new Map<string, number[]>()
  for (const entry of index.entries)
    for (const name of entry.collective === null ? formsOf(entry) : []) {
      const sounds = syllables(name)
      for (const sound of new Set(sounds.map(broad))) {
        const there = bySyllable.get(sound)
        if (there === undefined) bySyllable.set(sound, [forms.length])
        else there.push(forms.length)
      }
      forms.push({ name, sound: sounds.join(' '), entry })
    }
  return { forms, bySyllable }
}

const SHORTLIST = 24

/** Names that have at least half of their syllables in common with one, most first: fuse.js is too slow for all of them. */
const shortlist = ({ forms, bySyllable }: Speller, body: string): Form[] => {
  const common = new Map<number, number>()
  for (const sound of new Set(syllables(body).map(broad)))
    for (const form of bySyllable.get(sound) ?? []) common.set(form, (common.get(form) ?? 0) + 1)
  return [...common]
    .map(([at, count]) => ({ form: forms[at] as Form, count }))
    .filter(({ form, count }) => count * 2 >= Math.max(form.name.length, body.length) - 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, SHORTLIST)
    .map(({ form }) => form)
}

/** What one character for another costs: little where they sound alike. */
const substitution = (a: string, b: string, soundA: string, soundB: string): number => {
  if (a === b) return 0
  return broad(soundA) === broad(soundB) ? 0.4 : 1
}

/** Changes that lead from one name to another: put in, left out, swapped, mistaken. */
const spellingDistance = (a: string, b: string): number => {
  const [soundsA, soundsB] = [syllables(a), syllables(b)]
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] as number[]
      const cost = substitution(a[i - 1] as string, b[j - 1] as string, soundsA[i - 1] ?? '', soundsB[j - 1] ?? '')
      let least = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, ((rows[i - 2] as number[])[j - 2] as number) + 0.8)
      row.push(least)
    }
    rows.push(row)
  }
  return (rows[a.length] as number[])[b.length] as number
}

/** How far a name may be off: in a name of three characters one other character makes another body (审计局, 统计局). */
const allowance = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  if (length >= 6) return 2
  if (length >= 4 || a.length > b.length) return 1
  return 0.8
}

/** Kinds of body whose stem stands in a name: 水务 in 市水务管理处. A body known by its stem is never taken for another. */
const kindsInside = (body: string): Set<string> | null => {
  const kinds = new Set<string>()
  for (let from = 0; from < body.length; from++)
    for (const { kind, stem } of bareStemAt(body, from)?.readings ?? [])
      if (stem.length > 1) for (const id of relatedKinds(kind).keys()) kinds.add(id)
  return kinds.size === 0 ? null : kinds
}

const nearest = (forms: Form[], body: string): Form[] => {
  if (forms.length === 0) return []
  Fuse ??= require('fuse.js') as typeof FuseClass
  const fuse = new Fuse(forms, { keys: ['name', 'sound'], threshold: 0.6, ignoreLocation: true })
  const found = [...fuse.search(body, { limit: 6 }), ...fuse.search(syllables(body).join(' '), { limit: 6 })]
  return [...new Set(found.map(({ item }) => item))]
}

/** The units whose names are spelt nearly like a name, the nearest; several where they are equally near. */
export const bySpelling = (speller: Speller, body: string, prefix: Prefix): Candidates => {
  const inside = kindsInside(body)
  const found = new Map<UnitEntry, number>()
  for (const item of nearest(shortlist(speller, body), body)) {
    const { reading } = item.entry
    if (prefix.level !== null && reading.level !== null && prefix.level !== reading.level) continue
    if (inside !== null && reading.core?.readings.some(({ kind }) => inside.has(kind.id)) === false) continue
    if (body.at(-1) !== item.name.at(-1)) continue
    const distance = spellingDistance(body, item.name)
    if (distance > allowance(body, item.name)) continue
    found.set(item.entry, Math.min(distance, found.get(item.entry) ?? distance))
  }
  const best = Math.min(...found.values())
  return [...found]
    .filter(([, distance]) => distance <= best + 0.2)
    .map(([{ unit }, distance]) => ({ unit, kind: 'spelling', score: Number((0.75 - distance * 0.1).toFixed(3)) }))
}
