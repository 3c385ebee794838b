import type { Places } from './places.ts'

/** Where the lists of so many entries each begin when they lie one behind another; one more for the end of the last. */
export const startsOf = (counts: ArrayLike<number>): Int32Array => {
  const starts = new Int32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] as number) + (counts[i] as number)
  return starts
}

/**
 * Lists of places by number, one behind another in one array: as many small arrays would take several times the memory
 * and be slower to make.
 */
export class Postings {
  private readonly starts: Int32Array
  private readonly places: Int32Array

  /**
   * @param numbers what the places have, place by place.
   * @param ends where the numbers of each place end.
   * @param size is above every number.
   */
  constructor(numbers: ArrayLike<number>, ends: ArrayLike<number>, size: number) {
    const counts = new Int32Array(size)
    const total = ends.length === 0 ? 0 : (ends[ends.length - 1] as number)
    for (let i = 0; i < total; i++) counts[numbers[i] as number] = (counts[numbers[i] as number] as number) + 1
    this.starts = startsOf(counts)
    this.places = new Int32Array(total)
    const next = this.starts.slice()
    for (let place = 0, i = 0; place < ends.length; place++) {
      for (; i < (ends[place] as number); i++) {
        const number = numbers[i] as number
        const at = next[number] as number
        this.places[at] = place
        next[number] = at + 1
      }
    }
  }

  /** The places that have a number, ascending; one that has it twice stands there twice. */
  of(number: number): Places {
    return this.places.subarray(this.starts[number], this.starts[number + 1])
  }
}
