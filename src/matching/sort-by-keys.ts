import { startsOf } from './postings.ts'

/** Entries sorted by small whole numbers. */
export interface Sorted {
  /** The entries' own places, in their new order. */
  order: Int32Array
  /** Where the entries of each key begin in it; one more for the end of the last. */
  starts: Int32Array
}

/**
 * Sorts entries by their keys, those of one key staying in their order: in one pass, where a comparison of each with
 * others would look at a list of thousands a dozen times.
 * @param size is above every key.
 */
export const sortByKeys = (keys: Int32Array, size: number): Sorted => {
  const counts = new Int32Array(size)
  for (let i = 0; i < keys.length; i++) counts[keys[i] as number] = (counts[keys[i] as number] as number) + 1
  const starts = startsOf(counts)
  const next = starts.slice()
  const order = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    const at = next[key] as number
    order[at] = i
    next[key] = at + 1
  }
  return { order, starts }
}
