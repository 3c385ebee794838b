/** Longest text in one message, in characters: WeChat folds longer ones away. */
export const LONGEST_MESSAGE = 2_000

// what moves the cursor, turns the direction of the text around, or ends a mention
const CONTROLS = /(?![\t\n])\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** A sign that calls somebody: any but that of an address of electronic mail. */
const CALLING = /(?<![A-Za-z0-9._%+-])@|@(?![A-Za-z0-9-]+\.[A-Za-z])/gu

/**
 * Text as it may be sent: what a ledger says must neither call anybody nor everybody of a room, so that every sign of a
 * mention becomes its wide form, which WeChat takes for a character like any other.
 */
export const harmless = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(/[\u2005\u00a0]/gu, ' ')
    .replace(CALLING, '＠')

/** Text laid out for a phone: no blanks at line ends, no more than one empty line, none at the ends. */
export const phoneText = (text: string): string =>
  harmless(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '')

const isHeading = (line: string): boolean => line.startsWith('【')
/** Two characters that must not be torn apart: halves of one, digits of a number or a date, a sign and its mark. */
const belongTogether = (before: string, after: string): boolean =>
  /(?:[\ud800-\udbff]|\u200d)$/u.test(before) ||
  /^(?:[\udc00-\udfff]|\u200d|\p{M})/u.test(after) ||
  (/[\d０-９.,:：％%/-]$/u.test(before) && /^[\d０-９.,:：％%/-]/u.test(after))

/** Where to cut a line that is too long: behind a sentence, else a clause, else anywhere but inside a number. */
const cutOf = (line: string, limit: number): number => {
  const head = line.slice(0, limit)
  for (const ends of ['。；！？', '，、： ']) {
    const at = Math.max(...[...ends].map((sign) => head.lastIndexOf(sign))) + 1
    if (at > limit / 2) return at
  }
  for (let at = limit; at > 0; at--)
    if (!belongTogether(line.slice(Math.max(0, at - 2), at), line.slice(at, at + 2))) return at
  // nothing but digits
  return /[\ud800-\udbff]/u.test(line[limit - 1] as string) ? limit - 1 : limit
}

/** A line as it is, or cut where it is longer than a part may be. */
const piecesOf = (line: string, limit: number): string[] => {
  const pieces: string[] = []
  let rest = line
  while (rest.length > limit) {
    const at = cutOf(rest, limit)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...pieces, rest]
}

/**
 * The text in parts of at most so many characters, cut at line ends, where a heading goes with what is below it. The
 * same text always gives the same parts: a message of which some have arrived is taken up at the next.
 */
export const splitText = (text: string, limit = LONGEST_MESSAGE): string[] => {
  const parts: string[][] = [[]]
  let length = 0
  const open = (lines: string[]): void => {
    parts.push(lines)
    length = lines.join('\n').length
  }
  for (const line of text.split('\n')) {
    for (const [index, piece] of piecesOf(line, limit).entries()) {
      const part = parts.at(-1) as string[]
      const last = part.at(-1)
      if (index > 0) open([])
      else if (last !== undefined && length + 1 + piece.length > limit) {
        const follows = part.length > 1 && isHeading(last) && last.length + 1 + piece.length <= limit
        open(follows ? part.splice(-1) : [])
      }
      const current = parts.at(-1) as string[]
      length += piece.length + (current.length > 0 ? 1 : 0)
      current.push(piece)
    }
  }
  return parts.map((part) => part.join('\n').replace(/^\n+|\n+$/gu, '')).filter((part) => part !== '')
}
