import { shippedLexicon } from '../text/lexicon.ts'
import { bare } from './bare-text.ts'
import type { TopicWord, TopicWords } from './reading.ts'
import { synonymsOf } from './synonyms.ts'
import type { TaskTexts } from './task-texts.ts'
import type { SoughtWord } from './topic-phrases.ts'

/** A stretch is taken in the ledgers' own words where so much of it stands in them. */
const RECUT_SHARE = 0.75
const LONGEST_NAME = 6
const SHORTEST_HEADING = 4
/** A word of two characters and an ending that says little. */
const HAN_WORD = /^\p{Script=Han}+$/u
const SUFFIXED = /^\p{Script=Han}{2}[会率度量数额户点处类]$/u

/** 160千瓦, 六个百分百. */
const AMOUNT = /^(?:\d|[一二两三四五六七八九十])/
const DIGITS = '零一二三四五六七八九十'

/** A small number in Arabic and in Chinese: 6个百分百, 六个百分百. */
const inBothNumerals = (text: string): string[] => {
  const arabic = /^(\d|10)(?!\d|\.)/.exec(text)?.[1]
  if (arabic !== undefined) return [text, `${DIGITS[Number(arabic)]}${text.slice(arabic.length)}`]
  const value = DIGITS.indexOf(text.charAt(0))
  return value > 0 ? [text, value + text.slice(1)] : [text]
}

/** What ledgers call a row. */
const ROW = /^(?:项目|问题|举措|措施|事项|任务|工作)$/

/** 污水项目 asks for 污水; 保障措施, where that is a heading, stays. */
export const withoutRow = (topic: TopicWords, texts: TaskTexts): TopicWords => {
  const last = topic.words.at(-1)
  if (!last || topic.words.length < 2 || !ROW.test(last.text) || !topic.text.endsWith(last.text)) return topic
  if (texts.isHeading(bare(topic.text))) return topic
  return { ...topic, text: topic.text.slice(0, -last.text.length).trim(), words: topic.words.slice(0, -1) }
}

/** The words to look for in some texts: synonyms of several words first, then the topic's own words as the texts have them. */
export const soughtWords = (topic: TopicWords, texts: TaskTexts): SoughtWord[] => {
  const heading = bare(topic.text).replace(PART, '')
  if (isName(topic, texts) || isHeading(heading, texts)) {
    const name = isHeading(heading, texts) ? heading : bare(topic.text)
    return [{ alternatives: [name, ...withGap(name, texts)], slight: false }]
  }
  const known = synonymsOf()
  const words: SoughtWord[] = []
  let rest = bare(topic.text)
  // a synonym may be longer than one word of the question (按疾病诊断相关分组)
  for (const [word, alternatives] of known) {
    if (word.length > 2 && rest.includes(word)) {
      words.push({ alternatives, slight: false })
      rest = rest.replace(word, '\n')
    }
  }
  for (const token of inLedgerWords(topic, texts)) {
    const text = bare(token.text)
    if (text === '' || !rest.includes(text)) continue
    if (token.slight && AMOUNT.test(text)) {
      // an amount that a text names tells which one is meant; one that none has may be misremembered
      const alternatives = inBothNumerals(text)
      words.push({ alternatives, slight: !alternatives.some((form) => texts.occurs(form)) })
      continue
    }
    const compound = token.compound ? { compound: true as const } : {}
    for (const alternatives of partsOf(text, texts)) words.push({ alternatives, slight: token.slight, ...compound })
  }
  return words
}

/** 健康北京: a short stretch that stands as a whole in some text is one name, though a word of it says little alone. */
const isName = ({ text, words }: TopicWords, texts: TaskTexts): boolean =>
  text.length <= LONGEST_NAME &&
  words.some(({ text: word, slight }) => slight && !shippedLexicon().isGeneric(word)) &&
  words.map(({ text: word }) => word).join('') === text &&
  texts.occurs(bare(text))

/** A heading as it stands means what is under it, not every text that has its words. */
const isHeading = (text: string, texts: TaskTexts): boolean => text.length >= SHORTEST_HEADING && texts.isHeading(text)
/** 组织领导部分: the heading, and that it is one. */
const PART = /(?:部分|板块|章节)$/

/** The topic's words; where the dictionary made words that no text has, those that the texts have instead. */
const inLedgerWords = (topic: TopicWords, texts: TaskTexts): readonly TopicWord[] => {
  const known = synonymsOf()
  const strange = topic.words.some(({ text, slight }) => !slight && !known.has(bare(text)) && !texts.occurs(bare(text)))
  if (!strange) return topic.words.map((word) => withNext(word, topic, texts))
  const pieces = topic.text.split(' ').map((run) => recut(bare(run), texts))
  return pieces.every((piece) => piece !== null)
    ? pieces.flat().map((text) => ({ text: text as string, slight: false }))
    : topic.words
}

/** 中医馆, which a dictionary cuts 中医, 馆: a word of two characters with the one that follows and is no word itself. */
const withNext = (word: TopicWord, topic: TopicWords, texts: TaskTexts): TopicWord => {
  if (word.text.length !== 2 || !HAN_WORD.test(word.text)) return word
  const at = topic.text.indexOf(word.text)
  const longer = topic.text.slice(at, at + 3)
  const taken = topic.words.some(({ text }) => topic.text.startsWith(text, at + 2))
  return at >= 0 && !taken && HAN_WORD.test(longer) && longer.length === 3 && texts.occurs(longer)
    ? { ...word, text: longer }
    : word
}

/**
 * A stretch of a question in the ledgers' own words, longest first: 用电报装, 零投资, where a dictionary cuts 电报, 装零.
 * Null where too little of it stands in any text.
 */
const recut = (run: string, texts: TaskTexts): string[] | null => {
  const pieces: string[] = []
  for (let from = 0; from < run.length; ) {
    const length = texts.longestBeginning(run.slice(from))
    if (length > 1) pieces.push(run.slice(from, from + length))
    from += length
  }
  const covered = pieces.reduce((sum, piece) => sum + piece.length, 0)
  // 户厕要建: a 要 that is in no piece is no word of the topic
  const spoken = [...run].filter((character) => shippedLexicon().isStopWord(character)).length
  const whole = Math.max(covered, run.length - spoken)
  const sure = covered === whole || pieces.some((piece) => piece.length > 2) || pieces.length > 1
  return sure && covered >= whole * RECUT_SHARE ? pieces : null
}

/**
 * A word as the texts have it, each part with its alternatives. One that no text has is looked for as two words
 * (高值耗材: 高值医用耗材), then with a character or two in its middle (柴油车: 柴油货车).
 */
const partsOf = (word: string, texts: TaskTexts): string[][] => {
  const named = synonymsOf().get(word)
  if (named) return [named]
  if (word.length < 3) return [[word]]
  // 招聘会 of 专场招聘活动, 户厕率 of 户厕
  if (SUFFIXED.test(word) && !texts.occurs(word) && texts.occurs(word.slice(0, 2))) return [[word.slice(0, 2)]]
  // 处方点评 is also written 处方专项点评
  if (texts.occurs(word)) return [word.length < 4 ? [word] : [word, ...withGap(word, texts)]]
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const parts = [word.slice(0, cut), word.slice(cut)]
    if (parts.every((part) => texts.occurs(part))) return parts.map((part) => [part])
  }
  const spaced = withGap(word, texts)
  return spaced.length > 0 ? [spaced] : [[word]]
}

/** Whether some text has a word, under any of its names or in parts. */
export const isKnown = (word: string, texts: TaskTexts): boolean =>
  partsOf(word, texts).some((forms) => forms.some((form) => texts.occurs(form)))

const withGap = (word: string, texts: TaskTexts): string[] =>
  word.length > 5 || !/^\p{Script=Han}+$/u.test(word) ? [] : texts.formsWithGap(word.slice(0, 2), word.slice(2))
