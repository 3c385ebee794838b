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

/** A way of writing a share, and its value; null where it is none. */
interface Notation {
  pattern: RegExp
  value: (match: RegExpMatchArray) => number | null
}

const NOTATIONS: readonly Notation[] = [
  { pattern: /(?<![\d.])(\d{1,3}(?:\.\d+)?)%/g, value: (match) => Number(match[1]) },
  {
    pattern: new RegExp(`百分之(${NUMERAL}(?:点[一二三四五六七八九零]+|\\.\\d+)?)`, 'g'),
    value: (match) => {
      const [whole = '', ...decimals] = (match[1] as string).split(/[点.]/)
      const rest = decimals.length === 0 ? 0 : Number(`0.${[...(decimals[0] as string)].map(numeralValue).join('')}`)
      return numeralValue(whole) + rest
    },
  },
  {
    // 七成, 七八成, 七成半; not 成立, 成效, 成果
    pattern: new RegExp(`(${DIGIT})(${DIGIT})?成(半|${DIGIT})?(?![立效果本就员为熟绩分功品型])`, 'g'),
    value: ([, first = '', second, rest]) => {
      const tens = second === undefined ? numeralValue(first) : (numeralValue(first) + numeralValue(second)) / 2
      return tens * 10 + (rest === undefined ? 0 : rest === '半' ? 5 : numeralValue(rest))
    },
  },
  {
    pattern: new RegExp(`(${NUMERAL})分之(${NUMERAL})`, 'g'),
    value: ([, whole = '', part = '']) => {
      const share = numeralValue(part) / numeralValue(whole)
      return Number.isFinite(share) && share <= 1 ? share * 100 : null
    },
  },
  {
    pattern: /(?:完成|进展|进度|推进|办|做|干|弄|搞)[^,，。]{0,4}(?:一半|过半|半数)|(?:^|[^\d])(过半|一半)(?!以)/g,
    value: () => 50,
  },
  {
    // 进度70: a bare number behind the word itself
    pattern: new RegExp(
      `(?:进度|完成度|完成率)(?:为|是|到|达到?|已|约|大概|大约)?(${NUMERAL})(?![\\d.%月日号年天个项家分成一二三四五六七八九十])`,
      'g',
    ),
    value: (match) => numeralValue(match[1] as string),
  },
]

/** 任务完成率60%: of the task itself; 联合验收办结率96%: of the work. */
const OWN = /^(?:已|目前|现在|现|截至.{0,8}|总体?|整体|综合|项目|工程|任务|工作|年度|目标|平均|累计|本项|总的?)*$/

/** 签约率28.6%, 同比增长8%: a figure of the work, not how much of it is done. */
const isIndicator = (text: string, { span: [from, to] }: Share): boolean => {
  const before = text
    .slice(Math.max(0, from - 16), from)
    .split(/[,，。;；:：]/)
    .at(-1) as string
  const measured = cuePattern('', 'measured', '[^%]{0,4}$').exec(before)
  if (measured) return /率|比例|占比/.test(measured[0]) && !OWN.test(before.slice(0, measured.index))
  if (/(?:剩下?|剩余|还?差|尚?余|欠)(?:的|约)?$/.test(before)) return true
  if (cuePattern('', 'indicator', '[^%]{0,5}$').test(before)) return true
  // 80%的村已达标: of what is measured, not of the task
  return /^的(?!工作|任务|进度|量)/.test(text.slice(to))
}

/** 尚未达到100%, 不足60%: it has not come to that. */
const isDenied = (text: string, { span: [from] }: Share): boolean =>
  /(?:未|没有?|不足|不到|低于|差)(?:能|有|完成|达|到)*(?:目标|约)?$/.test(text.slice(0, from))

/** 年底能到30%, 要求60%: not how it stands. */
const isAhead = (text: string, { span: [from] }: Share): boolean => {
  const before = text
    .slice(0, from)
    .split(/[,，。;；]/)
    .at(-1) as string
  const planned = cuePattern('', 'planned', '[^,，。;；]{0,12}$').exec(before)
  return planned !== null && !/已|目前|现在|实际|完成了?$/.test(before.slice(planned.index))
}

/**
 * How much of the task a clause says is done: 60%, 百分之七十, 七成, 过半, 三分之二, 进度70; of several, what it has come
 * to (由60%提高到80%). Figures of the work itself, and those aimed at, are none.
 */
export const readShare = (text: string): Share | null => {
  for (const { pattern, value } of NOTATIONS) {
    const shares = [...text.matchAll(pattern)].flatMap((match): Share[] => {
      const percent = value(match)
      if (percent === null || Number.isNaN(percent)) return []
      return [{ percent: Math.round(percent * 10) / 10, span: [match.index, match.index + match[0].length] }]
    })
    const [first] = shares
    // 由60%提高到80%
    if (first && shares.length > 1 && /[由从](?:上[周月次]的?)?$/.test(text.slice(0, first.span[0]))) {
      const risen = shares.findLast(({ span: [from] }) => /[到至为]$/.test(text.slice(0, from)))
      if (risen && !isIndicator(text, first)) return risen
    }
    const said = shares.filter((share) => !isIndicator(text, share) && !isAhead(text, share) && !isDenied(text, share))
    const reached = said.find(({ span: [from] }) => /[到至达为]$/.test(text.slice(0, from)))
    const share = reached ?? said.at(-1)
    if (share !== undefined) return share
  }
  return null
}

/** 签约率目前28.6%: a figure that tells how the work stands. */
export const hasFigure = (text: string): boolean => /\d%|百分之/.test(text)
