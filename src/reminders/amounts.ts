import { readNumber } from '../dates/numerals.ts'
import type { Lead } from './policy.ts'

const AMOUNT = /(\d{1,2}|[一二两三四五六七八九十]{1,3})个?(工作日|天|日|周|星期|礼拜)/

/** 三天, 两个工作日, 一周: so long, as a lead is written; null where nothing says how long. */
export const readAmount = (text: string): Lead | null => {
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
