// Time per phrase in this process, warmed up, over every call of several rounds.
const WARM_UP = 2
const ROUNDS = 5

/**
 * @template T
 * @param {readonly T[]} phrases
 * @param {(phrase: T, round: number) => unknown} run may return a promise
 * @returns {Promise<{median: number, mean: number}>} microseconds
 */
export const timePerPhrase = async (phrases, run) => {
  const times = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const phrase of phrases) {
      const from = process.hrtime.bigint()
      const result = run(phrase, round)
      if (result instanceof Promise) await result
      const time = Number(process.hrtime.bigint() - from) / 1000
      if (round >= WARM_UP) times.push(time)
    }
  }
  times.sort((a, b) => a - b)
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    mean: times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1),
  }
}
