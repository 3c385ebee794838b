import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'
import { Headings } from './headings.ts'
import { PairCollector, type PairIndex } from './pair-index.ts'
import { everyPlace, filterPlaces, intersect, type Places, placesWhere, union } from './places.ts'
import type { SlicedWork } from './sliced-work.ts'

/** What a task says, bare. */
export interface TaskText {
  /** The row's own name, else its first sentence. */
  title: string
  /** Whether the row has a name of its own. */
  named: boolean
  path: string
  /** Its text and its deadline cell: that says what is due as well. */
  body: string
}

/** A number must not be part of a longer one. */
const DIGIT_EDGE = /^\d|\d$/
const SENTENCE_END = /[。；;]/
/** Words whose places are kept: a question looks each of its words up several times. */
const KEPT = 32

/** Tasks that are read in one slice of work, a few milliseconds. */
const SLICE = 250
/** The share of the work that reading the texts is. */
const READING = 0.8

/** Reads the texts of tasks. */
export function* readTaskTexts(tasks: readonly Task[]): SlicedWork<TaskTexts> {
  const paths = new Map<string, string>()
  const texts: TaskText[] = []
  const collector = new PairCollector()
  const headings = new Headings()
  for (const [place, task] of tasks.entries()) {
    const { title, named, path, body } = textOf(task, paths)
    texts.push({ title, named, path, body })
    headings.add(task)
    collector.add(named ? [title, path, body] : [path, body])
    if (place % SLICE === SLICE - 1) yield (READING * place) / tasks.length
  }
  const pairs = collector.finish()
  let step = pairs.next()
  for (; !step.done; step = pairs.next()) yield READING + (1 - READING) * step.value
  return new TaskTexts(tasks, texts, step.value, headings)
}

/** @param paths the headings read so far, by how they are written: many tasks share them. */
const textOf = (task: Task, paths: Map<string, string>): TaskText => {
  const written = task.path.join('')
  const path = paths.get(written) ?? bare(written)
  paths.set(written, path)
  const body = bare(task.content + task.timing)
  // a part of the body takes no memory of its own
  const title = task.title === null ? body.slice(0, bare(firstSentence(task.content)).length) : bare(task.title)
  return { title, named: task.title !== null, path, body }
}

/** The texts of tasks, and where a word stands in them. Words are looked up as they stand; nothing is cut. */
export class TaskTexts {
  private readonly kept = new Map<string, Places>()
  private readonly keptForms = new Map<string, string[]>()

  constructor(
    private readonly tasks: readonly Task[],
    private readonly texts: readonly TaskText[],
    private readonly pairs: PairIndex,
    private readonly headings: Headings,
  ) {}

  /** Whether a text is the name of a row or a heading, its number and its verb (加强组织领导) apart. */
  isHeading(text: string): boolean {
    return this.headings.has(text)
  }

  at(place: number): TaskText {
    return this.texts[place] as TaskText
  }

  /** The sentences of a task's text, bare. */
  sentencesOf(place: number): string[] {
    return (this.tasks[place] as Task).content.split(SENTENCE_END).map(bare)
  }

  /** Where any of some words stands in title, path or body. */
  placesOf(words: readonly string[]): Places {
    const [only] = words
    return words.length === 1
      ? this.placesOfWord(only as string)
      : union(
          words.map((word) => this.placesOfWord(word)),
          this.texts.length,
        )
  }

  occurs(word: string): boolean {
    return this.placesOfWord(word).length > 0
  }

  /** How long the longest beginning of a text is that stands somewhere; one character always does. */
  longestBeginning(text: string): number {
    if (text.length < 2) return text.length
    let places = this.pairs.having(text.slice(0, 2))
    let length = 1
    while (places.length > 0) {
      length++
      if (length === text.length) break
      const longer = text.slice(0, length + 1)
      places = inBoth(places, this.pairs.having(longer.slice(-2)))
      if (everyPlace(places, (place) => !this.has(place, longer))) break
    }
    return length
  }

  /** The forms in which two parts of a word stand with one or two characters between them. */
  formsWithGap(head: string, tail: string): string[] {
    const key = `${head} ${tail}`
    const known = this.keptForms.get(key)
    if (known) return known
    const forms = new Set<string>()
    const paths = new Set<string>()
    const having = this.placesOf([head])
    const places = tail.length < 2 ? having : inBoth(having, this.pairs.having(tail))
    for (let i = 0; i < places.length; i++) {
      const { title, named, path, body } = this.at(places[i] as number)
      addFormsWithGap(body, head, tail, forms)
      if (named) addFormsWithGap(title, head, tail, forms)
      paths.add(path)
    }
    for (const path of paths) addFormsWithGap(path, head, tail, forms)
    return keep(this.keptForms, key, [...forms])
  }

  private placesOfWord(word: string): Places {
    const known = this.kept.get(word)
    if (known) return known
    return keep(this.kept, word, this.look(word))
  }

  private look(word: string): Places {
    if (word.length === 2 && !DIGIT_EDGE.test(word)) return this.pairs.having(word)
    const has = (place: number): boolean => this.has(place, word)
    return word.length < 2 ? placesWhere(this.texts.length, has) : filterPlaces(this.pairs.having(word), has)
  }

  has(place: number, word: string): boolean {
    const { title, path, body } = this.at(place)
    if (!DIGIT_EDGE.test(word)) return body.includes(word) || title.includes(word) || path.includes(word)
    return [body, title, path].some((text) => standsAlone(text, word))
  }
}

/** 47 does not stand in 147. */
const standsAlone = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? '']
    const cut = (/\d/.test(word[0] as string) && /[\d.]/.test(before)) || (/\d$/.test(word) && /[\d.]/.test(after))
    if (!cut) return true
  }
  return false
}

const addFormsWithGap = (text: string, head: string, tail: string, forms: Set<string>): void => {
  for (let from = text.indexOf(head); from >= 0; from = text.indexOf(head, from + 1)) {
    const behind = from + head.length
    if (text.startsWith(tail, behind + 2)) forms.add(text.slice(from, behind + 2 + tail.length))
    else if (text.startsWith(tail, behind + 1)) forms.add(text.slice(from, behind + 1 + tail.length))
  }
}

const keep = <T>(kept: Map<string, T>, key: string, value: T): T => {
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, value)
  return value
}

const inBoth = (a: Places, b: Places): Places => (a.length < b.length ? intersect(a, b) : intersect(b, a))

const firstSentence = (content: string): string => content.split(SENTENCE_END, 1)[0] ?? ''
