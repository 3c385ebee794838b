import type { Amount } from '../amounts.ts'
import { sticky } from '../fields.ts'
import { COUNT, readNumber } from '../numerals.ts'

/**
 * - `within`: 10日内; also a bare 10个工作日
 * - `point`: 两周后; `ago`: 三天前
 * - `last`: 近三个月; `next`: 未来30天
 * - `before`: 前三天, of a time named before it
 * - `bare`: nothing shows what is meant
 */
export type Way = 'within' | 'point' | 'ago' | 'last' | 'next' | 'before' | 'bare'

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
}

const UNITS = '工作日|自然日|日历日|日历天|交易日|小时|钟头|分钟|秒钟?|星期|礼拜|季度|天|日|周|月|年|旬'
const HEAD = '最近|过去|过往|以往|此前|未来|今后|接下来|往后|此后|之后|随后|再过|近|前|上|后|下|过'
const TAIL = '之内|以内|内|之后|以后|过后|后|之前|以前|前|以来|来|里'

const read = sticky(
  `(${HEAD})?的?这?(?:(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:-+|至|到))?(${COUNT}|半|数|几)(个)?(半)?多?(${UNITS})(半)?的?(?:时间)?(?:(${TAIL})(?!容|部|外|续|勤|备|期|述|往|景))?`,
)

const PLAIN: Amount = { months: 0, days: 0, workdays: 0 }
const ANCHORLESS = /(?:第|满|超过|不少于|至少|累计|连续|为期|历时|每隔?|持续|提前|延长|推迟|延期|长达|共|仅|每)$/
const EVENT_BEFORE = /前$/
const EVENT_AFTER = /(?:后|起|之日|日起|后的|起的)$/
const NO_EVENT = /(?:最后|今后|往后|此后|随后|然后|落后|前后|即日起|现在起|今天起|今日起|从今|自今)$/
const AHEAD = /^的?(?:内|里)?(?:将?要|需|须|应|将|到期|待|即将|会)/

const amountOf = (count: number, half: boolean, unit: string): Amount | null => {
  const n = count + (half ? 0.5 : 0)
  switch (unit) {
    case '工作日':
    case '交易日':
      return { ...PLAIN, workdays: Math.ceil(n) }
    case '小时':
    case '钟头':
      return { ...PLAIN, days: Math.floor(n / 24) }
    case '分钟':
    case '秒钟':
    case '秒':
      return PLAIN
    case '自然日':
    case '日历日':
    case '日历天':
    case '天':
    case '日':
      return { ...PLAIN, days: Math.floor(n) }
    case '周':
    case '星期':
    case '礼拜':
      return { ...PLAIN, days: Math.floor(n * 7) }
    case '旬':
      return { ...PLAIN, days: n * 10 }
    case '月':
      return { ...PLAIN, months: Math.floor(n), days: n % 1 ? 15 : 0 }
    case '季度':
      return { ...PLAIN, months: n * 3 }
    case '年':
      return n > 99 ? null : { ...PLAIN, months: n * 12 }
    default:
      return null
  }
}

const WAYS: Record<string, Way> = {
  前: 'last',
  上: 'last',
  近: 'last',
  最近: 'last',
  过去: 'last',
  过往: 'last',
  以往: 'last',
  此前: 'last',
  再过: 'point',
  过: 'point',
}

const wayOf = (head: string | undefined, tail: string | undefined, before: string): Way => {
  if (
    head === '前' &&
    !/^(?:之前|以前|前|以来|来)$/.test(tail ?? '') &&
    /[一-龥]$/.test(before) &&
    !/[的在]$/.test(before)
  )
    return 'before'
  if (head !== undefined) return WAYS[head] ?? 'next'
  if (tail === undefined) return 'bare'
  if (tail.endsWith('后')) return 'point'
  if (tail.endsWith('前')) return 'ago'
  return tail.endsWith('来') ? 'last' : 'within'
}

/** 10日内, 3个工作日内, 两周后, 近三个月, 未来30天, 半年内; 3-5天内 counts its longer end. */
export const readDuration = (text: string, at: number): Duration | null => {
  const match = read(text, at)
  if (!match) return null
  const [whole, head, number, one, halfBefore, unit, halfAfter, tail] = match as unknown as string[]
  const before = text.slice(Math.max(0, at - 8), at)
  if (/[\d.第]$/.test(before) && head === undefined) return null
  const half = halfBefore !== undefined || halfAfter !== undefined
  const isHalf = number === '半'
  // 3月 and 3日 are dates, 上半年 and 下一周 periods of the calendar
  if (unit === '月' && one === undefined && !isHalf && halfBefore === undefined) return null
  if (unit === '日' && head === undefined && !/内$|后$/.test(tail ?? '')) return null
  if (
    /^[上下前后]$/.test(head ?? '') &&
    (isHalf || (/^[上下]$/.test(head ?? '') && number === '一') || unit === '季度')
  )
    return null
  if (unit === '年' && !isHalf && (number?.length ?? 0) > 2 && /\d/.test(number ?? '')) return null
  if ((unit === '旬' || unit === '季度') && one === undefined) return null
  // 通知后3日内: 后 belongs to the event
  if ((head === '后' || head === '之后') && /[一-龥]$/.test(before) && !/[在的]$/.test(before)) return null
  if (number === '数' || number === '几') return null
  if (/^0/.test(number ?? '')) return null
  const count = isHalf ? 0.5 : readNumber(number as string)
  if (Number.isNaN(count) || count === 0) return null
  const amount = amountOf(count, half && !isHalf, unit as string)
  if (amount === null) return null
  const to = at + (whole as string).length
  const way = wayOf(head, tail, before)
  if (ANCHORLESS.test(before) && head === undefined) return null
  if (head === undefined && EVENT_BEFORE.test(before)) return null
  const workdays = unit === '工作日' || unit === '交易日'
  const timeOfDay = /时|钟|秒/.test(unit as string)
  if (way === 'bare' && !workdays && (timeOfDay || unit === '年' || !(at === 0 && to === text.length)))
    return { to, amount, way, fromEvent: false, eitherWay: false, aheadWords: false }
  const near = head === '近' || head === '最近'
  const aheadWords = near && AHEAD.test(text.slice(to, to + 4))
  return {
    to,
    amount,
    way: way === 'bare' ? 'within' : way,
    fromEvent: (way === 'within' || way === 'bare') && EVENT_AFTER.test(before) && !NO_EVENT.test(before),
    eitherWay: near && !aheadWords,
    aheadWords,
  }
}
