// Time per phrase in this process: warmed up, then several rounds over all phrases. Every call counts, with whatever
// garbage is collected in it, so that the mean is the throughput.
const WARM_UP = 4
const ROUNDS = 11

/**
 * @template T
 * @param {readonly T[]} phrases
 * @param {(phrase: T) => unknown} run may return a promise
 * @returns {Promise<{median: number, mean: number}>} of all calls, in microseconds
 */
export const timePerPhrase = async (phrases, run) => {
  const times = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const phrase of phrases) {
      const from = performance.now()
      const result = run(phrase)
      if (result instanceof Promise) await result
      const time = (performance.now() - from) * 1000
      if (round >= WARM_UP) times.push(time)
    }
  }
  times.sort((a, b) => a - b)
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    mean: times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1),
  }
}
