import type { Amount } from '../amounts.ts'
import { type Fields, RANK, sticky } from '../fields.ts'
import { readMoment } from '../moments.ts'
import { COUNT, readNumber } from '../numerals.ts'
import { type Relation, readTail } from '../relations.ts'
import { anyOf, timeWords } from '../words.ts'
import { readDuration } from './durations.ts'
import { weekdayNumber } from './weeks.ts'

export type EveryUnit = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'workday'

/** Where in its unit a recurrence falls. */
export interface Position {
  fields: Fields
  /** Last moment of a range. */
  until?: Fields
  relation: Relation | null
  /** So long after the unit has ended (每季度结束后10日内). */
  afterEnd?: Amount
}

export interface Every {
  to: number
  unit: EveryUnit
  /** Empty where only the unit is named. */
  positions: Position[]
  /** 每两年: it cannot be written as a recurrence. */
  unsupported?: boolean
  /** 每年两次: twice in the unit, perhaps in its halves. */
  twice?: boolean
}

const UNITS: Record<string, EveryUnit> = {
  年: 'year',
  半年: 'half',
  季: 'quarter',
  月: 'month',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  日: 'day',
  天: 'day',
  晚: 'day',
  早: 'day',
  工作日: 'workday',
}

const each = sticky(
  '(?:每(?:个|一个?|逢)?|逢(?=周|星期|礼拜))(?:自然)?(半年|半个?月|旬|年|季|月(?!龄)|周(?!期|边)|星期|礼拜|工作日|日|天|晚|早)(?:度)?',
)
const counted = sticky(`(?:每隔?|隔)(?:(${COUNT})(?:-(${COUNT}))?)?个?(年|季度|月|周|星期|天|日|小时)`)
const by = sticky('(?:按|逐)(年|半年|季|月|周|日|旬)(?:度)?(?![期龄级节份常历薪序时])')
const times = sticky(
  `(半年|一?年|两年|${COUNT}年|一?个?季度?|一?个?月|${COUNT}个月|一?周|两周|一?日|一?天)(?:(${COUNT})次|一(?:报(?!送)|调度|调|评|考|查|测|清|结|汇|会商|通报|总结|研判|小结))`,
)
const parity = sticky('(?:每?逢|每个?)?(单|双|奇数|偶数)月(?:份)?')
const fortnight = sticky('(?:每|逢|每逢)?[单双]周(?:[一二三四五六日天])?(?!期|年)')
// 季度结束后10日内 is said of every quarter
const atEnd = sticky('(年|半年|季|月)度?(?=(?:结束|终了|期满)之?后的?(?:\\d|[一二两三四五六七八九十半]|次月))')
const ofQuarter = sticky('的?(首|末|次|第一|第二|第三|最后一?)个?月(?:份)?')
const ended = sticky('(?:度)?(?:结束|终了|期满)?(?:之?后|后的)(?:的)?')
const weekday = sticky(
  `的?(?:周|星期|礼拜)?([一二三四五六日天末1-7])(?!\\d|个|次|${'报(?!送)|调度|通报|小结|研判|轮'})`,
)
const alsoWeekday = sticky(
  '(?:、|和|及|,)?(?:周|星期|礼拜)?([一二三四五六日天])(?![月日季年十个次、]?[月日季年个次例])',
)
const twice = sticky('(?:至少|不少于|最少)?[一-龥]{0,6}?[两二2]次')

/** Months that a count of months stands for as a recurrence. */
const unitOf = (count: number, unit: string): EveryUnit | null => {
  if (count === 1) return UNITS[unit.replace('季度', '季')] ?? null
  const months = unit === '月' ? count : unit === '季度' ? count * 3 : 0
  return months === 3 ? 'quarter' : months === 6 ? 'half' : months === 12 ? 'year' : null
}

const simple = (text: string, at: number): (Omit<Every, 'positions'> & { positions?: Position[] }) | null => {
  const plain = each(text, at)
  const word = plain ?? (/[一-龥]/.test(text.charAt(at - 1)) && text.charAt(at) === '年' ? null : by(text, at))
  if (word) {
    const to = at + word[0].length
    if (word[0] === '逐年') return null
    if (word[1] === '旬')
      return { to, unit: 'month', positions: [1, 2, 3].map((third) => ({ fields: { third }, relation: null })) }
    if (/^半个?月$/.test(word[1] as string))
      return {
        to,
        unit: 'month',
        positions: ([1, 2] as const).map((halfMonth) => ({ fields: { halfMonth }, relation: null })),
      }
    return { to, unit: UNITS[word[1] as string] as EveryUnit }
  }
  const long = counted(text, at)
  if (long && (long[1] || long[0].startsWith('隔') || long[0].startsWith('每隔'))) {
    const to = at + long[0].length
    // 每隔一周 skips one: it comes every second week
    const count = (long[1] ? readNumber(long[1]) : 1) + (long[0].includes('隔') ? 1 : 0)
    const unit = long[2] ? null : unitOf(count, long[3] as string)
    return unit ? { to, unit } : { to, unit: 'year', unsupported: true }
  }
  const often = times(text, at)
  if (often && !/[\d一-龥]/.test(text.charAt(at - 1).replace(/[要须应各是为按每]/, ''))) {
    const words = /^(半)?(\D*?|\d+)个?(年|季|月|周|日|天)/.exec(often[1] as string) as RegExpExecArray
    const number = words[2]?.replace('个', '') || '一'
    const unit = words[1] ? 'half' : unitOf(readNumber(number), words[3] === '季' ? '季度' : (words[3] as string))
    const to = at + often[0].length
    if (unit === null) return { to, unit: 'year', unsupported: true }
    return { to, unit, ...(often[2] && readNumber(often[2]) === 2 ? { twice: true } : {}) }
  }
  const biweekly = fortnight(text, at)
  if (biweekly) return { to: at + biweekly[0].length, unit: 'year', unsupported: true }
  const ending = atEnd(text, at)
  if (ending && !/[\d一二三四五六七八九十几本这当上下每全今明去前后半]/.test(text.charAt(at - 1)))
    return { to: at + ending[0].length, unit: UNITS[ending[1] as string] as EveryUnit }
  const odd = parity(text, at)
  if (odd && (odd[0].length > (odd[1] as string).length + 1 + (odd[0].endsWith('份') ? 1 : 0) || at === 0)) {
    const first = odd[1] === '单' || odd[1] === '奇数' ? 1 : 2
    const months = Array.from({ length: 6 }, (_, i) => first + 2 * i)
    return {
      to: at + odd[0].length,
      unit: 'year',
      positions: months.map((month) => ({ fields: { month, elided: true }, relation: null })),
    }
  }
  return null
}

const RANKS: Record<EveryUnit, number> = {
  year: RANK.year,
  half: RANK.half,
  quarter: RANK.quarter,
  month: RANK.month,
  week: RANK.day,
  day: RANK.day,
  workday: RANK.day,
}
const MONTHS: Record<string, number> = { 首: 1, 第一: 1, 第二: 2, 第三: 3, 末: 3, 最后: 3, 最后一: 3, 次: 4 }

/** The place in its unit that follows 每季度, 每月 …, and where it ends. */
const readPosition = (text: string, at: number, unit: EveryUnit): { to: number; positions: Position[] } | null => {
  if (unit === 'year' || unit === 'half' || unit === 'quarter' || unit === 'month') {
    const end = ended(text, at)
    const length = end && readDuration(text, at + end[0].length)
    if (end && length && (length.way === 'within' || length.way === 'bare'))
      return { to: length.to, positions: [{ fields: {}, relation: null, afterEnd: length.amount }] }
    if (end && /[束了]/.test(end[0])) {
      // 每季度结束后的次月10日前
      const month = /^的?次月/.exec(text.slice(at + end[0].length))
      if (month && unit !== 'year') return readPosition(text, at + end[0].length, unit)
    }
  }
  let rank = RANKS[unit]
  let to = at
  let fields: Fields = {}
  if (unit === 'quarter' || unit === 'month') {
    const month = ofQuarter(text, at)
    if (month && (unit === 'quarter' || month[1] === '次')) {
      to += month[0].length
      rank = RANK.month
      fields = { monthOfQuarter: unit === 'quarter' ? (MONTHS[month[1] as string] as number) : 2 }
    }
  }
  const weekdays: Fields[] = []
  if (unit === 'week') {
    const day = weekday(text, at)
    if (day) {
      const onDay = (name: string): Fields =>
        name === '末' ? { weekday: 6, weekend: true } : { weekday: weekdayNumber(name) }
      weekdays.push(onDay(day[1] as string))
      to += day[0].length
      for (let next = alsoWeekday(text, to); next; next = alsoWeekday(text, to)) {
        weekdays.push(onDay(next[1] as string))
        to += next[0].length
      }
      fields = weekdays[0] as Fields
    }
  }
  const start = to === at && /[的逢]/.test(text.charAt(to)) ? to + 1 : to
  const moment = readMoment(text, start, rank, fields)
  if (moment) to = moment.to
  if (to === at) return null
  const tail = readTail(text, to)
  const all =
    weekdays.length > 1 ? weekdays.map((day) => ({ ...(moment?.fields ?? {}), ...day })) : [moment?.fields ?? fields]
  return { to: tail.to, positions: all.map((each) => ({ fields: each, relation: tail.relation })) }
}

let undated: ReturnType<typeof sticky> | undefined

/** 每年3月底前, 每季度末月25日前, 每周五, 每半年, 按月, 半年一次, 逢单月 … */
export const readEvery = (text: string, at: number): Every | null => {
  const found = simple(text, at)
  if (!found) return null
  if (found.unsupported) {
    // 每隔一周的周三 is no single Wednesday
    const day = readMoment(text, text.charAt(found.to) === '的' ? found.to + 1 : found.to)
    return { ...found, to: day ? readTail(text, day.to).to : found.to, positions: [] }
  }
  if (found.positions) {
    const day = readMoment(text, found.to, RANK.month, {})
    const tail = readTail(text, day?.to ?? found.to)
    const positions = found.positions.map(({ fields }) => ({
      fields: { ...fields, ...(day?.fields ?? {}) },
      relation: tail.relation,
    }))
    return { ...found, to: tail.to, positions }
  }
  const position = readPosition(text, found.to, found.unit)
  if (position) return { ...found, ...position }
  // 每年汛期前: the event has no date
  undated ??= sticky(`的?${anyOf(timeWords().undatedEvents)}(?!训|装)`)
  if (undated(text, found.to)) return null
  return { ...found, positions: [], ...(twice(text, found.to) ? { twice: true } : {}) }
}
