const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before the next attempt, in milliseconds: doubling from one second to one minute, with up to a half
 * taken off at random so that what failed together does not come back together.
 * @param attempt 1 after the first failure
 * @param random from 0 to 1
 */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)) * (1 - random() / 2)
