import { bare } from './bare-text.ts'
import type { TopicWords } from './reading.ts'
import type { TaskTexts } from './task-texts.ts'
import { isKnown, soughtWords } from './topic-cutting.ts'

/** From this share of a topic's weight on a task comes near it. */
export const NEAR = 0.4
/** Shares so close that they are as near. */
const AS_NEAR = 0.05
/** More tasks than this are none in particular. */
const MOST_NEAR = 5
/** So many characters side by side name a thing (生活污水). */
const NAMES_A_THING = 4
const NOUN = /^[\u4e00-\u9fff]{2,}$/

/** Tasks that come near to a topic, and the name that they have in common with it, or null. */
export interface NearTasks {
  /** Places in the index, ascending. */
  places: number[]
  stretch: string | null
}

/** The nearest of the tasks that have some of a topic's words. */
export const nearestOf = (
  topic: TopicWords,
  texts: TaskTexts,
  { places, coverages }: { places: ArrayLike<number>; coverages: ArrayLike<number> },
): NearTasks => {
  const best = Array.from(coverages).reduce((most, coverage) => Math.max(most, coverage), 0)
  const nearest = Array.from(places).filter((_, i) => (coverages[i] as number) >= best - AS_NEAR)
  if (nearest.length > MOST_NEAR) return { places: [], stretch: null }
  const stretch = commonStretch(bare(topic.text), texts)
  const having = stretch === null ? [] : nearest.filter((place) => texts.has(place, stretch))
  return having.length > 0 ? { places: having, stretch } : { places: nearest, stretch: null }
}

/** The longest stretch of a text that stands in some task, long enough to name a thing. */
const commonStretch = (text: string, texts: TaskTexts): string | null => {
  let longest = ''
  for (let from = 0; from + NAMES_A_THING <= text.length; from++) {
    const length = texts.longestBeginning(text.slice(from))
    if (length > longest.length) longest = text.slice(from, from + length)
  }
  return longest.length >= NAMES_A_THING ? longest : null
}

/** Nouns of a topic that no text has and that were let go: 农村 in 农村生活污水处理, where 生活污水处理 was found. */
export const nounsLetGo = (topic: TopicWords, texts: TaskTexts): string[] => {
  const whole = bare(topic.text)
  const taken = soughtWords(topic, texts)
    .filter(({ alternatives }) => alternatives.some((form) => texts.occurs(form)))
    .flatMap(({ alternatives }) => alternatives.map((form) => [whole.indexOf(form), form.length] as const))
    .filter(([from]) => from >= 0)
  return topic.words
    .map(({ text, slight }) => (slight || !NOUN.test(text) || isKnown(text, texts) ? '' : text))
    .filter((text) => {
      const at = whole.indexOf(text)
      return text !== '' && !taken.some(([from, length]) => from < at + text.length && at < from + length)
    })
}
