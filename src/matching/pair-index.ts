import { intersect, type Places } from './places.ts'

const NOWHERE: Places = []

/**
 * Which texts have two characters side by side. Postings lie one behind another in one array: the pairs of a hundred
 * thousand tasks are millions of places, and as many small arrays would take several times the memory.
 */
export class PairIndex {
  // characters are numbered as they come: a pair of their numbers is a small integer, which a map finds quickest
  private readonly characters = new Int32Array(0x1_0000)
  private readonly pairs = new Map<number, number>()
  /** Where the postings of each pair begin; one more for the end of the last. */
  private readonly starts: Int32Array
  private readonly postings: Int32Array

  /** @param texts the texts of each place; pairs do not reach from one into the next. */
  constructor(texts: readonly (readonly string[])[]) {
    const stream = new NumberList()
    const ends = new Int32Array(texts.length)
    const last: number[] = []
    const counts: number[] = []
    let characters = 0
    for (const [place, parts] of texts.entries()) {
      for (const text of parts) {
        let before = 0
        for (let i = 0; i < text.length; i++) {
          const code = text.charCodeAt(i)
          let now = this.characters[code] as number
          if (now === 0) {
            now = ++characters
            this.characters[code] = now
          }
          if (i > 0) {
            const pair = this.numberOf(before, now)
            if (last[pair] !== place) {
              last[pair] = place
              counts[pair] = (counts[pair] ?? 0) + 1
              stream.push(pair)
            }
          }
          before = now
        }
      }
      ends[place] = stream.length
    }
    this.starts = startsOf(counts)
    this.postings = new Int32Array(stream.length)
    const next = this.starts.slice()
    for (let place = 0, i = 0; place < texts.length; place++) {
      for (; i < (ends[place] as number); i++) {
        const at = next[stream.at(i)] as number
        this.postings[at] = place
        next[stream.at(i)] = at + 1
      }
    }
  }

  /**
   * The texts that have every pair of a text of two characters or more, ascending: those that may have it as it
   * stands, and for two characters do have it.
   */
  having(text: string): Places {
    const lists: Places[] = []
    for (let i = 0; i + 1 < text.length; i++) {
      const places = this.ofPair(text.charCodeAt(i), text.charCodeAt(i + 1))
      if (places.length === 0) return NOWHERE
      lists.push(places)
    }
    lists.sort((a, b) => a.length - b.length)
    return lists.slice(1).reduce((few, list) => (few.length === 0 ? few : intersect(few, list)), lists[0] ?? NOWHERE)
  }

  private ofPair(first: number, second: number): Places {
    const [a, b] = [this.characters[first] as number, this.characters[second] as number]
    const pair = a === 0 || b === 0 ? undefined : this.pairs.get(a * 0x1_0000 + b)
    return pair === undefined ? NOWHERE : this.postings.subarray(this.starts[pair], this.starts[pair + 1])
  }

  private numberOf(first: number, second: number): number {
    const key = first * 0x1_0000 + second
    let pair = this.pairs.get(key)
    if (pair === undefined) {
      pair = this.pairs.size
      this.pairs.set(key, pair)
    }
    return pair
  }
}

const startsOf = (counts: readonly number[]): Int32Array => {
  const starts = new Int32Array(counts.length + 1)
  for (const [pair, count] of counts.entries()) starts[pair + 1] = (starts[pair] as number) + count
  return starts
}

/** Whole numbers one after another, packed. */
class NumberList {
  length = 0
  private values = new Int32Array(1024)

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }
}
