/** Places of tasks in an index: where they stand in its list, ascending, each once. */
export type Places = ArrayLike<number>

/** A set of places below this share of all is sorted; a larger one is marked off and read in order. */
const SPARSE = 1 / 64

/** Places to go through and to look up. */
export class PlaceSet {
  private readonly marked: Uint8Array

  /** @param size is above every place. */
  constructor(
    readonly places: readonly number[],
    size: number,
  ) {
    this.marked = new Uint8Array(size)
    for (const place of places) this.marked[place] = 1
  }

  has(place: number): boolean {
    return this.marked[place] === 1
  }
}

/** Everything that stands in any of some lists, which may overlap and repeat themselves. `size` is above every place. */
export const union = (lists: readonly ArrayLike<number>[], size: number): number[] => {
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  if (total < size * SPARSE) {
    const sorted = lists.flatMap((list) => Array.from(list)).sort((a, b) => a - b)
    return sorted.filter((place, i) => place !== sorted[i - 1])
  }
  const marked = new Uint8Array(size)
  for (const list of lists) for (let i = 0; i < list.length; i++) marked[list[i] as number] = 1
  const places: number[] = []
  for (let place = 0; place < size; place++) if (marked[place] === 1) places.push(place)
  return places
}

/** What stands in both; quick where the first is much shorter. */
export const intersect = (short: Places, long: Places): number[] => {
  const both: number[] = []
  let at = 0
  for (let i = 0; i < short.length; i++) {
    const place = short[i] as number
    at = firstFrom(long, place, at)
    if (at === long.length) break
    if (long[at] === place) both.push(place)
  }
  return both
}

/** The index of the first element that is not below a value, looking from an index on in growing steps. */
const firstFrom = (list: Places, value: number, from: number): number => {
  let step = 1
  let low = from
  while (low + step < list.length && (list[low + step] as number) < value) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, list.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
