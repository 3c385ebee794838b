// Time per phrase in this process: warmed up until the compiler has settled, then several rounds over all phrases. Every
// call counts. The clock includes waiting for a core that others use; the processor's time does not, but includes
// collecting garbage and compiling.
const WARM_UP = 10
const ROUNDS = 11

/**
 * @template T
 * @param {readonly T[]} phrases
 * @param {(phrase: T) => unknown} run may return a promise
 * @returns {Promise<{median: number, mean: number, cpu: number}>} microseconds a call: by the clock, and the
 *   processor's mean
 */
export const timePerPhrase = async (phrases, run) => {
  const times = []
  let used = process.cpuUsage()
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP) used = process.cpuUsage()
    for (const phrase of phrases) {
      const from = performance.now()
      const result = run(phrase)
      if (result instanceof Promise) await result
      const time = (performance.now() - from) * 1000
      if (round >= WARM_UP) times.push(time)
    }
  }
  const { user, system } = process.cpuUsage(used)
  const calls = Math.max(times.length, 1)
  const mean = times.reduce((sum, time) => sum + time, 0) / calls
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, mean, cpu: (user + system) / calls }
}
