import type { Adapter } from '../../src/adapter.ts'
import { SENT, TAKEN } from '../../src/delivery/records.ts'
import type { Store } from '../../src/store/store.ts'

/**
 * Moments in the life of a message at which a crash would do most harm: it is on disk, but nobody knows; it is about to
 * be acknowledged; the platform has taken its answer, but that is written nowhere; the answer is about to be marked as
 * sent.
 */
export const KILL_POINTS = ['after-inbox', 'before-acknowledgement', 'after-post', 'before-mark'] as const
export type KillPoint = (typeof KILL_POINTS)[number]

/** Told each time that a point is reached, and may end the process there. */
export type Reached = (point: KillPoint) => void

/** A store that tells when a message has been taken, and when one is about to be marked as sent. */
export const stoppingStore = (store: Store, reached: Reached): Store => ({
  ...store,
  append: async (entry) => {
    if (entry.kind === SENT) reached('before-mark')
    await store.append(entry)
    if (entry.kind === TAKEN) reached('after-inbox')
  },
})

/** A channel that tells when a message is about to be acknowledged, and when the platform has taken a part of one. */
export const stoppingChannel = (adapter: Adapter, reached: Reached): Adapter => ({
  ...adapter,
  start: (receive) =>
    adapter.start(async (message) => {
      await receive(message)
      reached('before-acknowledgement')
    }),
  send: async (to, message, delivery) => {
    await adapter.send(to, message, {
      ...delivery,
      partDone: async () => {
        reached('after-post')
        await delivery.partDone()
      },
    })
    reached('after-post')
  },
})
