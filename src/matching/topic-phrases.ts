import { bare } from './bare-text.ts'
import type { TopicWords } from './reading.ts'

/** A word of a topic as it is looked for. */
export interface SoughtWord {
  /** The word and what else the field calls it; each folded and without punctuation. */
  alternatives: string[]
  /** Says little by itself (推进, 建设, 回收). */
  slight: boolean
  /** As {@link TopicWord} has it. */
  compound?: true
}

/** A topic's telling words where they stand side by side, under each of their names. */
export const phrasesOf = (topic: TopicWords, words: readonly SoughtWord[]): string[] => {
  const whole = bare(topic.text)
  const spots = words
    .map((word) => ({ word, at: Math.max(...word.alternatives.map((a) => whole.indexOf(a))) }))
    .filter(({ at }) => at >= 0)
  if (words.length === 1) return (words[0] as SoughtWord).alternatives
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
