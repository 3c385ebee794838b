import { addWord, emptyTrie, type Trie, wordsAt } from '../text/trie.ts'
import type { UnitEntry } from './entries.ts'
import type { Folded } from './folded.ts'
import type { Hit } from './hit.ts'
import { syllables } from './pinyin.ts'
import { type Prefix, prefixBefore } from './prefix.ts'
import { resolveKinds, type UnitIndex } from './resolve.ts'
import { asSound, stemsBySound } from './sound.ts'
import { grammar, type Kind } from './vocabulary.ts'

interface Spelt {
  kind: Kind
  variant: number
  stem: string
}

const LETTERS = /[a-z][a-z']{3,}/u
const SHORTEST = 6

let spelt: Trie<Spelt> | undefined
let ends: Map<string, string> | undefined
let levels: [string, string][] | undefined

const plain = (text: string): string => syllables(text).join('')

const speltStems = (): Trie<Spelt> => {
  if (spelt !== undefined) return spelt
  spelt = emptyTrie()
  for (const [sound, stems] of stemsBySound().narrow)
    for (const stem of stems) addWord(spelt, sound.replaceAll("'", ''), stem)
  return spelt
}

const endSpelling = (end: string): string => {
  ends ??= new Map()
  let spelling = ends.get(end)
  if (spelling === undefined) {
    spelling = end === '' ? '' : plain(end)
    ends.set(end, spelling)
  }
  return spelling
}

const LEVELS = ['自治区', '省', '市', '区', '县', '州', '旗', '镇', '国家']

/** A level in letters that ends where a name begins: shi yibaoju. */
const levelBefore = (text: string, to: number, starts: (at: number) => boolean): Prefix => {
  levels ??= LEVELS.map((level) => [plain(level), level])
  for (const [spelling, level] of levels) {
    const from = to - spelling.length
    if (from >= 0 && text.startsWith(spelling, from) && starts(from))
      return { ...prefixBefore(level, level.length, false), from, level }
  }
  return prefixBefore(text, to, false)
}

/** Body names that the data does not know, in letters. */
export const speltBodies = (index: UnitIndex): Trie<UnitEntry> => {
  const trie = emptyTrie<UnitEntry>()
  for (const entry of index.entries)
    if (entry.reading.core === null && entry.collective === null) addWord(trie, plain(entry.reading.body), entry)
  return trie
}

/** Names written in pinyin without tones: yibaoju, shi yibaoju, shiyibaoju. */
export const latinHits = (index: UnitIndex, bodies: () => Trie<UnitEntry>, { text, at }: Folded): Hit[] => {
  if (!LETTERS.test(text)) return []
  const isLetter = (place: number): boolean => /[a-z]/u.test(text[place] ?? '')
  const starts = (place: number): boolean =>
    !isLetter(place - 1) || (at[place] as number) - (at[place - 1] as number) > 1
  const hits: Hit[] = []
  for (let from = 0; from < text.length; from++) {
    if (!isLetter(from)) continue
    const prefix = levelBefore(text, from, starts)
    if (!starts(from) && prefix.level === null) continue
    let best: Hit | null = null
    wordsAt(speltStems(), text, from, (found, to) => {
      for (const { kind, variant, stem } of found)
        for (const end of grammar().ends[kind.ends ?? 'organ'] ?? []) {
          const spelling = endSpelling(end)
          const last = to + spelling.length
          if (!text.startsWith(spelling, to) || last - from < SHORTEST || (best !== null && last <= best.to)) continue
          best = {
            from: prefix.from,
            to: last,
            candidates: asSound(resolveKinds(index, [{ kind, variant, stem, end }], prefix)),
          }
        }
    })
    wordsAt(bodies(), text, from, (entries, to) => {
      if (to - from < SHORTEST || (best !== null && to <= best.to)) return
      const candidates = entries
        .filter(({ reading }) => prefix.level === null || reading.level === null || reading.level === prefix.level)
        .map(({ unit }) => ({ unit, kind: 'sound' as const, score: 0.83 }))
      best = { from: prefix.from, to, candidates }
    })
    if (best !== null) hits.push(best)
  }
  return hits
}
