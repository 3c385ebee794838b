import type { Task } from '../domain/index.ts'
import { numeralValue } from './number-reference.ts'

const N = '[\\d一二三四五六七八九十]{1,3}'
const PART = new RegExp(
  `第(${N}(?:[、,和及与到至]第?${N})*)[两三四]?个?(?:大)?(?:部分|板块|大块|方面|大类|章|篇)(?!的?第)`,
  'g',
)
const BETWEEN = /[、,和及与]第?/
const RANGE = /[到至]第?/

const LAST = /(?:最后|末)一?个?(?:大)?(?:部分|板块|大块|方面|大类|章|篇)/g

/** 第三部分, 第一、二板块, 最后一部分 (-1): parts of a document by their place in it. Folded text. */
export const findParts = (text: string): { numbers: number[]; from: number; to: number }[] => {
  if (!/第|[最末]/.test(text)) return []
  const found = (match: RegExpExecArray, numbers: number[]) => ({
    numbers,
    from: match.index,
    to: match.index + match[0].length,
  })
  return [
    ...[...text.matchAll(PART)].map((match) => found(match, (match[1] as string).split(BETWEEN).flatMap(numbersOf))),
    ...[...text.matchAll(LAST)].map((match) => found(match, [-1])),
  ]
}

const numbersOf = (text: string): number[] => {
  const [first, last] = text.split(RANGE).map(numeralValue)
  if (first === undefined || last === undefined || last < first) return first === undefined ? [] : [first]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const OWN_NUMBER = /^[\s(（第]*([一二三四五六七八九十]{1,3}|\d{1,2})(?:[)）、.．\s]|部分|章|篇)/

/** The part of its document that each task stands in: by the heading's own number, else by the order of the headings. */
export class PartIndex {
  private readonly byPlace: readonly (number | null)[]
  /** The last part of each ledger. */
  private readonly lasts = new Map<string, number>()

  constructor(private readonly tasks: readonly Task[]) {
    const ledgers = new Map<string, string[]>()
    this.byPlace = tasks.map(({ ledgerId, path: [heading] }) => {
      if (heading === undefined || heading === '') return null
      const own = OWN_NUMBER.exec(heading.normalize('NFKC'))?.[1]
      if (own !== undefined) return numeralValue(own)
      const headings = ledgers.get(ledgerId) ?? []
      if (!headings.includes(heading)) headings.push(heading)
      ledgers.set(ledgerId, headings)
      return headings.indexOf(heading) + 1
    })
    for (const [place, { ledgerId }] of tasks.entries())
      this.lasts.set(ledgerId, Math.max(this.lasts.get(ledgerId) ?? 0, this.byPlace[place] ?? 0))
  }

  /** Whether a task stands in one of some parts; -1 is the last of its document. */
  isIn(place: number, numbers: readonly number[]): boolean {
    const part = this.byPlace[place]
    if (part === undefined || part === null) return false
    const last = this.lasts.get((this.tasks[place] as Task).ledgerId)
    return numbers.includes(part) || (part === last && numbers.includes(-1))
  }
}
