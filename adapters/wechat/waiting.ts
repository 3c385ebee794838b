import type { Timer } from './options.ts'

/** A call of the platform that did not come back in time; it may still take effect. */
export class LateError extends Error {
  constructor(what: string) {
    super(`${what}: no answer in time`)
    this.name = 'LateError'
  }
}

/** Pauses that can all be cut short. */
export interface Pauses {
  wait(ms: number): Promise<void>
  /** Ends those that are on; there are none from now on. */
  end(): void
}

export const createPauses = (timer: Timer): Pauses => {
  const ends = new Set<() => void>()
  let over = false
  return {
    wait: (ms) =>
      over || ms <= 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            const end = (): void => {
              callOff()
              ends.delete(end)
              resolve()
            }
            const callOff = timer.after(ms, end)
            ends.add(end)
          }),
    end: () => {
      over = true
      for (const end of [...ends]) end()
    },
  }
}

/**
 * The work's result, if it comes within the time. Puppets may never answer, and must not hold up everything else.
 * @throws LateError
 */
export const within = <T>(ms: number, timer: Timer, what: string, work: () => Promise<T> | T): Promise<T> =>
  new Promise((resolve, reject) => {
    const callOff = timer.after(ms, () => reject(new LateError(what)))
    // a call that throws at once is a failure like any other
    new Promise<T>((done) => done(work())).then(resolve, reject).finally(callOff)
  })

const FIRST_MS = 2_000
const LONGEST_MS = 300_000

/**
 * How long to wait before the next attempt: doubling from two seconds to five minutes, with up to a half taken off at
 * random. Slower than for a server: an account that logs in again and again is noticed.
 * @param attempt 1 after the first failure
 */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10)) * (1 - random() / 2)

/** One wait at a time. */
export interface Wait {
  /** Begins anew. */
  set(ms: number, run: () => void): void
  end(): void
}

export const createWait = (timer: Timer): Wait => {
  let callOff: (() => void) | null = null
  const end = (): void => {
    callOff?.()
    callOff = null
  }
  return {
    set: (ms, run) => {
      end()
      callOff = timer.after(ms, () => {
        callOff = null
        run()
      })
    },
    end,
  }
}
