import type { Coverage } from './items.ts'
import type { TopicWord, TopicWords } from './reading.ts'
import { sectionCalled } from './sections.ts'
import { topicTokens } from './topic-tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

const EDGES = /^[\s\p{P}\p{S}的了吗呢吧啊呀么嘛哦嗯]+|[\s\p{P}\p{S}的了吗呢吧啊呀么嘛哦嗯]+$/gu
/** One Chinese character by itself: too little to look for. */
const SINGLE = /^\p{Script=Han}$/u
const MEANINGFUL = /[\p{L}\p{N}]/u
/** A number by itself is in every other text. */
const BARE_NUMBER = /^[\d.,%]+$/
/** Parts of speech that never say what a task is about: pronouns, numerals, particles, adverbs, places … */
const EMPTY_TAG = /^(?:r|m|q|u|p|c|y|d|f|e|o|h|k|zg)/
/** 各区 is a pronoun to the segmenter; where it was not taken for a unit it must not be let go. */
const MANY_PLACES = /^各(?:[省市区县州旗乡镇村]|街道)/
/** Parts of speech that say what is done, seldom to what. */
const SLIGHT_TAG = /^(?:v(?!n)|a|i$|s$|z)/

/** From this length on a message has clauses that only lead up to the question. */
const LONG = 30
const CLAUSE = /[^,，。.;；!！?？\n]+[,，。.;；!！?？\n]*/g

/**
 * The gaps of a long message, those of clauses in which nothing was recognised left out (领导好，我是新来的，…), as long as
 * another clause has something.
 */
const anchoredGaps = (coverage: Coverage): [number, number][] => {
  const clauses = [...coverage.text.matchAll(CLAUSE)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  const anchored = clauses.filter(([from, to]) => coverage.isAnchored(from, to))
  if (anchored.length === 0) return coverage.gaps()
  return coverage
    .gaps()
    .flatMap(([from, to]) =>
      clauses.map(([begin, end]): [number, number] => [Math.max(from, begin), Math.min(to, end)]),
    )
    .filter(([from, to]) => from < to && anchored.some(([begin, end]) => from >= begin && from < end))
}

/** The words that nothing else has claimed: what the question is about. */
export const readTopic = (coverage: Coverage, vocabulary: Vocabulary): TopicWords | null => {
  const { lexicon } = vocabulary
  const runs = (coverage.text.length > LONG ? anchoredGaps(coverage) : coverage.gaps())
    .map(([from, to]) => coverage.text.slice(from, to).replace(EDGES, ''))
    .filter((run) => MEANINGFUL.test(run) && !SINGLE.test(run) && !lexicon.isStopWord(run))
  if (runs.length === 0) return null
  const segmenter = vocabulary.segmenter()
  const words = runs.flatMap((run) =>
    topicTokens(run, segmenter).flatMap(({ text, tag }, place, all): TopicWord[] => {
      if (tag === 'code' || tag === 'amount') return [{ text, slight: tag === 'amount' }]
      // 组织领导: nobody is addressed in the middle of a subject
      const before = all[place - 1]?.text ?? ''
      if (text === '领导' && before.length > 1 && !lexicon.isStopWord(before)) return [{ text, slight: true }]
      if (!MEANINGFUL.test(text) || SINGLE.test(text) || lexicon.isStopWord(text)) return []
      if (BARE_NUMBER.test(text)) return []
      if (EMPTY_TAG.test(tag) && !/[a-z]/.test(text) && !MANY_PLACES.test(text)) return []
      if (lexicon.isGeneric(text)) return [{ text, slight: true }]
      if (tag === 't') return [{ text, slight: true }]
      if (!SLIGHT_TAG.test(tag)) return [{ text, slight: false }]
      const noun = before.length > 1 && /^n/.test(all[place - 1]?.tag ?? '')
      const ends = all
        .slice(place + 1)
        .every((after) => lexicon.isGeneric(after.text) || lexicon.isStopWord(after.text))
      const done = /[了没过好完得吗]/.test(coverage.text[coverage.text.indexOf(run) + run.length] ?? '')
      return [noun && ends && !done ? { text, slight: true, compound: true } : { text, slight: true }]
    }),
  )
  const section = runs.length === 1 ? sectionCalled(runs[0] as string) : null
  if (words.length === 0 && section === null) return null
  return { text: runs.join(' '), words, ...(section === null ? {} : { section }) }
}
