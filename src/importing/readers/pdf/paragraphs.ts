import type { Line } from './text-lines.ts'

/** — 3 —, 第3页, 3/12: where a page's number stands, at its top or bottom. */
const PAGE_NUMBER = /^[-—–―·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–―·\s]*$/u
const MARGIN = 0.1
/** A head or foot line stands on at least so many pages. */
const REPEATED = 3

/** Lines of the pages without page numbers and without what stands at the top or bottom of many. */
export const withoutMargins = (pages: readonly { lines: Line[]; height: number }[]): Line[][] => {
  const inMargin = ({ y }: Line, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN)
  const times = new Map<string, number>()
  for (const { lines, height } of pages)
    for (const line of lines) if (inMargin(line, height)) times.set(line.text, (times.get(line.text) ?? 0) + 1)
  return pages.map(({ lines, height }) =>
    lines.filter(
      (line) => !inMargin(line, height) || !(PAGE_NUMBER.test(line.text) || (times.get(line.text) ?? 0) >= REPEATED),
    ),
  )
}

const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|第[一二三四五六七八九十]{1,3}[章条])/u
const NEAR_END = 2
const INDENT = 0.8

/** Lines put together to paragraphs: one that fills the width goes on in the next, unless that is indented or numbered. */
export const paragraphsOf = (lines: readonly Line[]): { text: string; y: number }[] => {
  const left = Math.min(...lines.map(({ x }) => x))
  const right = Math.max(...lines.map((line) => line.right))
  const paragraphs: { text: string; y: number }[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = paragraphs.at(-1)
    const goesOn =
      before !== undefined &&
      last !== undefined &&
      right - before.right < before.size * NEAR_END &&
      line.x - left < line.size * INDENT &&
      Math.abs(line.size - before.size) < 1 &&
      !MARKER.test(line.text)
    if (goesOn) last.text += line.text
    else paragraphs.push({ text: line.text, y: line.y })
  })
  return paragraphs
}
