import { addMonths } from '../dates/amounts.ts'
import { addDays, type Day } from '../domain/index.ts'
import { numeralValue } from './number-reference.ts'
import type { Period } from './reading.ts'

/** 逾期超过30天: what was due so long ago, and where in the text it is said. */
export interface LongOverdue {
  period: Period
  /** Of the length alone: 逾期 itself asks for the state. */
  from: number
  to: number
}

const LENGTH =
  /(?<=逾期|超期|过期|超时|拖期|误期|拖延|滞后|拖了|超了)(?:已经?|了|达到?|满|长达|有)*(超过|大于|高于)?(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(天|日|周|星期|礼拜|月|年)(?!以?内|之内)(以上|及以上|多|之久|有余)?/u

const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7 }
const MONTHS: Readonly<Record<string, number>> = { 月: 1, 年: 12 }

/** The last day on which something fell due that is late by so much; null for half of what cannot be halved. */
const lastDay = (amount: string, unit: string, now: Day): Day | null => {
  const months = MONTHS[unit]
  if (amount === '半') return unit === '月' ? addDays(now, -15) : unit === '年' ? addMonths(now, -6) : null
  const count = numeralValue(amount)
  return months === undefined ? addDays(now, -count * (DAYS[unit] ?? 1)) : addMonths(now, -count * months)
}

export const findLongOverdue = (text: string, now: Day): LongOverdue | null => {
  const match = LENGTH.exec(text)
  if (match === null) return null
  const [whole, more, amount = '', unit = ''] = match
  const reached = lastDay(amount, unit, now)
  if (reached === null) return null
  const to = more === undefined ? reached : addDays(reached, -1)
  const [year, month, day] = to.split('-').map(Number)
  return {
    period: { from: null, to, label: `${year}年${month}月${day}日以前` },
    from: match.index,
    to: match.index + whole.length,
  }
}
