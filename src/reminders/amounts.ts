import { readNumber } from '../dates/numerals.ts'
import type { Lead } from './policy.ts'

const MONTHS = /(半|[一两二]|1|2)个月/
const DAYS_A_MONTH = 30

const AMOUNT = /(\d{1,2}|[一二两三四五六七八九十]{1,3})个?(工作日|天|日|周|星期|礼拜)/

/** 三天, 两个工作日, 一周, 半个月: so long, as a lead is written; null where nothing says how long. */
export const readAmount = (text: string): Lead | null => {
  const months = MONTHS.exec(text)?.[1]
  if (months !== undefined)
    return { amount: months === '半' ? DAYS_A_MONTH / 2 : readNumber(months) * DAYS_A_MONTH, unit: 'd' }
  const match = AMOUNT.exec(text)
  if (!match) return null
  const number = readNumber(match[1] as string)
  if (!(number > 0)) return null
  const unit = match[2] as string
  return unit === '工作日'
    ? { amount: number, unit: 'wd' }
    : { amount: /[周星礼]/.test(unit) ? number * 7 : number, unit: 'd' }
}

/** 3天, 2个工作日. */
export const amountWords = ({ amount, unit }: Lead): string => (unit === 'wd' ? `${amount}个工作日` : `${amount}天`)
