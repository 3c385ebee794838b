import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'
import { type Places, union } from './places.ts'
import type { TopicWords } from './reading.ts'
import { synonymsOf } from './synonyms.ts'
import { TaskTexts } from './task-texts.ts'
import { soughtWords } from './topic-cutting.ts'
import { phrasesOf, type SoughtWord } from './topic-phrases.ts'

/** How closely a task's words fit a topic, best first. */
export const FIT = { title: 5, heading: 4, titleWords: 3, text: 2, sentence: 1, scattered: 0 } as const

export interface TopicHit {
  /** Place of the task in the index. */
  place: number
  fit: number
  /** Weighted share of the topic's words that the task has, 0 to 1. */
  coverage: number
}

/** Enough of a topic's weight must be there: below it, nothing was found. */
const ENOUGH = 0.62
const SLIGHT_WEIGHT = 0.25
/** A word that more than this share of all tasks has tells none of them from the others. */
export const COMMON = 0.4

/** A word of a topic and the tasks that have it. */
interface FoundWord {
  word: SoughtWord
  places: Places
}

/**
 * Finds tasks by what they are about. Texts are indexed by their character pairs and words are then looked up as they
 * stand, so that no cutting of the texts, and no order of imports, can change an answer; only the question is cut.
 */
export class TopicIndex {
  /** What of a task is indexed here. */
  static readonly FIELDS = ['title', 'path', 'content', 'timing'] as const
  private readonly texts: TaskTexts
  /** The weight each task has gathered in the search at hand; all zero between searches. */
  private readonly weights: Float64Array

  constructor(readonly tasks: readonly Task[]) {
    this.texts = new TaskTexts(tasks)
    this.weights = new Float64Array(tasks.length)
  }

  /** Every task that fits well enough and is allowed, the closest first, then in the ledgers' order. */
  search(topic: TopicWords, allowed: (place: number) => boolean = () => true): TopicHit[] {
    const all = soughtWords(topic, this.texts).map((word) => ({ word, places: this.texts.placesOf(word.alternatives) }))
    // a verb that no text has says how the question was put, not what it is about
    const spoken = all.filter(({ word, places }) => !word.slight || places.length > 0)
    if (spoken.length === 0) return []
    const allSlight = spoken.every(({ word }) => word.slight)
    const telling = this.tellingOf(spoken, allSlight)
    const phrases = phrasesOf(topic, telling)
    const hits = this.covered(spoken, allSlight).filter(({ place }) => allowed(place))
    for (const hit of hits) hit.fit = this.fit(hit.place, telling, phrases)
    return hits.sort((a, b) => b.fit - a.fit || b.coverage - a.coverage || a.place - b.place)
  }

  /** The share of tasks that have a word, under any of its names; 0 to 1. */
  share(text: string): number {
    const word = bare(text)
    return this.tasks.length === 0
      ? 0
      : this.texts.placesOf(synonymsOf().get(word) ?? [word]).length / this.tasks.length
  }

  /** The tasks that have enough of the words, the rarer ones weighing more; their fit is still open. */
  private covered(found: readonly FoundWord[], allSlight: boolean): TopicHit[] {
    let total = 0
    for (const { word, places } of found) {
      const rarity = Math.log(1 + this.tasks.length / (places.length + 0.5))
      const weight = rarity * (word.slight && !allSlight ? SLIGHT_WEIGHT : 1)
      total += weight
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number
        this.weights[place] = (this.weights[place] as number) + weight
      }
    }
    const hits: TopicHit[] = []
    const lists = found.map(({ places }) => places)
    for (const place of union(lists, this.tasks.length)) {
      const coverage = (this.weights[place] as number) / total
      this.weights[place] = 0
      if (coverage >= ENOUGH) hits.push({ place, coverage, fit: FIT.scattered })
    }
    return hits
  }

  private fit(place: number, words: readonly SoughtWord[], phrases: readonly string[]): number {
    const { title, named, path, body } = this.texts.at(place)
    const has = (text: string): boolean => words.every((word) => word.alternatives.some((a) => text.includes(a)))
    const inTitle = phrases.some((phrase) => title.includes(phrase))
    if (inTitle && named) return FIT.title
    // a row without a name of its own is called by its heading or its first sentence
    if (inTitle || phrases.some((phrase) => path.includes(phrase))) return FIT.heading
    if (has(title) || has(title + path)) return FIT.titleWords
    if (phrases.some((phrase) => body.includes(phrase))) return FIT.text
    return has(body) && this.texts.sentencesOf(place).some(has) ? FIT.sentence : FIT.scattered
  }

  /** The words by which texts are told apart: neither slight nor in every other text. */
  private tellingOf(found: readonly FoundWord[], allSlight: boolean): SoughtWord[] {
    const full = found.filter(({ word }) => allSlight || !word.slight)
    const rare = full.filter(({ places }) => places.length <= this.tasks.length * COMMON)
    return (rare.length > 0 ? rare : full).map(({ word }) => word)
  }
}
