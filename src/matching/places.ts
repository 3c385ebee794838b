import { NumberList } from './number-list.ts'

/** Places of tasks in an index: where they stand in its list, ascending, each once. */
export type Places = ArrayLike<number>

/** A set of places below this share of all is sorted; a larger one is marked off and read in order. */
const SPARSE = 1 / 64

/** Places to go through and to look up. */
export class PlaceSet {
  private readonly marked: Uint8Array

  /** @param size is above every place. */
  constructor(
    readonly places: Places,
    size: number,
  ) {
    this.marked = marksOf([places], size)
  }

  has(place: number): boolean {
    return this.marked[place] === 1
  }
}

const marksOf = (lists: readonly Places[], size: number): Uint8Array => {
  const marked = new Uint8Array(size)
  for (const list of lists) for (let i = 0; i < list.length; i++) marked[list[i] as number] = 1
  return marked
}

/** The places from 0 up to a size that meet a condition. */
export const placesWhere = (size: number, test: (place: number) => boolean): Int32Array => {
  const places = new NumberList()
  for (let place = 0; place < size; place++) if (test(place)) places.push(place)
  return places.toArray()
}

/** Those of some places that meet a condition. */
export const filterPlaces = (places: Places, test: (place: number) => boolean): Int32Array => {
  const kept = new Int32Array(places.length)
  let count = 0
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    if (test(place)) kept[count++] = place
  }
  return kept.slice(0, count)
}

/** Whether all places of a list meet a condition, which gets their rows in it as well. */
export const everyPlace = (places: Places, test: (place: number, row: number) => boolean): boolean => {
  for (let row = 0; row < places.length; row++) if (!test(places[row] as number, row)) return false
  return true
}

/** What a column has at some places. */
export const valuesAt = <T>(places: Places, column: readonly T[]): T[] => {
  const values = new Array<T>(places.length)
  for (let i = 0; i < places.length; i++) values[i] = column[places[i] as number] as T
  return values
}

/** Everything that stands in any of some lists, which may overlap and repeat themselves. `size` is above every place. */
export const union = (lists: readonly Places[], size: number): Int32Array => {
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  if (total >= size * SPARSE) {
    const marked = marksOf(lists, size)
    return placesWhere(size, (place) => marked[place] === 1)
  }
  const sorted = new Int32Array(total)
  let end = 0
  for (const list of lists) {
    sorted.set(list, end)
    end += list.length
  }
  sorted.sort()
  let count = 0
  for (let i = 0; i < total; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] as number
  return sorted.slice(0, count)
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
