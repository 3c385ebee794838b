import type { Amount } from '../amounts.ts'
import { sticky } from '../fields.ts'
import { type Length, readLength } from './lengths.ts'

/**
 * - `within`: 10日内; also a bare 10个工作日
 * - `point`: 两周后; `ago`: 三天前
 * - `last`: 近三个月; `next`: 未来30天
 * - `before`: 前三天, of a time named before it
 * - `bare`: nothing shows what is meant
 */
export type Way = 'within' | 'point' | 'ago' | 'last' | 'next' | 'before' | 'bare'

/** Weeks, months or years of the calendar, or days that begin tomorrow or end yesterday. */
export type Aligned = 'day' | 'week' | 'month' | 'year'

export interface Duration {
  to: number
  amount: Amount
  way: Way
  /** It counts from an event whose day is unknown (自印发之日起30日内). */
  fromEvent: boolean
  /** 近 and 最近 look back by themselves, but ahead where what follows says so. */
  eitherWay: boolean
  /** What follows lies ahead (近15天到期的). */
  aheadWords: boolean
  /** 上两周, 下三个月, 前两年 are whole units of the calendar; 前两天, 后三天 leave today out. */
  aligned?: Aligned
  /** 30天 by itself: a length, and a time limit only where the conversation makes it one. */
  vague?: boolean
  /** The word before it. */
  head?: string
}

const HEAD = '最近|过去|过往|以往|此前|未来|今后|接下来|[往向][前后]|此后|之后|之前|随后|再过|近|前|上|后|下|过'
const TAIL = '之内|以内|内|之后|以后|过后|后|之前|以前|前|以来|来|里'

const readHead = sticky(`(${HEAD})的?这?`)
const readTail = sticky(`的?(?:时间)?(?:(${TAIL})(?!容|部|外|续|勤|备|期|述|往|景))`)

const ANCHORLESS = /(?:第|满|超过|不少于|至少|累计|连续|为期|历时|每隔?|持续|提前|延长|推迟|延期|长达|共|仅|每)$/
const EVENT_BEFORE = /前$/
const EVENT_AFTER = /(?:后|起|之日|日起|后的|起的)$/
const NO_EVENT = /(?:最后|今后|往后|此后|随后|然后|落后|前后|即日起|现在起|今天起|今日起|从今|自今)$/
const AHEAD = /^的?(?:内|里)?(?:将?要|需|须|应|将|到期|待|即将|会)/
const BACK = new Set(['前', '上', '近', '最近', '过去', '过往', '以往', '此前', '之前', '往前', '向前'])
const UNITS: Record<string, Aligned> = { 天: 'day', 周: 'week', 月: 'month', 年: 'year' }

const wayOf = (head: string | undefined, tail: string | undefined, before: string): Way => {
  if (
    (head === '前' || head === '之前') &&
    !/^(?:之前|以前|前|以来|来)$/.test(tail ?? '') &&
    /[一-龥]$/.test(before) &&
    !/[的在]$/.test(before)
  )
    return 'before'
  if (head === '再过' || head === '过') return 'point'
  if (head !== undefined) return BACK.has(head) ? 'last' : 'next'
  if (tail === undefined) return 'bare'
  if (tail.endsWith('后')) return 'point'
  if (tail.endsWith('前')) return 'ago'
  return tail.endsWith('来') ? 'last' : 'within'
}

const alignedOf = (head: string | undefined, unit: string): Aligned | undefined => {
  const grain = UNITS[unit]
  if (head === '上' || head === '下') return grain
  if (head === '前') return grain === 'week' ? undefined : grain
  return head === '后' && grain !== undefined ? 'day' : undefined
}

/** Periods of the calendar and dates that look like lengths: 3日, 上半年, 下一周, 2020年. */
const isOther = ({ number, word, unit }: Length, head: string | undefined, tail: string | undefined): boolean => {
  if (word === '日' && head === undefined && !/内$|后$/.test(tail ?? '')) return true
  if (/^[上下前后]$/.test(head ?? '') && (number === '半' || unit === '季度')) return true
  if (/^[上下]$/.test(head ?? '') && number === '一') return true
  return unit === '年' && number.length > 2 && /\d/.test(number)
}

/** 10日内, 3个工作日内, 两周后, 近三个月, 未来30天, 半年内; 3-5天内 counts its longer end. */
export const readDuration = (text: string, at: number): Duration | null => {
  const opening = readHead(text, at)
  const head = opening?.[1]
  const length = readLength(text, at + (opening?.[0].length ?? 0))
  if (!length) return null
  const { amount, unit } = length
  const before = text.slice(Math.max(0, at - 8), at)
  if (/[\d.第]$/.test(before) && head === undefined) return null
  const closing = readTail(text, length.to)
  const tail = closing?.[1]
  if (isOther(length, head, tail)) return null
  // 通知后3日内: 后 belongs to the event
  if ((head === '后' || head === '之后') && /[一-龥]$/.test(before) && !/[在的]$/.test(before)) return null
  if (head === undefined && (ANCHORLESS.test(before) || EVENT_BEFORE.test(before))) return null
  const to = length.to + (closing?.[0].length ?? 0)
  const way = wayOf(head, tail, before)
  const none = { fromEvent: false, eitherWay: false, aheadWords: false }
  const isShort = amount.months === 0 && amount.days === 0 && amount.workdays === 0
  if (
    way === 'bare' &&
    unit !== '工作日' &&
    unit !== '交易日' &&
    (isShort || unit === '年' || at > 0 || to < text.length)
  )
    return { to, amount, way, ...none }
  const near = head === '近' || head === '最近'
  const aheadWords = near && AHEAD.test(text.slice(to, to + 4))
  const aligned = way === 'last' || way === 'next' ? alignedOf(head, unit) : undefined
  return {
    to,
    amount,
    way: way === 'bare' ? 'within' : way,
    fromEvent: (way === 'within' || way === 'bare') && EVENT_AFTER.test(before) && !NO_EVENT.test(before),
    eitherWay: near && !aheadWords,
    aheadWords,
    ...(head ? { head } : {}),
    ...(aligned ? { aligned } : {}),
    ...(way === 'bare' && unit !== '工作日' ? { vague: true } : {}),
  }
}
