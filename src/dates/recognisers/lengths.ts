import type { Amount } from '../amounts.ts'
import { sticky } from '../fields.ts'
import { COUNT, readNumber } from '../numerals.ts'

const LARGE = '工作日|自然日|日历日|日历天|交易日|小时|钟头|星期|礼拜|季度|天|日|周|月|年|旬'
const SMALL = '刻钟|分钟|秒钟?|分(?=半)|钟(?!头|表|情)'
const MANY = '(?:(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:-+|至|到))?'

const first = sticky(`${MANY}(${COUNT}|半|数|几)(个)?(半)?多?(${LARGE}|${SMALL})(半)?(?:钟(?!头))?`)
const further = sticky(`(?:零|又|外?加上?|、)?(${COUNT}|半)(个)?(半)?()(小时|钟头|星期|礼拜|天|周|月|${SMALL}|分)(半)?`)

/** From large to small: the parts of a length follow in this order. */
const ORDER = ['年', '季度', '月', '旬', '周', '天', '小时', '刻钟', '分', '秒']
const SAME: Record<string, string> = {
  日: '天',
  自然日: '天',
  日历日: '天',
  日历天: '天',
  星期: '周',
  礼拜: '周',
  钟头: '小时',
  钟: '小时',
  分钟: '分',
  秒钟: '秒',
}
const MINUTES: Record<string, number> = { 天: 1440, 周: 10080, 小时: 60, 刻钟: 15, 分: 1, 秒: 1 / 60 }

/** A length of time as it is written: 一年半, 两个月, 3小时20分. */
export interface Length {
  to: number
  amount: Amount
  /** The largest unit: 年, 月, 周, 天, 小时 …, 工作日. */
  unit: string
  number: string
  /** 日, 月 and 年 as they stand alone may be dates. */
  word: string
}

const NOTHING: Amount = { months: 0, days: 0, workdays: 0, minutes: 0 }

const inDays = (minutes: number): Amount => ({ ...NOTHING, days: Math.floor(minutes / 1440), minutes: minutes % 1440 })

const amountOf = (n: number, unit: string): Amount | null => {
  const perUnit = MINUTES[unit]
  // hours stay hours: where they end depends on when they begin
  if (perUnit !== undefined)
    return unit === '天' || unit === '周' ? inDays(n * perUnit) : { ...NOTHING, minutes: n * perUnit }
  if (unit === '工作日' || unit === '交易日') return { ...NOTHING, workdays: Math.ceil(n) }
  if (unit === '旬') return { ...NOTHING, days: n * 10 }
  if (unit === '月') return { ...NOTHING, months: Math.floor(n), days: n % 1 ? 15 : 0 }
  if (unit === '季度') return { ...NOTHING, months: n * 3 }
  return unit === '年' && n <= 99 ? { ...NOTHING, months: n * 12 } : null
}

const sum = (a: Amount, b: Amount): Amount => ({
  months: a.months + b.months,
  days: a.days + b.days,
  workdays: a.workdays + b.workdays,
  minutes: a.minutes + b.minutes,
})

const countOf = (number: string, half: boolean): number | null => {
  if (number === '数' || number === '几' || /^0\d/.test(number)) return null
  const count = number === '半' ? 0.5 : readNumber(number) + (half ? 0.5 : 0)
  return Number.isNaN(count) || count === 0 ? null : count
}

const partOf = ([, number, one, halfBefore, word, halfAfter]: (string | undefined)[]) => {
  const unit = SAME[word as string] ?? (word as string)
  const half = halfBefore !== undefined || halfAfter !== undefined
  // 3月 is a month of the year, 两月 never; 十点三刻钟 and 两钟 are no lengths
  const isMonth =
    unit === '月' &&
    one === undefined &&
    number !== '半' &&
    halfBefore === undefined &&
    !/^[两俩]$/.test(number as string)
  if (isMonth || ((unit === '旬' || unit === '季度') && one === undefined) || (word === '钟' && one === undefined))
    return null
  const count = countOf(number as string, half && number !== '半')
  const amount = count === null ? null : amountOf(count, unit)
  return amount && { unit, amount, half }
}

/** Reads 3天, 两个半月, 一年零三个月, 24小时, 5个工作日; null where it may be a date (3月) or cannot be counted (几天). */
export const readLength = (text: string, at: number): Length | null => {
  const match = first(text, at)
  const part = match && partOf(match as unknown as string[])
  if (!match || !part) return null
  let { amount, unit } = part
  let to = at + match[0].length
  const largest = unit
  while (!part.half && ORDER.includes(unit)) {
    const next = further(text, to) as unknown as string[] | null
    const more = next && partOf([next[0], next[1], next[2], next[3], next[5], next[6]])
    if (!next || !more || ORDER.indexOf(more.unit) <= ORDER.indexOf(unit)) break
    amount = sum(amount, more.amount)
    unit = more.unit
    to += (next[0] as string).length
  }
  return { to, amount, unit: largest, number: match[1] as string, word: match[4] as string }
}
