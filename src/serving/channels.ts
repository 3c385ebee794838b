import type { Adapter, Incoming } from '../adapter.ts'
import { DubanError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Timer } from '../timer.ts'

const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000] as const

export interface RunningChannels {
  /** Resolves when every channel has come up. */
  readonly up: Promise<void>
  states(): { name: string; up: boolean }[]
  stop(): Promise<void>
}

/**
 * Starts channels, each by itself: one whose platform cannot be reached is tried again and holds up nobody.
 * @param refused told of a channel that can never come up: what is wrong with its configuration.
 */
export const startChannels = (
  adapters: readonly Adapter[],
  receive: (message: Incoming) => Promise<void>,
  { log, timer, refused }: { log: Log; timer: Timer; refused: (error: DubanError) => void },
): RunningChannels => {
  const up = new Set<string>()
  let stopping = false
  let endWait: () => void = () => {}

  const start = async (adapter: Adapter): Promise<void> => {
    for (let attempt = 0; !stopping; attempt++) {
      try {
        await adapter.start(receive)
        up.add(adapter.name)
        return
      } catch (error) {
        if (error instanceof DubanError) return refused(error)
        log.warn('a channel is not up yet', { channel: adapter.name, error })
      }
      await new Promise<void>((resolve) => {
        const cancel = timer.after(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] as number, resolve)
        const former = endWait
        endWait = () => {
          former()
          cancel()
          resolve()
        }
      })
    }
  }

  return {
    up: Promise.all(adapters.map(start)).then(() => undefined),
    states: () => adapters.map(({ name }) => ({ name, up: up.has(name) })),
    stop: async () => {
      stopping = true
      endWait()
      await Promise.all(
        adapters.map((adapter) =>
          adapter.stop().catch((error) => log.warn('a channel did not stop cleanly', { channel: adapter.name, error })),
        ),
      )
    },
  }
}
