import { isBlank, oneLine, squeeze } from '../cell-text.ts'

/** The one text of a row that has no other, and the column it stands in; null for any other row. */
export const wideText = (cells: readonly string[]): { text: string; index: number } | null => {
  const filled = cells.flatMap((text, index) => (isBlank(text) ? [] : [{ text, index }]))
  const first = filled[0]
  if (!first) return null
  // a cell merged across is given once, or again in each column
  const across = filled.length === cells.length && filled.length > 2 && filled.every(({ text }) => text === first.text)
  return filled.length === 1 || across
    ? { text: first.text, index: cells.length === 1 || across ? -1 : first.index }
    : null
}

/** A remark below or above the rows. */
export const isNote = (text: string): boolean =>
  /^[（(]?(?:注|备注|说明|填表说明|填报|制表|审核|单位[:：])\d*[:：.、\s]?/u.test(text) || /^[*※]/u.test(text)

/** 合计. */
export const isTotal = (cells: readonly string[]): boolean =>
  /^(?:合计|总计|小计)$/u.test(squeeze(cells.find((cell) => !isBlank(cell)) ?? ''))

/** A row that numbers the columns: 1 2 3 4, 甲 乙 1 2. */
export const isColumnNumbers = (cells: readonly string[]): boolean => {
  const filled = cells.map(oneLine).filter((cell) => cell !== '')
  return (
    filled.length >= 3 &&
    filled.every((cell, i) => cell === String(i + 1) || cell === `(${i + 1})` || cell === `（${i + 1}）`)
  )
}
