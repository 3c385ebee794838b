const FILE_NUMBER = /^[\p{Script=Han}A-Za-z]{0,20}[〔[【（(﹝]\s*((?:19|20)\d\d)\s*[〕\]】）)﹞]\s*第?\s*\d+\s*号/u
const SIGNED_ON = /^[（(]?((?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:印发)?[）)]?$/u
const SIGNED_ON_HAN =
  /^[（(]?([二〇○零Ｏ一三四五六七八九]{4})年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[）)]?$/u

/** The 文号 that a line without white space begins with: its text and its year; null where it begins with none. */
export const fileNumber = (line: string): { text: string; year: number } | null => {
  const match = FILE_NUMBER.exec(line)
  return match && { text: match[0], year: Number(match[1]) }
}

/** The years a text names: 2017年, 2021—2023年, 2021年至2023年. */
const yearsIn = (text: string): number[] =>
  [...text.matchAll(/((?:19|20)\d\d)(?:年|(?=\s*[—－–\-~～至到]+\s*(?:19|20)\d\d年?))/gu)].map((match) =>
    Number(match[1]),
  )

/** The one year that a title names. */
export const yearOfTitle = (title: string): number | null => {
  const years = [...new Set(yearsIn(title))]
  return years.length === 1 ? (years[0] as number) : null
}

const HAN_DIGITS = '〇一二三四五六七八九'

/** The year of a line that is a date and nothing else. */
export const signedYear = (text: string): number | null => {
  const plain = SIGNED_ON.exec(text)?.[1]
  if (plain !== undefined) return Number(plain)
  const han = SIGNED_ON_HAN.exec(text)?.[1]
  return han === undefined
    ? null
    : Number([...han.replace(/[○零Ｏ]/gu, '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''))
}
