import type { TaskText } from './task-texts.ts'
import { FIT, WHOLE } from './topic-hits.ts'
import type { SoughtWord } from './topic-phrases.ts'

/** How closely the texts of tasks fit the words of one topic. */
export class TopicFit {
  /** By heading: many tasks share one. */
  private readonly headings = new Map<string, { phrase: boolean; words: readonly boolean[] }>()

  /**
   * @param words that tell one text from another.
   * @param phrases in which they stand side by side.
   */
  constructor(
    private readonly words: readonly SoughtWord[],
    private readonly phrases: readonly string[],
  ) {}

  /** @param sentences of the task's text. */
  of({ title, named, path, body }: TaskText, sentences: () => readonly string[]): number {
    const inTitle = this.hasPhrase(title)
    if (inTitle && named) return FIT.title
    const heading = this.heading(path)
    // a row without a name of its own is called by its heading or its first sentence
    if (inTitle || heading.phrase) return FIT.heading
    if (this.words.every((word, i) => heading.words[i] || hasWord(title, word))) return FIT.titleWords
    if (this.hasPhrase(body)) return FIT.text
    const hasAll = (text: string): boolean => this.words.every((word) => hasWord(text, word))
    return hasAll(body) && sentences().some(hasAll) ? FIT.sentence : FIT.scattered
  }

  private hasPhrase(text: string): boolean {
    for (const phrase of this.phrases) if (text.includes(phrase)) return true
    return false
  }

  private heading(path: string): { phrase: boolean; words: readonly boolean[] } {
    let known = this.headings.get(path)
    if (known === undefined) {
      known = { phrase: this.hasPhrase(path), words: this.words.map((word) => hasWord(path, word)) }
      this.headings.set(path, known)
    }
    return known
  }
}

const hasWord = (text: string, { alternatives }: SoughtWord): boolean => {
  for (const form of alternatives) if (text.includes(form)) return true
  return false
}

/** Where a topic stands in a task as one stretch of several words, as {@link TopicHits.wholes} has it. */
export const wholeIn = ({ title, body }: TaskText, stretch: string): number => {
  if (title.includes(stretch)) return WHOLE.title
  return body.includes(stretch) ? WHOLE.body : WHOLE.none
}
