import { foldCode } from '../text/fold.ts'
import { samePlaces } from '../text/positions.ts'

/** A text without white space, folded, and where each of its characters stands in the text as given. */
export interface CleanText {
  text: string
  /** `at[i]` is the index of character i in the text as given; perhaps longer than the text. */
  at: readonly number[]
}

/** Different signs for one thing: dashes, zeros, quotation marks, brackets, formal numerals. */
const SAME: Record<string, string> = {
  ...Object.fromEntries([...'—–‐‑‒−―─～〜∼~﹣－ーｰ'].map((sign) => [sign, '-'])),
  ...Object.fromEntries([...'〇○◯Ｏ'].map((sign) => [sign, '零'])),
  ...Object.fromEntries([...'“”‘’「」『』〝〞＂'].map((sign) => [sign, '"'])),
  ...Object.fromEntries([...'〔［﹝【'].map((sign) => [sign, '['])),
  ...Object.fromEntries([...'〕］﹞】'].map((sign) => [sign, ']'])),
  ...Object.fromEntries([...'壹贰叁肆伍陆柒捌玖拾'].map((sign, i) => [sign, '一二三四五六七八九十'.charAt(i)])),
  '．': '.',
  '﹒': '.',
  '·': '.',
  '•': '.',
  '﹑': '、',
  '､': '、',
  '﹐': ',',
  兩: '两',
  俩: '两',
  '⁄': '/',
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/

// 0 is not yet known, 1 is left out
const table = new Uint16Array(0x10000)

const lookUp = (code: number, character: string): number => {
  if (INVISIBLE.test(character)) return 1
  const own = SAME[character]
  if (own !== undefined) return own.charCodeAt(0)
  const folded = String.fromCharCode(foldCode(code))
  const result = (SAME[folded] ?? folded).charCodeAt(0)
  return result > 1 ? result : code
}

const cleanUnit = (code: number): number => {
  let folded = table[code] as number
  if (folded === 0) {
    folded = lookUp(code, String.fromCharCode(code))
    table[code] = folded
  }
  return folded
}

const isClean = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 2 || cleanUnit(code) !== code) return false
  }
  return true
}

/**
 * Prepares a text for the recognisers. White space goes (`2020 年 6 月`, line breaks inside a cell), except that a
 * space stays between two digits, so that two numbers never run into one.
 */
export const clean = (given: string): CleanText => {
  if (isClean(given)) return { text: given, at: samePlaces(given.length) }
  const at: number[] = []
  let text = ''
  let gap = false
  for (let i = 0; i < given.length; i++) {
    const folded = cleanUnit(given.charCodeAt(i))
    if (folded === 1) {
      gap = true
      continue
    }
    if (gap) {
      if (isDigit(folded) && text !== '' && isDigit(text.charCodeAt(text.length - 1))) {
        text += ' '
        at.push(i - 1)
      }
      gap = false
    }
    text += String.fromCharCode(folded)
    at.push(i)
  }
  return { text, at }
}

/** `[from, to)` of a clean text in the text as given. */
export const spanIn = ({ at }: CleanText, from: number, to: number): [number, number] => [
  at[from] as number,
  (at[to - 1] as number) + 1,
]
