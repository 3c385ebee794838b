import type { Timer } from '../../src/timer.ts'

/** Waits of up to so many milliseconds are over at once; longer ones guard against what does not happen here, and never end. */
export const impatientTimer = (longestMs: number): Timer => ({
  after: (ms, run) => {
    const wait = ms <= longestMs ? setImmediate(run) : undefined
    return () => clearImmediate(wait)
  },
})
