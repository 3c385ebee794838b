import { type NumberReference, numberParts } from './number-reference.ts'
import { type Places, union } from './places.ts'

const PLAIN = /^\d{1,9}$/

/** Tasks by the numbers in their `no`, looked up by the whole number, by its end and by what it stands under. */
export class NumberIndex {
  private readonly whole = new Map<string, number[]>()
  private readonly ends = new Map<string, number[]>()
  private readonly under = new Map<string, number[]>()
  private readonly size: number

  /** @param numbers each task's `no`, in the order of the tasks. */
  constructor(numbers: readonly string[]) {
    this.size = numbers.length
    for (const [place, no] of numbers.entries()) {
      const own = PLAIN.test(no) ? [Number(no)] : numberParts(no)
      add(this.whole, own, place)
      for (let from = 1; from <= own.length - 2; from++) add(this.ends, own.slice(from), place)
      // a part's own number may be left out: （二十） for what is under 五(二十), （九） for 四（九）
      const bracketed = own.slice(numberParts(no.normalize('NFKC').split('(')[0] ?? '').length)
      if (bracketed.length < own.length) {
        for (let length = 1; length <= bracketed.length; length++) add(this.under, bracketed.slice(0, length), place)
      }
      for (let length = 1; length < own.length; length++) {
        add(this.under, own.slice(0, length), place)
      }
    }
  }

  /** The whole number (11, （十五）1), else what ends with it (（二十）1 for 五(二十)1), else what is under it (第（九）项). */
  places(parts: readonly number[]): readonly number[] {
    const key = parts.join('.')
    return this.whole.get(key) ?? this.ends.get(key) ?? this.under.get(key) ?? []
  }

  /** The tasks that any of some references means. */
  ofReferences(references: readonly NumberReference[]): Places {
    const lists = references.flatMap(({ parts, to }) =>
      to === undefined ? [this.places(parts)] : range(parts[0] as number, to).map((number) => this.places([number])),
    )
    return union(lists, this.size)
  }
}

const range = (from: number, to: number): number[] =>
  to < from || to - from > 500 ? [from, to] : Array.from({ length: to - from + 1 }, (_, i) => from + i)

const add = (index: Map<string, number[]>, parts: readonly number[], place: number): void => {
  const key = parts.join('.')
  const places = index.get(key)
  if (places) places.push(place)
  else index.set(key, [place])
}
