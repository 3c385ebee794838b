import { anyCharacter } from '../text/characters.ts'
import { CHINESE_DIGITS } from '../text/digits.ts'

/** A number by which somebody means a task: `第11项`, `（十五）1`, `四(二)6`. */
export interface NumberReference {
  /** From the outside in: （十五）1 is [15, 1]. */
  parts: number[]
  /** The last of a range (第5到第8项); absent for one number. */
  to?: number
  /** A bare number, which means the one printed in the last answer. */
  bare: boolean
  /** It may be an amount as well (11项): a number only where the rest of the question asks about one task. */
  weak: boolean
  span: [number, number]
}

const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** The value of a Chinese or Arabic numeral below ten thousand; NaN where it is none. */
export const numeralValue = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  if ([...text].every((c) => c in CHINESE_DIGITS)) return Number([...text].map((c) => CHINESE_DIGITS[c]).join(''))
  let total = 0
  let digit = 0
  for (const c of text) {
    if (c in CHINESE_DIGITS) digit = CHINESE_DIGITS[c] as number
    else if (c in UNITS) {
      total += (digit || 1) * (UNITS[c] as number)
      digit = 0
    } else return Number.NaN
  }
  return total + digit
}

const N = '(?:\\d{1,4}|[一二三四五六七八九十百零〇两]{1,6})'
const COUNTER = '(?:项|条|号|件|款|点|个任务|项任务|号任务|条任务|大项|小项)'
const TO = '(?:到|至|—+|-+|~)'

const COMPOSITE = new RegExp(
  // 四(二)6 · (十五)1 · (十五)第1项 · 第(九)项 · 第十五大项第1条
  `(?:第?(${N}))?[、.]?第?\\((${N})\\)(?:大?项|条)?(?:的|里的?|中的?|下的?|下面的?)?[-.、]?(?:第?((?!两)${N})(?!\\d)(?:${COUNTER})?)?${COUNTER}?`,
  'y',
)
const NESTED = new RegExp(
  `第?(${N})(?:大项|项|部分|条|(?=之))(?:的|里的?|中的?|下的?|下面的?)?(?:第(${N})${COUNTER}|之(${N})(?!\\d))`,
  'y',
)
const DOTTED = new RegExp(`(?<![\\d.])(${N})[.](\\d{1,2})(?![\\d.%亿万千元倍家])${COUNTER}?`, 'y')
const RANGE = new RegExp(`第?(${N})${COUNTER}?${TO}第?(${N})${COUNTER}`, 'y')
/** (二十五)到(二十八) */
const BRACKETED_RANGE = new RegExp(`第?\\((${N})\\)${COUNTER}?${TO}第?\\((${N})\\)${COUNTER}?`, 'y')
/** 十二十三两项, 第三四项: numerals that follow each other, with nothing between. */
const GLUED =
  /第?([一二三四五六七八九十]{2,8})(?:这?[两三四](?:项|条|件)|(?<=第[一二三四五六七八九十]{2,8})(?:项|条|件))/y
const GLUED_PART = /[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g
const LIST = new RegExp(
  `第?(${N})${COUNTER}?(?:[、,和及与跟 ](?:第)?${N}${COUNTER}?)+(?:这?[两三四五]?${COUNTER})?(?<=${COUNTER})`,
  'y',
)
const NAMED = new RegExp(
  `(?:第(${N})${COUNTER}|(?:任务|序号|编号|事项|no\\.?|#|№)(?:为|是)?第?(${N})(?!\\d)(?![月年日天%共起并般定样直些个成]|分之)${COUNTER}?|(?<![\\]〕)年月\\d.-])(${N})号(?![楼院线路文])(?:任务|事项|那|的)?)`,
  'y',
)
const WEAK = new RegExp(`(?<![\\d.第共有约近这那哪每某另逐的])(?!两)(${N})(?:项|条)(?!任务)`, 'y')
/** 11到15, 第5-第8: the whole message. */
const BARE_RANGE = new RegExp(`^第?(${N})${TO}第?(${N})(?:呢|吧)?[。.!?]?$`)
/** 22、23、24都是啥, 18什么时候到期: numbers and nothing else before what is asked. */
const BARE_LIST =
  /^(?:任务|序号|编号|第|那)?(\d{1,3}(?:(?:[、,和跟及与]\d{1,3})+|(?:[、,和跟及与]\d{1,3})*[项条](?=呢)|(?=什么|谁|啥|哪天)))(?=都|是|呢|分别|谁|什么|啥|哪天|$)/
const BARE = new RegExp(`^(?:那|看看?|看一?下|说一?下|回复|选|打开)?第?(${N})(?:呢|吧)?[。.!?]?$`)

/** 新增1, a task that was added by message; 新增1个站点 is an amount. */
const ADDED =
  /新增(?:第(\d{1,3})(?:项|条|号)|(\d{1,3})(?:号|(?![\d.,年月日至到个家所座处名位人台套件项条批次类种公平万亿千百%％])))/y
/** Stands before the number of what was added, so that it is none of the document's. */
const ADDED_PART = 0

interface Found {
  references: NumberReference[]
  end: number
}

const one = (parts: (string | undefined)[], from: number, to: number, extra: Partial<NumberReference> = {}): Found => ({
  references: [
    {
      parts: parts.filter((p): p is string => p !== undefined).map(numeralValue),
      bare: false,
      weak: false,
      span: [from, to],
      ...extra,
    },
  ],
  end: to,
})

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

const several = (numbers: readonly number[], from: number, to: number): Found => ({
  references: numbers.map((number) => ({ parts: [number], bare: false, weak: false, span: [from, to] })),
  end: to,
})

const gluedAt = (text: string, from: number): Found | null => {
  const match = at(GLUED, text, from)
  const numbers = (match?.[1]?.match(GLUED_PART) ?? []).map(numeralValue)
  const follow = numbers.length > 1 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1)
  return match && follow ? several(numbers, from, from + match[0].length) : null
}

const readAt = (text: string, from: number): Found | null => {
  let match = at(ADDED, text, from)
  if (match) return one([String(ADDED_PART), match[1] ?? match[2]], from, from + match[0].length)
  match = at(BRACKETED_RANGE, text, from)
  if (match) return one([match[1]], from, from + match[0].length, { to: numeralValue(match[2] as string) })
  const glued = gluedAt(text, from)
  if (glued) return glued
  match = at(NESTED, text, from)
  if (match) return one([match[1], match[2] ?? match[3]], from, from + match[0].length)
  match = at(COMPOSITE, text, from)
  if (match) return one([match[1], match[2], match[3]], from, from + match[0].length)
  match = at(RANGE, text, from)
  if (match) return one([match[1]], from, from + match[0].length, { to: numeralValue(match[2] as string) })
  match = at(LIST, text, from)
  if (match) {
    const end = from + match[0].length
    // the counter may count itself: 5、6两项
    const numbers = match[0].replace(/(?<!第)[两三四五]?[项条号件]$/, '').match(new RegExp(N, 'g')) ?? []
    return several(numbers.map(numeralValue), from, end)
  }
  match = at(NAMED, text, from)
  if (match) return one([match[1] ?? match[2] ?? match[3]], from, from + match[0].length)
  match = at(DOTTED, text, from)
  if (match) return one([match[1], match[2]], from, from + match[0].length)
  match = at(WEAK, text, from)
  if (match) return one([match[1]], from, from + match[0].length, { weak: true })
  return null
}

const mayBegin = anyCharacter('0123456789一二三四五六七八九十百两第任序编事n#№(新')

/** All task numbers in a folded question. `taken(i)` tells which characters already belong to something else. */
export const findNumbers = (text: string, taken: (index: number) => boolean): NumberReference[] => {
  const bare = BARE.exec(text)
  if (bare && !taken(0))
    return [{ parts: [numeralValue(bare[1] as string)], bare: true, weak: false, span: [0, text.length] }]
  const range = BARE_RANGE.exec(text)
  if (range && !taken(0)) return one([range[1]], 0, text.length, { to: numeralValue(range[2] as string) }).references
  const found: NumberReference[] = []
  const list = BARE_LIST.exec(text)
  if (list && !taken(0)) {
    const span: [number, number] = [0, list[0].length]
    return (list[1] as string)
      .replace(/[项条]$/, '')
      .split(/[、,和跟及与]/)
      .map((n) => ({ parts: [Number(n)], bare: false, weak: false, span }))
  }
  for (let i = 0; i < text.length; i++) {
    if (taken(i) || !mayBegin(text, i)) continue
    const here = readAt(text, i)
    if (!here) continue
    let clear = true
    for (let k = i; k < here.end; k++) clear &&= !taken(k)
    if (!clear) continue
    found.push(...here.references.filter((r) => r.parts.every((p) => Number.isFinite(p))))
    i = here.end - 1
  }
  return found
}

/** The numbers in a task's own `no`, outside in: `五(二十)1` → [5, 20, 1], `新增1` → [0, 1]. */
export const numberParts = (no: string): number[] => [
  ...(no.startsWith('新增') ? [ADDED_PART] : []),
  ...(no.normalize('NFKC').match(/\d+|[一二三四五六七八九十百零〇]+/g) ?? []).map(numeralValue),
]
