import { dataFile } from '../data.ts'
import type { Task } from '../domain/index.ts'
import { fold } from '../text/fold.ts'
import type { TopicWord, TopicWords } from './reading.ts'

/** How closely a task's words fit a topic, best first. */
export const FIT = { title: 5, heading: 4, titleWords: 3, text: 2, sentence: 1, scattered: 0 } as const

export interface TopicHit {
  /** Place of the task in the index. */
  place: number
  fit: number
  /** Weighted share of the topic's words that the task has, 0 to 1. */
  coverage: number
}

interface Words {
  /** The word and what else the field calls it; each folded and without punctuation. */
  alternatives: string[]
  /** Says little by itself (推进, 建设, 回收). */
  slight: boolean
}

const PUNCTUATION = /[\s\p{P}\p{S}]/gu
const bare = (text: string): string => fold(text).replace(PUNCTUATION, '')
const synonymGroups = dataFile<string[][]>('synonyms.json')
let synonyms: Map<string, string[]> | undefined
const synonymsOf = (): Map<string, string[]> => {
  synonyms ??= new Map(
    synonymGroups().flatMap((group) => group.map((word): [string, string[]] => [bare(word), group.map(bare)])),
  )
  return synonyms
}

/** Enough of a topic's weight must be there: below it, nothing was found. */
const ENOUGH = 0.62
const SLIGHT_WEIGHT = 0.25
/** A word that more than this share of all tasks has tells none of them from the others. */
export const COMMON = 0.4
/** A stretch is taken in the ledgers' own words where so much of it stands in them. */
const RECUT_SHARE = 0.75

interface Entry {
  title: string
  path: string
  body: string
}

/**
 * Finds tasks by what they are about. Texts are indexed by their character pairs and words are then looked up as they
 * stand, so that no cutting of the texts, and no order of imports, can change an answer; only the question is cut.
 */
export class TopicIndex {
  private readonly entries: Entry[]
  private readonly pairs = new Map<number, number[]>()

  constructor(private readonly tasks: readonly Task[]) {
    this.entries = tasks.map((task) => ({
      title: bare(titleOf(task)),
      path: bare(task.path.join('')),
      // the deadline cell says what is due as well
      body: bare(task.content + task.timing),
    }))
    for (const [place, { title, path, body }] of this.entries.entries()) {
      for (const text of [title, path, body]) {
        for (let i = 0; i + 1 < text.length; i++) {
          const pair = text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1)
          const places = this.pairs.get(pair)
          if (!places) this.pairs.set(pair, [place])
          else if (places[places.length - 1] !== place) places.push(place)
        }
      }
    }
  }

  /** Every task that fits well enough, the closest first, then in the ledgers' order. */
  search(topic: TopicWords): TopicHit[] {
    const all = this.wordsOf(topic).map((word) => ({ word, places: this.placesOf(word) }))
    // a verb that no text has says how the question was put, not what it is about
    const spoken = all.filter(({ word, places }) => !word.slight || places.size > 0)
    if (spoken.length === 0) return []
    const words = spoken.map(({ word }) => word)
    const found = spoken.map(({ places }) => places)
    const allSlight = words.every((word) => word.slight)
    const weights = words.map((word, i) => {
      const rarity = Math.log(1 + this.tasks.length / ((found[i] as Set<number>).size + 0.5))
      return rarity * (word.slight && !allSlight ? SLIGHT_WEIGHT : 1)
    })
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const covered = new Map<number, number>()
    for (const [i, places] of found.entries()) {
      for (const place of places) covered.set(place, (covered.get(place) ?? 0) + (weights[i] as number))
    }
    const telling = this.tellingOf(spoken, allSlight)
    const phrases = phrasesOf(topic, telling)
    const hits: TopicHit[] = []
    for (const [place, weight] of covered) {
      const coverage = weight / total
      if (coverage < ENOUGH) continue
      hits.push({ place, coverage, fit: this.fit(place, telling, phrases) })
    }
    return hits.sort((a, b) => b.fit - a.fit || b.coverage - a.coverage || a.place - b.place)
  }

  private fit(place: number, words: readonly Words[], phrases: readonly string[]): number {
    const { title, path, body } = this.entries[place] as Entry
    const has = (text: string): boolean => words.every((word) => word.alternatives.some((a) => text.includes(a)))
    const inTitle = phrases.some((phrase) => title.includes(phrase))
    if (inTitle && this.tasks[place]?.title !== null) return FIT.title
    // a row without a name of its own is called by its heading or its first sentence
    if (inTitle || phrases.some((phrase) => path.includes(phrase))) return FIT.heading
    if (has(title) || has(title + path)) return FIT.titleWords
    if (phrases.some((phrase) => body.includes(phrase))) return FIT.text
    const sentences = (this.tasks[place] as Task).content.split(/[。；;]/)
    return sentences.some((sentence) => has(bare(sentence))) ? FIT.sentence : FIT.scattered
  }

  /** The words by which texts are told apart: neither slight nor in every other text. */
  private tellingOf(found: readonly { word: Words; places: ReadonlySet<number> }[], allSlight: boolean): Words[] {
    const full = found.filter(({ word }) => allSlight || !word.slight)
    const rare = full.filter(({ places }) => places.size <= this.tasks.length * COMMON)
    return (rare.length > 0 ? rare : full).map(({ word }) => word)
  }

  /** The share of tasks that have a word, under any of its names; 0 to 1. */
  share(text: string): number {
    const word = bare(text)
    return this.tasks.length === 0
      ? 0
      : this.placesOf({ alternatives: synonymsOf().get(word) ?? [word], slight: false }).size / this.tasks.length
  }

  private wordsOf(topic: TopicWords): Words[] {
    const known = synonymsOf()
    const words: Words[] = []
    let rest = bare(topic.text)
    // a synonym may be longer than one word of the question (按疾病诊断相关分组)
    for (const [word, alternatives] of known) {
      if (word.length > 2 && rest.includes(word)) {
        words.push({ alternatives, slight: false })
        rest = rest.replace(word, '\n')
      }
    }
    for (const token of this.inLedgerWords(topic)) {
      const text = bare(token.text)
      if (text === '' || !rest.includes(text)) continue
      for (const alternatives of this.partsOf(text, known)) words.push({ alternatives, slight: token.slight })
    }
    return words
  }

  /** The topic's words; where the dictionary made words that no text has, those that the texts have instead. */
  private inLedgerWords(topic: TopicWords): readonly TopicWord[] {
    const known = synonymsOf()
    const strange = topic.words.some(
      ({ text, slight }) => !slight && !known.has(bare(text)) && !this.occurs(bare(text)),
    )
    if (!strange) return topic.words
    const pieces = topic.text.split(' ').map((run) => this.recut(bare(run)))
    return pieces.every((piece) => piece !== null)
      ? pieces.flat().map((text) => ({ text: text as string, slight: false }))
      : topic.words
  }

  /**
   * A stretch of a question in the ledgers' own words, longest first: 用电报装, 零投资, where a dictionary cuts 电报, 装零.
   * Null where too little of it stands in any text.
   */
  private recut(run: string): string[] | null {
    const pieces: string[] = []
    for (let from = 0; from < run.length; ) {
      let to = run.length
      while (to - from > 1 && !this.occurs(run.slice(from, to))) to--
      if (to - from > 1) pieces.push(run.slice(from, to))
      from = to
    }
    const covered = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const sure = covered === run.length || pieces.some((piece) => piece.length > 2)
    return sure && covered >= run.length * RECUT_SHARE ? pieces : null
  }

  private occurs(text: string): boolean {
    for (const place of this.candidates(text)) if (this.has(place, text)) return true
    return false
  }

  private has(place: number, text: string): boolean {
    const { title, path, body } = this.entries[place] as Entry
    return body.includes(text) || title.includes(text) || path.includes(text)
  }

  /**
   * A word as the texts have it, each part with its alternatives. One that no text has is looked for with a character
   * or two between its parts (柴油车: 柴油货车), then as two words (高值耗材: 高值医用耗材).
   */
  private partsOf(word: string, known: ReadonlyMap<string, string[]>): string[][] {
    const named = known.get(word)
    if (named) return [named]
    if (word.length < 3 || this.occurs(word)) return [[word]]
    const spaced = this.withGap(word)
    if (spaced.length > 0) return [spaced]
    for (let cut = 2; cut <= word.length - 2; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)]
      if (parts.every((part) => this.occurs(part))) return parts.map((part) => [part])
    }
    return [[word]]
  }

  /** The forms in which a word stands in the texts with one or two characters in its middle. */
  private withGap(word: string): string[] {
    if (word.length > 5 || !/^\p{Script=Han}+$/u.test(word)) return []
    const [head, tail] = [word.slice(0, 2), word.slice(2)]
    const spaced = new RegExp(`${head}.{1,2}${tail}`, 'gu')
    const forms = new Set<string>()
    for (const place of this.candidates(head)) {
      const { title, path, body } = this.entries[place] as Entry
      for (const text of [title, path, body]) for (const [form] of text.matchAll(spaced)) forms.add(form)
    }
    return [...forms]
  }

  private placesOf(word: Words): Set<number> {
    const places = new Set<number>()
    for (const text of word.alternatives) {
      for (const place of this.candidates(text)) {
        if (!places.has(place) && this.has(place, text)) places.add(place)
      }
    }
    return places
  }

  /** The places of a text's rarest character pair; every place for a single character. */
  private candidates(text: string): Iterable<number> {
    if (text.length < 2) return this.entries.keys()
    let rarest: number[] | undefined
    for (let i = 0; i + 1 < text.length; i++) {
      const places = this.pairs.get(text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1))
      if (!places) return []
      if (!rarest || places.length < rarest.length) rarest = places
    }
    return rarest ?? []
  }
}

/** The row's own name, else its first sentence. */
const titleOf = (task: Task): string => task.title ?? task.content.split(/[。；;]/)[0] ?? ''

/** The topic's telling words where they stand side by side, under each of their names. */
const phrasesOf = (topic: TopicWords, words: readonly Words[]): string[] => {
  const whole = bare(topic.text)
  const spots = words
    .map((word) => ({ word, at: Math.max(...word.alternatives.map((a) => whole.indexOf(a))) }))
    .filter(({ at }) => at >= 0)
  if (words.length === 1) return (words[0] as Words).alternatives
  if (spots.length < words.length) return []
  const from = Math.min(...spots.map(({ at }) => at))
  const to = Math.max(
    ...spots.map(
      ({ word, at }) => at + Math.max(...word.alternatives.filter((a) => whole.startsWith(a, at)).map((a) => a.length)),
    ),
  )
  const phrase = whole.slice(from, to)
  const variants = new Set([phrase])
  for (const { word } of spots) {
    const written = word.alternatives.find((a) => phrase.includes(a))
    if (written) for (const other of word.alternatives) variants.add(phrase.replace(written, other))
  }
  return [...variants]
}
