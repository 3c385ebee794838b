import type { Conversation } from '../adapter.ts'
import type { Message } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { OUTGOING, type OutgoingBody, PART_SENT, SENT, type SendingHours, type SentBody, TRYING } from './records.ts'

export interface OutgoingItem {
  /** Unique over the life of the store: what has this key is sent once. */
  key: string
  to: Conversation
  message: Message
  /** Key of the message it answers, settled together with it. */
  answers: string | null
  /** When it may go out, for what nobody has asked for; left out, it goes at any hour. */
  hours?: SendingHours
}

/** A message on its way, and how far it got. */
export interface Waiting extends OutgoingItem {
  since: number
  partsDone: number
  /** From an earlier run, or after an attempt that may have arrived. */
  again: boolean
}

/** What the journal says is still to be sent, in its order, and the keys it knows. */
export const replay = (store: Pick<Store, 'entries'>): { left: Waiting[]; keys: Map<string, number> } => {
  const left = new Map<string, Waiting>()
  const keys = new Map<string, number>()
  for (const { body, at } of store.entries(OUTGOING)) {
    const item = body as OutgoingBody
    // what has hours says when it was tried; of everything else it may have been
    left.set(item.key, { ...item, since: Date.parse(at), partsDone: 0, again: item.hours === undefined })
    keys.set(item.key, Date.parse(at))
  }
  for (const { body } of store.entries(TRYING)) {
    const item = left.get((body as { key: string }).key)
    if (item) item.again = true
  }
  for (const { body } of store.entries(PART_SENT)) {
    const item = left.get((body as { key: string }).key)
    if (item) item.partsDone++
  }
  for (const { body, at } of store.entries(SENT)) {
    const { key } = body as SentBody
    left.delete(key)
    keys.set(key, Date.parse(at))
  }
  return { left: [...left.values()], keys }
}
