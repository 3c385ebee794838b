import { isBlank, oneLine, squeeze } from '../cell-text.ts'

/** The one text of a row that has no other, and the column it stands in; null for any other row. */
export const wideText = (cells: readonly string[]): { text: string; index: number } | null => {
  const index = cells.findIndex((cell) => !isBlank(cell))
  const text = cells[index]
  if (text === undefined) return null
  // a cell merged across is given once, or again in each column
  const across = index === 0 && cells.length > 2 && cells.every((cell) => cell === text)
  const alone = cells.every((cell, i) => i <= index || isBlank(cell))
  return alone || across ? { text, index: cells.length === 1 || across ? -1 : index } : null
}

/** (12) with white space around it. */
const LONGEST_NUMBER = 12

const SECTION_NUMBER =
  /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$|^第[一二三四五六七八九十]{1,3}[部分章类项]+$|^[IVXⅠ-Ⅻ]{1,4}[、.．]?$/u
const LONGEST_SECTION = 40

/** 一｜产业项目: a Chinese number and one short text, and nothing else: the heading of the rows below; null for any other row. */
export const sectionText = (cells: readonly string[]): string | null => {
  const first = cells.find((cell) => !isBlank(cell))
  // hardly any row begins so: the others are not looked at any further
  if (first === undefined || first.length > LONGEST_NUMBER || !SECTION_NUMBER.test(oneLine(first))) return null
  const [number, text, ...others] = new Set(cells.filter((cell) => !isBlank(cell)).map(oneLine))
  if (number === undefined || text === undefined || others.length > 0) return null
  if (text.length > LONGEST_SECTION || /[。；;]/u.test(text)) return null
  return /[、.．）)]$/u.test(number) ? number + text : `${number}、${text}`
}

/** A remark below or above the rows. */
export const isNote = (text: string): boolean =>
  /^[（(]?(?:注|备注|说明|填表说明|填报|制表|审核|单位[:：])\d*[:：.、\s]?/u.test(text) || /^[*※]/u.test(text)

/** With white space in it. */
const LONGEST_TOTAL = 10

/** 合计. */
export const isTotal = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => !isBlank(cell)) ?? ''
  return first.length < LONGEST_TOTAL && /^(?:合计|总计|小计)$/u.test(squeeze(first))
}

/** A row that numbers the columns: 1 2 3 4, 甲 乙 1 2. */
export const isColumnNumbers = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell.length > LONGEST_NUMBER) return false
  const filled = cells.map(oneLine).filter((cell) => cell !== '')
  return (
    filled.length >= 3 &&
    filled.every((cell, i) => cell === String(i + 1) || cell === `(${i + 1})` || cell === `（${i + 1}）`)
  )
}
