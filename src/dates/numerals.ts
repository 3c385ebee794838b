import { CHINESE_DIGITS } from '../text/digits.ts'

/** A number up to 99 as it stands in a date, Arabic or Chinese; not the tail of a longer Arabic number. */
export const SMALL = '(?:\\d{1,2}(?!\\d)|[一二三四五六七八九十廿卅]{1,3})'

/** A four-digit year without 年: 2020, 二零二零, 二0二0. */
export const YEAR = '(?:[12一二][90九零o][\\d零o一二三四五六七八九]{2}(?!\\d))'

/** A count of days, weeks, months: up to four Arabic digits or a Chinese number up to 999. */
export const COUNT = '(?:\\d{1,4}|[一二两三四五六七八九十百廿卅]{1,5})'

const TENS: Record<string, number> = { 十: 10, 廿: 20, 卅: 30 }

const readChinese = (text: string): number => {
  let total = 0
  let digit = -1
  for (const character of text) {
    const tens = TENS[character]
    if (character === '百') {
      total += (digit < 0 ? 1 : digit) * 100
      digit = -1
    } else if (tens !== undefined) {
      total += tens === 10 ? (digit < 0 ? 1 : digit) * 10 : tens
      digit = -1
    } else {
      const value = CHINESE_DIGITS[character]
      // two digits side by side (二三) are no number of days, but the digits of a year
      if (value === undefined || digit >= 0) return Number.NaN
      digit = value
    }
  }
  return total + Math.max(digit, 0)
}

const known = new Map<string, number>()

/** Reads {@link SMALL} and {@link COUNT}; NaN for what is no number (二三). */
export const readNumber = (text: string): number => {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return Number(text)
  let value = known.get(text)
  if (value === undefined) {
    value = readChinese(text)
    if (known.size < 2000) known.set(text, value)
  }
  return value
}

/** Reads a year digit by digit: {@link YEAR}, or the last two digits of one. */
export const readDigits = (text: string): number => {
  let value = 0
  for (const character of text) value = value * 10 + (CHINESE_DIGITS[character] ?? Number(character))
  return value
}
