import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'
import { type Places, union } from './places.ts'
import type { TopicWords } from './reading.ts'
import { Sections } from './sections.ts'
import { finish, type SlicedWork } from './sliced-work.ts'
import { synonymsOf } from './synonyms.ts'
import { readTaskTexts, type TaskTexts } from './task-texts.ts'
import { soughtWords, withoutRow } from './topic-cutting.ts'
import { TopicFit, wholeIn } from './topic-fit.ts'
import { closestFirst, headingHits, NO_HITS, type TopicHit, type TopicHits } from './topic-hits.ts'
import { NEAR, type NearTasks, nearestOf, nounsLetGo } from './topic-near.ts'
import { phrasesOf, type SoughtWord } from './topic-phrases.ts'

/** Enough of a topic's weight must be there: below it, nothing was found. */
const ENOUGH = 0.62
const SLIGHT_WEIGHT = 0.25
const TELLING_VERB_WEIGHT = 0.6
const RARE = 0.05
const SHORTEST_STRETCH = 4
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
  /** Built when a question first calls a part of a ledger. */
  private sections: Sections | undefined

  constructor(
    readonly tasks: readonly Task[],
    texts?: TaskTexts,
  ) {
    this.texts = texts ?? finish(readTaskTexts(tasks))
    this.weights = new Float64Array(tasks.length)
  }

  /** Builds an index a slice at a time. */
  static *build(tasks: readonly Task[]): SlicedWork<TopicIndex> {
    return new TopicIndex(tasks, yield* readTaskTexts(tasks))
  }

  /** Every task that fits well enough and is allowed, the closest first, then in the ledgers' order. */
  search(topic: TopicWords, allowed: (place: number) => boolean = () => true): TopicHit[] {
    const { places, fits, coverages, wholes } = this.hits(topic, allowed)
    return Array.from(places, (place, i) => ({
      place,
      fit: fits[i] as number,
      coverage: coverages[i] as number,
      whole: wholes[i] as number,
    }))
  }

  /** The same as columns. */
  hits(asked: TopicWords, allowed: (place: number) => boolean): TopicHits {
    const topic = withoutRow(asked, this.texts)
    const section = this.sectionOf(topic)
    if (section.length > 0) return headingHits(section.filter(allowed))
    const spoken = this.spokenWords(topic)
    if (spoken.length === 0) return NO_HITS
    const allSlight = spoken.every(({ word }) => word.slight)
    const telling = this.tellingOf(spoken, allSlight)
    const fit = new TopicFit(telling, phrasesOf(topic, telling))
    const stretch = spoken.length > 1 ? bare(topic.text) : ''
    const { places, coverages } = this.covered(spoken, allSlight, allowed)
    const fits = new Uint8Array(places.length)
    const wholes = new Uint8Array(places.length)
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number
      const text = this.texts.at(place)
      fits[i] = fit.of(text, () => this.texts.sentencesOf(place))
      if (stretch.length >= SHORTEST_STRETCH) wholes[i] = wholeIn(text, stretch)
    }
    return closestFirst({ places, fits, coverages, wholes })
  }

  /** Whether any task fits a topic. */
  knows(topic: TopicWords): boolean {
    if (this.sectionOf(topic).length > 0) return true
    const spoken = this.spokenWords(topic)
    const allSlight = spoken.every(({ word }) => word.slight)
    return spoken.length > 0 && this.covered(spoken, allSlight, () => true).places.length > 0
  }

  /**
   * The tasks that come nearest to a topic of which none has enough: 乡镇生活污水 where 农村生活污水 is asked for. They
   * may be offered, and are no answer.
   */
  near(topic: TopicWords): NearTasks {
    const words = this.foundWords(topic)
    return nearestOf(
      topic,
      this.texts,
      this.covered(words, false, () => true, NEAR),
    )
  }

  /** Nouns of a topic that an answer had to let go of. */
  missing(topic: TopicWords): string[] {
    return nounsLetGo(topic, this.texts)
  }

  /** Whether a topic is a heading as it stands, or is called a part of the ledger and is one. */
  isSection(topic: TopicWords): boolean {
    return this.texts.isHeading(bare(topic.text)) || this.sectionOf(topic).length > 0
  }

  private sectionOf({ section }: TopicWords): readonly number[] {
    if (section === undefined) return []
    this.sections ??= new Sections(this.tasks)
    return this.sections.under(section)
  }

  /** The share of tasks that have a word, under any of its names; 0 to 1. */
  share(text: string): number {
    const word = bare(text)
    return this.tasks.length === 0
      ? 0
      : this.texts.placesOf(synonymsOf().get(word) ?? [word]).length / this.tasks.length
  }

  /** The words of a topic and where they are. A verb that no text has says how the question was put, not what it is about. */
  private spokenWords(topic: TopicWords): FoundWord[] {
    return this.foundWords(topic).filter(({ word, places }) => !word.slight || places.length > 0 || word.compound)
  }

  private foundWords(topic: TopicWords): FoundWord[] {
    return soughtWords(topic, this.texts).map((word) => ({ word, places: this.texts.placesOf(word.alternatives) }))
  }

  /** The tasks that have enough of the words, the rarer ones weighing more, in the ledgers' order. */
  private covered(
    found: readonly FoundWord[],
    allSlight: boolean,
    allowed: (place: number) => boolean,
    enough = ENOUGH,
  ): Pick<TopicHits, 'places' | 'coverages'> {
    let total = 0
    for (const { word, places } of found) {
      const rarity = Math.log(1 + this.tasks.length / (places.length + 0.5))
      // a verb that few rows have tells them from the others (互认); one that none has makes another of its noun
      const few = places.length > 0 && places.length <= Math.max(1, this.tasks.length * RARE)
      const slight = few || (word.compound && places.length === 0) ? TELLING_VERB_WEIGHT : SLIGHT_WEIGHT
      const weight = rarity * (word.slight && !allSlight ? slight : 1)
      total += weight
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number
        this.weights[place] = (this.weights[place] as number) + weight
      }
    }
    const all = union(
      found.map(({ places }) => places),
      this.tasks.length,
    )
    const coverages = new Float64Array(all.length)
    let count = 0
    for (const place of all) {
      const coverage = (this.weights[place] as number) / total
      this.weights[place] = 0
      if (coverage < enough || !allowed(place)) continue
      all[count] = place
      coverages[count++] = coverage
    }
    return { places: all.slice(0, count), coverages: coverages.slice(0, count) }
  }

  /** The words by which texts are told apart: neither slight nor in every other text. */
  private tellingOf(found: readonly FoundWord[], allSlight: boolean): SoughtWord[] {
    const full = found.filter(({ word }) => allSlight || !word.slight)
    const rare = full.filter(({ places }) => places.length <= this.tasks.length * COMMON)
    return (rare.length > 0 ? rare : full).map(({ word }) => word)
  }
}
