import { EXPIRED } from '../delivery/outbox.ts'
import { OUTGOING, type OutgoingBody, SENT, type SentBody } from '../delivery/records.ts'
import { outgoingOf } from '../reminders/records.ts'
import { noteEnd, send } from './hand-over.ts'
import type { RemindingParts } from './ports.ts'

/**
 * After a start: what the mailroom has settled is noted, and what was planned but never reached it goes there
 * now, or is given up where it is too late, so that it is owed again. To be called before the mailroom tidies the journal.
 */
export const recover = async (parts: Pick<RemindingParts, 'store' | 'push' | 'clock'>): Promise<void> => {
  const { store } = parts
  const pending = outgoingOf(store).filter(({ ended }) => ended === undefined)
  if (pending.length === 0) return
  const settled = new Map(
    store.entries(SENT).map(({ body }) => [(body as SentBody).key, (body as SentBody).givenUp] as const),
  )
  const underWay = new Set(store.entries(OUTGOING).map(({ body }) => (body as OutgoingBody).key))
  await Promise.all(
    pending.map(async (message) => {
      const { key, until } = message
      const givenUp = settled.get(key)
      if (givenUp !== undefined) await noteEnd(parts, key, givenUp)
      else if (underWay.has(key)) return
      else if (parts.clock() < new Date(until)) await send(message, parts)
      else await noteEnd(parts, key, EXPIRED)
    }),
  )
}
