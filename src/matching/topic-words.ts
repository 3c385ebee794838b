import type { Coverage } from './items.ts'
import type { TopicWords } from './reading.ts'
import type { Vocabulary } from './vocabulary.ts'

const EDGES = /^[\s\p{P}\p{S}的了吗呢吧啊呀么嘛哦嗯]+|[\s\p{P}\p{S}的了吗呢吧啊呀么嘛哦嗯]+$/gu
/** One Chinese character by itself: too little to look for. */
const SINGLE = /^\p{Script=Han}$/u
const MEANINGFUL = /[\p{L}\p{N}]/u

/** The words that nothing else has claimed: what the question is about. */
export const readTopic = (coverage: Coverage, vocabulary: Vocabulary): TopicWords | null => {
  const { lexicon } = vocabulary
  const runs = coverage
    .gaps()
    .map(([from, to]) => coverage.text.slice(from, to).replace(EDGES, ''))
    .filter((run) => MEANINGFUL.test(run) && !lexicon.isStopWord(run))
  if (runs.length === 0) return null
  const segmenter = vocabulary.segmenter()
  const tokens = runs
    .flatMap((run) => segmenter.cut(run))
    .map((token) => token.trim())
    .filter((token) => MEANINGFUL.test(token) && !SINGLE.test(token) && !lexicon.isStopWord(token))
  return tokens.length === 0 ? null : { text: runs.join(' '), tokens }
}
