import type { Incoming } from '../adapter.ts'
import type { Store } from '../store/store.ts'
import {
  deliveryKey,
  OUTGOING,
  type OutgoingBody,
  SENT,
  SETTLED,
  type SentBody,
  TAKEN,
  type TakenBody,
  takenKey,
} from './records.ts'

/**
 * Every message that is to be answered, kept from before it is acknowledged until its answer is. A message counts
 * once, however often the platform delivers it.
 */
export interface Inbox {
  /**
   * Resolves once the message is on disk: true where it is new, false where it is a repeat. A repeat of one that is
   * just being written resolves with that write.
   * @throws DubanError `store-unwritable`; it then counts as never seen
   */
  take(message: Incoming): Promise<boolean>
  /** Notes that a message needs no answer. */
  settle(key: string): Promise<void>
  /** What the last run took and did not answer, oldest first. */
  readonly leftOver: readonly Incoming[]
  /** Forgets the keys of messages settled before the instant (milliseconds since 1970). */
  forgetBefore(instant: number): void
}

interface Seen {
  /** Resolves once it is on disk. */
  kept: Promise<void>
  at: number
}

export const openInbox = (store: Pick<Store, 'append' | 'entries'>, clock: () => Date): Inbox => {
  const seen = new Map<string, Seen>()
  const open = new Map<string, Incoming>()
  const remember = (message: Incoming, kept: Promise<void>, at: number): void => {
    for (const key of [takenKey(message), deliveryKey(message)]) if (key !== null) seen.set(key, { kept, at })
  }

  const done = Promise.resolve()
  for (const { body, at } of store.entries(TAKEN)) {
    const { key, message } = body as TakenBody
    open.set(key, message)
    remember(message, done, Date.parse(at))
  }
  const settled = [
    ...store.entries(SETTLED).map(({ body, at }) => ({ key: (body as { key: string }).key, at })),
    ...store.entries(OUTGOING).map(({ body, at }) => ({ key: (body as OutgoingBody).answers, at })),
    ...store.entries(SENT).map(({ body, at }) => ({ key: (body as SentBody).answers, at })),
  ]
  for (const { key, at } of settled) {
    if (key === null) continue
    open.delete(key)
    if (!seen.has(key)) seen.set(key, { kept: done, at: Date.parse(at) })
  }

  return {
    take: async (message) => {
      const key = takenKey(message)
      const again = seen.get(key) ?? seen.get(deliveryKey(message) ?? key)
      if (again) {
        await again.kept
        return false
      }
      const now = clock()
      const kept = store.append({ kind: TAKEN, at: now.toISOString(), body: { key, message } satisfies TakenBody })
      remember(message, kept, now.getTime())
      try {
        await kept
      } catch (error) {
        seen.delete(key)
        seen.delete(deliveryKey(message) ?? key)
        throw error
      }
      return true
    },
    settle: (key) => store.append({ kind: SETTLED, at: clock().toISOString(), body: { key } }),
    leftOver: [...open.values()],
    forgetBefore: (instant) => {
      for (const [key, { at }] of seen) if (at < instant) seen.delete(key)
    },
  }
}
