import { sortByKeys } from './sort-by-keys.ts'

/** How closely a task's words fit a topic, best first. */
export const FIT = { title: 5, heading: 4, titleWords: 3, text: 2, sentence: 1, scattered: 0 } as const
const BEST = FIT.title

/** Where a topic of several words stands as one stretch. */
export const WHOLE = { none: 0, body: 1, title: 2 } as const

export interface TopicHit {
  /** Place of the task in the index. */
  place: number
  fit: number
  /** Weighted share of the topic's words that the task has, 0 to 1. */
  coverage: number
  /** Whether the whole of what was asked stands in it: {@link WHOLE}. */
  whole: number
}

/** Tasks that fit a topic, the closest first, then in the ledgers' order; a column for each of a {@link TopicHit}'s values. */
export interface TopicHits {
  places: Int32Array
  fits: Uint8Array
  coverages: Float64Array
  /** {@link WHOLE} of each. */
  wholes: Uint8Array
}

export const NO_HITS: TopicHits = {
  places: new Int32Array(0),
  fits: new Uint8Array(0),
  coverages: new Float64Array(0),
  wholes: new Uint8Array(0),
}

/** Tasks that stand under a heading that was called by its name. */
export const headingHits = (places: readonly number[]): TopicHits => ({
  places: Int32Array.from(places),
  fits: new Uint8Array(places.length).fill(FIT.heading),
  coverages: new Float64Array(places.length).fill(1),
  wholes: new Uint8Array(places.length),
})

/** @param hits in the ledgers' order. */
export const closestFirst = ({ places, fits, coverages, wholes }: TopicHits): TopicHits => {
  // few words can be covered in few ways only
  const shares = [...new Set(coverages)].sort((a, b) => b - a)
  const ranks = new Map(shares.map((share, rank) => [share, rank]))
  const keys = new Int32Array(places.length)
  for (let i = 0; i < keys.length; i++)
    keys[i] = (BEST - (fits[i] as number)) * shares.length + (ranks.get(coverages[i] as number) as number)
  const { order } = sortByKeys(keys, (BEST + 1) * shares.length)
  const sorted = {
    places: new Int32Array(order.length),
    fits: new Uint8Array(order.length),
    coverages: new Float64Array(order.length),
    wholes: new Uint8Array(order.length),
  }
  for (let i = 0; i < order.length; i++) {
    const from = order[i] as number
    sorted.places[i] = places[from] as number
    sorted.fits[i] = fits[from] as number
    sorted.coverages[i] = coverages[from] as number
    sorted.wholes[i] = wholes[from] as number
  }
  return sorted
}

/** Shares of a topic's words so close that they count as the same. */
const AS_GOOD = 0.05

/**
 * The places of those that are close enough, of hits with the closest first. A question about one thing (`specific`)
 * wants the closest fit only; a list takes everything but mentions that are scattered where others are not.
 */
export const closeEnough = ({ places, fits, coverages, wholes }: TopicHits, specific: boolean): Int32Array => {
  let most = 0
  if (specific) for (const coverage of coverages) most = Math.max(most, coverage)
  // one thing is asked about: what has more of its words comes before what has them in a better place
  const isNear = (i: number): boolean => !specific || (coverages[i] as number) >= most - AS_GOOD
  const best = specific ? places.findIndex((_, i) => isNear(i)) : -1
  // 监测结果 stands as it is in two rows, a word of it in the title of one: both are meant
  if (best >= 0 && wholes[best] !== WHOLE.title) {
    const whole = places.filter((_, i) => isNear(i) && wholes[i] !== WHOLE.none)
    if (whole.length > 0) return whole
  }
  let least: number | null = null
  const kept = new Int32Array(places.length)
  let count = 0
  for (let i = 0; i < places.length; i++) {
    if (!isNear(i)) continue
    const fit = fits[i] as number
    // words that stand together, or a title that has them all, make scattered mentions worthless
    least ??= specific ? fit : Math.min(fit, FIT.text)
    if (fit >= least) kept[count++] = places[i] as number
  }
  return kept.slice(0, count)
}
