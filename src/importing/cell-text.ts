/** White space as documents have it: with ideographic and no-break spaces, and what cannot be seen at all. */
const SPACE = '[\\s\\u00a0\\u200b-\\u200f\\u2060\\u3000\\ufeff]'
const ALL_SPACE = new RegExp(`${SPACE}+`, 'gu')
const IS_SPACE = new RegExp(SPACE, 'u')
const SEEN = new RegExp(SPACE.replace('[', '[^'), 'u')
const VOID = /^[-—–―/\\、.·无]+$/u

/** Whether a UTF-16 unit is certainly no white space: most cells are settled by their first one, without a pattern. */
const isSeen = (unit: number): boolean => (unit > 0x20 && unit < 0x80) || (unit > 0x3000 && unit < 0xfeff)

/** Nothing to be seen: white space of any kind. */
export const isBlank = (text: string): boolean => text === '' || (!isSeen(text.charCodeAt(0)) && !SEEN.test(text))

/** Blank, or a stroke that stands for nothing (—, /, 无). */
export const isVoid = (text: string): boolean => {
  // a cell of a word or more is settled by its first sign
  if (/^[\p{Script=Han}\d]/u.test(text) && !text.startsWith('无')) return false
  const seen = text.replace(ALL_SPACE, '')
  return seen === '' || VOID.test(seen)
}

/** By hand, since a pattern for the end of a text tries every stretch of white space inside it to its end. */
export const trimCell = (text: string): string => {
  let from = 0
  let to = text.length
  if (to > 0 && isSeen(text.charCodeAt(0)) && isSeen(text.charCodeAt(to - 1))) return text
  while (from < to && IS_SPACE.test(text[from] as string)) from++
  while (to > from && IS_SPACE.test(text[to - 1] as string)) to--
  return text.slice(from, to)
}

const LATIN = /[A-Za-z0-9]/u

/** A cell as one line: line breaks and padding between Chinese characters go, one space stays between Latin words. */
export const oneLine = (text: string): string => {
  const trimmed = trimCell(text)
  if (!IS_SPACE.test(trimmed)) return trimmed
  return trimmed.replace(ALL_SPACE, (run, at: number) =>
    /[A-Za-z0-9,.;:%)]/u.test(trimmed[at - 1] ?? '') && LATIN.test(trimmed[at + run.length] ?? '') ? ' ' : '',
  )
}

/** Without any white space: to compare, and to recognise headings by. */
export const squeeze = (text: string): string => (IS_SPACE.test(text) ? text.replace(ALL_SPACE, '') : text)

/** The lines of a cell that have something in them. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map(trimCell)
    .filter((line) => line !== '')
