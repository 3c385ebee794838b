import { NumberList } from './number-list.ts'
import { intersect, type Places } from './places.ts'
import { startsOf } from './postings.ts'
import type { SlicedWork } from './sliced-work.ts'

const NOWHERE: Places = []
/** Texts whose postings are written in one slice of work. */
const SLICE = 500

/**
 * Which texts have two characters side by side. Postings lie one behind another in one array: the pairs of a hundred
 * thousand tasks are millions of places, and as many small arrays would take several times the memory.
 */
export class PairIndex {
  /**
   * @param pairs the pairs by their number.
   * @param starts where the postings of each pair begin; one more for the end of the last.
   */
  constructor(
    private readonly pairs: PairNumbers,
    private readonly starts: Int32Array,
    private readonly postings: Int32Array,
  ) {}

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
    const pair = this.pairs.known(first, second)
    return pair === undefined ? NOWHERE : this.postings.subarray(this.starts[pair], this.starts[pair + 1])
  }
}

/** Pairs of characters, numbered as they come. */
class PairNumbers {
  // characters are numbered as well: a pair of their numbers is a small integer, which a map finds quickest
  private readonly characters = new Int32Array(0x1_0000)
  private readonly pairs = new Map<number, number>()
  private last = 0

  known(first: number, second: number): number | undefined {
    const [a, b] = [this.characters[first] as number, this.characters[second] as number]
    return a === 0 || b === 0 ? undefined : this.pairs.get(a * 0x1_0000 + b)
  }

  characterOf(code: number): number {
    let number = this.characters[code] as number
    if (number === 0) {
      number = ++this.last
      this.characters[code] = number
    }
    return number
  }

  /** @param first and `second` as {@link characterOf} numbers them. */
  numberOf(first: number, second: number): number {
    const key = first * 0x1_0000 + second
    let pair = this.pairs.get(key)
    if (pair === undefined) {
      pair = this.pairs.size
      this.pairs.set(key, pair)
    }
    return pair
  }
}

/** Takes the pairs of texts, place by place, and makes an index of them. */
export class PairCollector {
  private readonly numbers = new PairNumbers()
  private readonly stream = new NumberList()
  private readonly ends = new NumberList()
  private readonly lastPlace: number[] = []
  private readonly counts: number[] = []

  /** Adds the texts of the next place; pairs do not reach from one into the next. */
  add(texts: readonly string[]): void {
    const place = this.ends.length
    for (const text of texts) {
      let before = 0
      for (let i = 0; i < text.length; i++) {
        const now = this.numbers.characterOf(text.charCodeAt(i))
        if (i > 0) this.addPair(this.numbers.numberOf(before, now), place)
        before = now
      }
    }
    this.ends.push(this.stream.length)
  }

  private addPair(pair: number, place: number): void {
    if (this.lastPlace[pair] === place) return
    this.lastPlace[pair] = place
    this.counts[pair] = (this.counts[pair] ?? 0) + 1
    this.stream.push(pair)
  }

  *finish(): SlicedWork<PairIndex> {
    const { stream, ends } = this
    const starts = startsOf(this.counts)
    const postings = new Int32Array(stream.length)
    const next = starts.slice()
    for (let place = 0, i = 0; place < ends.length; place++) {
      for (; i < ends.at(place); i++) {
        const pair = stream.at(i)
        const at = next[pair] as number
        postings[at] = place
        next[pair] = at + 1
      }
      if (place % SLICE === SLICE - 1) yield place / ends.length
    }
    return new PairIndex(this.numbers, starts, postings)
  }
}
