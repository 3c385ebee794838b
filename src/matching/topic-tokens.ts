import type { Segmenter } from '../text/segmenter.ts'

/** A piece of a stretch that nothing has claimed. */
export interface TopicToken {
  text: string
  /** Part of speech in jieba's notation; `code` for names in letters, digits and signs, `amount` for 160千瓦. */
  tag: string
}

/** 4+7, 4/5g, pm2.5, 5g, a/b: letters and digits, with a sign or both; a segmenter cuts them to pieces. */
const CODE = /[a-z\d]+(?:[+/.][a-z\d]+)+|[a-z]+\d[a-z\d]*|\d+[a-z]+/g
const MIXED = /[a-z+/]/
const NUMBER = /^\d+(?:\.\d+)?%?$/
const MEASURE = /^(?:小时|分钟|蒸吨|公里|平方米|立方米|[万亿千百]?[元吨亩米座套辆艘台份名户家所])$/
/** Counters that say nothing of what is counted. */
const COUNTER = /^[个项条件次遍点位种类]$/
/** A number from here on can be a name (12345热线, 12350). */
const LONG_NUMBER = 3

/** Cuts a stretch into words; names in letters and digits, and numbers with what they measure, stay whole. */
export const topicTokens = (run: string, segmenter: Segmenter): TopicToken[] => {
  if (!/[a-z\d]/.test(run)) return withAmounts(cut(run, segmenter))
  const tokens: TopicToken[] = []
  let at = 0
  for (const { 0: code, index } of run.matchAll(CODE)) {
    if (!MIXED.test(code)) continue
    tokens.push(...cut(run.slice(at, index), segmenter), { text: code, tag: 'code' })
    at = index + code.length
  }
  tokens.push(...cut(run.slice(at), segmenter))
  return withAmounts(tokens)
}

const cut = (text: string, segmenter: Segmenter): TopicToken[] =>
  segmenter.tag(text).map(({ word, tag }) => ({ text: word.trim(), tag }))

const isNumber = ({ text, tag }: TopicToken): boolean => NUMBER.test(text) || (tag === 'm' && text.length < 4)
const measures = (token: TopicToken | undefined): boolean =>
  token !== undefined && (/^[qm]$/.test(token.tag) || MEASURE.test(token.text))

/** Joins numbers with what they measure; a long number by itself is a name, a short one is in every other text. */
const withAmounts = (tokens: readonly TopicToken[]): TopicToken[] => {
  const joined: TopicToken[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as TopicToken
    if (!isNumber(token)) {
      joined.push(token)
      continue
    }
    let end = at + 1
    while (end < at + 3 && measures(tokens[end])) end++
    const text = tokens
      .slice(at, end)
      .map((part) => part.text)
      .join('')
    if (end === at + 1) {
      const name = /^\d+$/.test(token.text) && token.text.length >= LONG_NUMBER
      joined.push(name ? { ...token, tag: 'code' } : token)
      continue
    }
    const says = /\d[\d.]/.test(text) || end > at + 2 || !COUNTER.test((tokens[end - 1] as TopicToken).text)
    joined.push({ text, tag: says ? 'amount' : 'm' })
    at = end - 1
  }
  return joined
}
