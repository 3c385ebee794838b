import { trimCell } from './cell-text.ts'

/** The kinds of numbers that official documents put before headings and items (GB/T 9704: 一、（一）1.（1）). */
export type MarkerKind = 'chapter' | 'article' | 'han' | 'han-paren' | 'multi' | 'arabic' | 'arabic-paren' | 'circled'

export interface Marker {
  kind: MarkerKind
  /** The number as one quotes it: 四, （二）, 6. */
  number: string
  /** The number with its punctuation, as written. */
  written: string
  /** What follows it. */
  rest: string
}

const HAN = '[一二三四五六七八九十百〇零]{1,5}'

const PATTERNS: readonly { kind: MarkerKind; pattern: RegExp }[] = [
  { kind: 'chapter', pattern: new RegExp(`^(第${HAN}[章编篇部]分?)(?=[\\s、：:]|[^条])[\\s、：:]*`, 'u') },
  { kind: 'article', pattern: new RegExp(`^(第${HAN}条)[\\s：:]*`, 'u') },
  { kind: 'han', pattern: new RegExp(`^(${HAN})[、.．]\\s*`, 'u') },
  { kind: 'han-paren', pattern: new RegExp(`^([（(]\\s?${HAN}\\s?[）)])[、.．]?\\s*`, 'u') },
  // a year or a month may follow the dot at once: 2.2020年, 4.6月底前
  {
    kind: 'arabic',
    pattern: /^(\d{1,3})(?:[.．](?!\d)|[.．](?=20\d\d年|\d{1,2}月[底末份上中下前内至到\d])|、|[）)](?![、，。]))\s*/u,
  },
  {
    kind: 'multi',
    pattern: /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?=[\s、.．]|(?![万亿元倍吨公个])\p{Script=Han})[、.．\s]*/u,
  },
  // 任务1：, 举措三、: items that are called by what they are
  {
    kind: 'arabic',
    pattern: new RegExp(
      `^(?:(?:重点|整改|主要|具体)?(?:任务|事项|问题|举措|措施|行动|项目))(\\d{1,3}|${HAN})[：:、.．\\s]\\s*`,
      'u',
    ),
  },
  { kind: 'arabic-paren', pattern: /^([（(]\s?\d{1,3}\s?[）)])[、.．]?\s*/u },
  { kind: 'circled', pattern: /^([①-⑳⑴-⒇])[、.．]?\s*/u },
]

/** What a number begins with; most texts do not, and are not tried any further. */
const BEGINS = /^[\d第一二三四五六七八九十百〇零（(①-⑳⑴-⒇任事问举措行项重整主具]/u

/** The number that a text begins with, or null. */
export const readMarker = (text: string): Marker | null => {
  const trimmed = trimCell(text)
  if (!BEGINS.test(trimmed)) return null
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(trimmed)
    if (!match) continue
    const written = match[0]
    return { kind, number: match[1] as string, written: trimCell(written), rest: trimmed.slice(written.length) }
  }
  return null
}

/** The text without the number it begins with. */
export const withoutMarker = (text: string): string => readMarker(text)?.rest ?? trimCell(text)

/** Numbers of headings and of the item itself, outermost first, as one: 四（二）6, 3.1. */
export const joinNumbers = (numbers: readonly string[]): string =>
  numbers.reduce(
    (joined, number) => joined + (/[\dA-Za-z]$/u.test(joined) && /^[\dA-Za-z]/u.test(number) ? '.' : '') + number,
    '',
  )

/** What {@link assignNumbers} goes by. */
export interface Numbered {
  /** The number of its own that the row gives, if it does. */
  own: string | null
  /** Numbers of the headings above it, outermost first. */
  above: readonly string[]
  /** What identifies the heading right above it; rows under the same one are told apart by their place. */
  group: string
}

const places = (rows: readonly Numbered[]): (string | null)[] => {
  // without a number above, rows are counted through the whole ledger
  const keys = rows.map(({ group, above }) => (above.length === 0 ? '' : group))
  const sizes = new Map<string, number>()
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const seen = new Map<string, number>()
  return rows.map(({ above }, i) => {
    const group = keys[i] as string
    const place = (seen.get(group) ?? 0) + 1
    seen.set(group, place)
    // the only row under a numbered heading goes by the heading's number
    return sizes.get(group) === 1 && above.length > 0 ? null : String(place)
  })
}

/**
 * Numbers that are unique in a ledger: the row's own, else its place in its group, with as many of the numbers above
 * as it takes to tell all rows apart, and at least `parents` of them.
 */
export const assignNumbers = (rows: readonly Numbered[], parents: number): string[] => {
  const place = places(rows)
  const deepest = rows.reduce((most, { above }) => Math.max(most, above.length), 0)
  const numbersWith = (count: number): string[] =>
    rows.map(({ own, above }, i) => {
      const inner = own ?? place[i]
      // a row without a number of its own under a numbered heading needs that heading's
      const needed = own === null ? Math.max(1, count) : count
      const taken = needed === 0 ? [] : above.slice(-needed)
      return joinNumbers(inner == null ? taken : [...taken, inner])
    })
  for (let count = Math.min(parents, deepest); count <= deepest; count++) {
    const numbers = numbersWith(count)
    if (new Set(numbers).size === rows.length) return numbers
  }
  if (deepest === 0) return rows.map((_, i) => String(i + 1))
  const seen = new Map<string, number>()
  return numbersWith(deepest).map((number) => {
    const times = (seen.get(number) ?? 0) + 1
    seen.set(number, times)
    return times === 1 ? number : `${number}-${times}`
  })
}
