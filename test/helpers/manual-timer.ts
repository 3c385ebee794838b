import type { Timer } from '../../src/timer.ts'

export interface ManualTimer extends Timer {
  /** Milliseconds from the start. */
  readonly now: number
  /** Lets time pass and runs what is due, in its order. */
  pass(ms: number): Promise<void>
  /** How many waits are pending. */
  readonly pending: number
}

/** Lets what has been started go on until it waits for something that is not ready. */
export const settle = async (): Promise<void> => {
  for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve))
}

/** A timer whose time passes when a test says so. */
export const manualTimer = (): ManualTimer => {
  const waits = new Set<{ at: number; run: () => void }>()
  let now = 0
  return {
    after: (ms, run) => {
      const wait = { at: now + ms, run }
      waits.add(wait)
      return () => void waits.delete(wait)
    },
    get now() {
      return now
    },
    get pending() {
      return waits.size
    },
    pass: async (ms) => {
      const end = now + ms
      for (;;) {
        const [next] = [...waits].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        waits.delete(next)
        now = next.at
        next.run()
        await settle()
      }
      now = end
      await settle()
    },
  }
}
