import type { PlacedText } from './page.ts'

/** Texts on one base line, put together. */
export interface Line {
  text: string
  x: number
  y: number
  right: number
  size: number
}

/** Base lines apart by less than this share of the type's size are one line. */
const SAME_LINE = 0.5
/** Apart by more than this share of it, texts on a line are words of their own. */
const GAP = 1.2

const isWide = (character: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(character)

/** Cuts a text where borders cross it, as if Chinese characters were as wide as the type and others half as wide. */
export const splitAt = (placed: PlacedText, borders: readonly number[]): PlacedText[] => {
  const { text, x, width } = placed
  const inner = borders.filter((border) => border > x + 1 && border < x + width - 1)
  if (inner.length === 0 || text.length < 2) return [placed]
  const characters = [...text]
  const units = characters.map((character) => (isWide(character) ? 2 : 1))
  const unit = width / units.reduce((sum, each) => sum + each, 0)
  const pieces: PlacedText[] = []
  let [at, piece] = [x, { ...placed, text: '', width: 0 }]
  characters.forEach((character, i) => {
    const wide = (units[i] as number) * unit
    const crossed = inner.some((border) => border > piece.x && border <= at + wide / 2)
    if (crossed && piece.text !== '') {
      pieces.push(piece)
      piece = { ...placed, text: '', x: at, width: 0 }
    }
    piece.text += character
    piece.width += wide
    at += wide
  })
  return [...pieces, piece]
}

/** The lines of some texts, from the top down. */
export const linesOf = (texts: readonly PlacedText[]): Line[] => {
  const rows: PlacedText[][] = []
  for (const text of [...texts].filter(({ text: t }) => t.trim() !== '').sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && text.y - first.y < Math.max(first.size, text.size) * SAME_LINE) row.push(text)
    else rows.push([text])
  }
  return rows.map((row) => {
    const sorted = row.sort((a, b) => a.x - b.x)
    let [line, right] = ['', Number.NEGATIVE_INFINITY]
    for (const { text, x, width, size } of sorted) {
      line += (x - right > size * GAP && line !== '' ? ' ' : '') + text
      right = x + width
    }
    return {
      text: line.trim(),
      x: (sorted[0] as PlacedText).x,
      y: Math.max(...sorted.map(({ y }) => y)),
      right,
      size: Math.max(...sorted.map(({ size }) => size)),
    }
  })
}

/** Marks that no line may begin with: the character before them is taken along to the next line. */
const NEVER_FIRST = /^.[，。、；：！？）》”’】…]/u

/**
 * The text of a cell: a line that has no room for what comes next goes on there, another one ends.
 * @param edge up to where its lines may reach.
 */
export const cellText = (texts: readonly PlacedText[], edge: number): string =>
  linesOf(texts).reduce((whole, line, i, lines) => {
    const before = lines[i - 1]
    if (!before) return line.text
    const needed = before.size * (NEVER_FIRST.test(line.text) ? 2 : 1)
    return whole + (edge - before.right < needed ? '' : '\n') + line.text
  }, '')
