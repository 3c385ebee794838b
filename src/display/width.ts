// Wide and full-width ranges of UAX #11, beside what is wide as an emoji. Ambiguous characters (“ ” … ·) count as narrow.
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
]

const ZERO = /^[\p{M}\p{Cc}\p{Cf}]$/u
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
const ASCII = /^[\x20-\x7e]*$/
// takes its tables from the disk: made when it is first needed
let segmenter: Intl.Segmenter | undefined
const graphemesOf = (text: string): Iterable<{ segment: string }> => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

const codePointWidth = (character: string): number => {
  if (ZERO.test(character)) return 0
  const code = character.codePointAt(0) as number
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

const graphemeWidth = (grapheme: string): number => {
  if (EMOJI.test(grapheme)) return 2
  for (const character of grapheme) {
    const width = codePointWidth(character)
    if (width > 0) return width
  }
  return 0
}

/** Number of cells that a text takes on a terminal. */
export const displayWidth = (text: string): number => {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment)
  return width
}

/** Fills up with spaces to the right; a text that is wider stays as it is. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Cuts to at most `width` cells, ending in … where something was left out. */
export const truncateTo = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const { segment } of graphemesOf(text)) {
    const next = graphemeWidth(segment)
    if (used + next > width - 1) break
    kept += segment
    used += next
  }
  return width > 0 ? `${kept}…` : ''
}
