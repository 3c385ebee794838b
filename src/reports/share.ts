import { numeralValue } from '../matching/number-reference.ts'
import { cuePattern } from './words.ts'

/** How much of a task is done, in per cent. */
export interface Share {
  percent: number
  /** Where it stands in the text. */
  span: [from: number, to: number]
}

const DIGIT = '[一二两三四五六七八九]'
const NUMERAL = '[一二两三四五六七八九十百零〇\\d]{1,5}'

const PERCENT = /(?<![\d.])(\d{1,3}(?:\.\d+)?)%/
const IN_WORDS = new RegExp(`百分之(${NUMERAL}(?:点[一二三四五六七八九零]+)?)`)
/** 七成, 七八成, 七成半; not 成立, 成效, 成果. */
const TENTHS = new RegExp(`(${DIGIT})(${DIGIT})?成(半|${DIGIT})?(?![立效果本就员为熟绩分功品型])`)
const FRACTION = new RegExp(`(${NUMERAL})分之(${NUMERAL})`)
const HALF = /(?:完成|进展|进度|推进|办|做|干|弄|搞)[^,，。]{0,4}(?:一半|过半|半数)|(?:^|[^\d])(过半|一半)(?!以)/
/** 进度70: a bare number behind the word itself. */
const BARE = /(?:进度|完成度|完成率)(?:为|是|到|达到?|已|约)?(\d{1,3})(?![\d.%月日号年天个项家])/

const at = (match: RegExpExecArray, percent: number): Share => ({
  percent: Math.round(percent * 10) / 10,
  span: [match.index, match.index + match[0].length],
})

const readers: readonly ((text: string) => Share | null)[] = [
  (text) => {
    const match = PERCENT.exec(text)
    return match && at(match, Number(match[1]))
  },
  (text) => {
    const match = IN_WORDS.exec(text)
    return match && at(match, numeralValue((match[1] as string).split('点')[0] as string))
  },
  (text) => {
    const match = TENTHS.exec(text)
    if (!match) return null
    const [, first = '', second, rest] = match
    const tens = second === undefined ? numeralValue(first) : (numeralValue(first) + numeralValue(second)) / 2
    const ones = rest === undefined ? 0 : rest === '半' ? 5 : numeralValue(rest)
    return at(match, tens * 10 + ones)
  },
  (text) => {
    const match = FRACTION.exec(text)
    if (!match) return null
    const share = numeralValue(match[2] as string) / numeralValue(match[1] as string)
    return Number.isFinite(share) && share <= 1 ? at(match, share * 100) : null
  },
  (text) => {
    const match = HALF.exec(text)
    return match && at(match, 50)
  },
  (text) => {
    const match = BARE.exec(text)
    return match && at(match, Number(match[1]))
  },
]

/** 签约率28.6%, 同比增长8%: a figure of the work, not how much of it is done. */
const isIndicator = (text: string, { span: [from, to] }: Share): boolean => {
  const before = text
    .slice(Math.max(0, from - 12), from)
    .split(/[,，。;；:：]/)
    .at(-1) as string
  if (cuePattern('', 'measured', '[^%]{0,4}$').test(before)) return false
  if (cuePattern('', 'indicator', '[^%]{0,5}$').test(before)) return true
  // 80%的村已达标: of what is measured, not of the task
  return /^的(?!工作|任务|进度|量)/.test(text.slice(to))
}

/**
 * How much of the task a clause says is done: 60%, 百分之七十, 七成, 过半, 三分之二, 进度70. Figures of the work itself
 * are none.
 */
export const readShare = (text: string): Share | null => {
  for (const read of readers) {
    const share = read(text)
    if (share !== null && !isIndicator(text, share)) return share
  }
  return null
}

/** 签约率目前28.6%: a figure that tells how the work stands. */
export const hasFigure = (text: string): boolean => PERCENT.test(text) || IN_WORDS.test(text)
