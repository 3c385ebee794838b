import type { Task } from '../domain/index.ts'
import { bare } from './bare-text.ts'
import { PairIndex } from './pair-index.ts'
import { type Places, union } from './places.ts'

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
const HEADING_NUMBER = /^[\s（(]*[一二三四五六七八九十\d]+[)）、.．\s]+/
/** 加强, 推进, 完善: the verb that a heading begins with. */
const VERB_LENGTH = 2
/** Words whose places are kept: a question looks each of its words up several times. */
const KEPT = 32

/** The texts of tasks, and where a word stands in them. Words are looked up as they stand; nothing is cut. */
export class TaskTexts {
  private readonly texts: readonly TaskText[]
  private readonly pairs: PairIndex
  private readonly kept = new Map<string, Places>()
  private headings: ReadonlySet<string> | undefined

  constructor(private readonly tasks: readonly Task[]) {
    const paths = new Map<string, string>()
    const pathOf = (task: Task): string => {
      const written = task.path.join('')
      let path = paths.get(written)
      if (path === undefined) {
        path = bare(written)
        paths.set(written, path)
      }
      return path
    }
    this.texts = tasks.map((task) => {
      const body = bare(task.content + task.timing)
      const named = task.title !== null
      // a part of the body takes no memory of its own
      const title = named ? bare(task.title ?? '') : body.slice(0, bare(firstSentence(task.content)).length)
      return { title, named, path: pathOf(task), body }
    })
    this.pairs = new PairIndex(
      this.texts.map(({ title, named, path, body }) => (named ? [title, path, body] : [path, body])),
    )
  }

  /** Whether a text is the name of a row or a heading, its number and its verb (加强组织领导) apart. */
  isHeading(text: string): boolean {
    this.headings ??= new Set(
      this.tasks
        .flatMap((task) => [...task.path, ...(task.title === null ? [] : [task.title])])
        .map((name) => bare(name.replace(HEADING_NUMBER, ''))),
    )
    if (this.headings.has(text)) return true
    for (const heading of this.headings) {
      if (heading.length - text.length === VERB_LENGTH && heading.endsWith(text)) return true
    }
    return false
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
    let places: Places = this.pairs.having(text.slice(0, 2))
    let length = 1
    while (places.length > 0) {
      length++
      if (length === text.length) break
      const longer = text.slice(0, length + 1)
      places = Array.from(places).filter((place) => this.has(place, longer))
    }
    return length
  }

  /** The forms in which two parts of a word stand with one or two characters between them. */
  formsWithGap(head: string, tail: string): string[] {
    const spaced = new RegExp(`${head}.{1,2}${tail}`, 'gu')
    const forms = new Set<string>()
    const places = this.placesOf([head])
    for (let i = 0; i < places.length; i++) {
      const { title, path, body } = this.at(places[i] as number)
      for (const text of [title, path, body]) {
        if (!text.includes(tail)) continue
        for (const [form] of text.matchAll(spaced)) forms.add(form)
      }
    }
    return [...forms]
  }

  private placesOfWord(word: string): Places {
    const known = this.kept.get(word)
    if (known) return known
    const places = this.look(word)
    if (this.kept.size >= KEPT) this.kept.clear()
    this.kept.set(word, places)
    return places
  }

  private look(word: string): Places {
    if (word.length === 2 && !DIGIT_EDGE.test(word)) return this.pairs.having(word)
    const perhaps = word.length < 2 ? this.texts.map((_, place) => place) : Array.from(this.pairs.having(word))
    return perhaps.filter((place) => this.has(place, word))
  }

  private has(place: number, word: string): boolean {
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

const firstSentence = (content: string): string => content.split(SENTENCE_END, 1)[0] ?? ''
