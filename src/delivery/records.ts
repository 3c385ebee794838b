import type { Conversation, Incoming } from '../adapter.ts'
import type { Message } from '../reply.ts'
import type { JournalEntry } from '../store/store.ts'

// What delivery keeps in the store's journal. An entry is written before what it stands for counts as done, and the
// state after a restart is what the entries say.

/** A message taken from a channel; what is not addressed to the bot never gets here. */
export const TAKEN = 'taken'
/** A message that needs no answer, or whose answer has been settled. */
export const SETTLED = 'settled'
/** A message on its way out; where it answers one that was taken, that one is settled by the same entry. */
export const OUTGOING = 'outgoing'
/** An outgoing message that has hours is about to be sent for the first time. */
export const TRYING = 'trying'
/** One more part of an outgoing message has arrived. */
export const PART_SENT = 'part-sent'
/** An outgoing message has arrived, or was given up. */
export const SENT = 'sent'

const KINDS: readonly string[] = [TAKEN, SETTLED, OUTGOING, TRYING, PART_SENT, SENT]

export interface TakenBody {
  key: string
  message: Incoming
}

/** The hours at which a message may be sent. Such messages stand in rows of their own: no answer waits for them. */
export interface SendingHours {
  /** ISO 8601. What has certainly not arrived by then is given up with the reason `expired`. */
  until: string
  /** JSON: the sender's own rules, handed back to the outbox's `heldFor`. */
  rules: unknown
}

export interface OutgoingBody {
  key: string
  to: Conversation
  message: Message
  /** Key of the message it answers. */
  answers: string | null
  hours?: SendingHours
}

export interface SentBody {
  key: string
  /** Why it was given up; null where it arrived. */
  givenUp: string | null
  /** Key of the message it answered. */
  answers: string | null
}

/** Names a message that came in: the same for every delivery of it. */
export const takenKey = ({ conversation, id }: Pick<Incoming, 'conversation' | 'id'>): string =>
  JSON.stringify([conversation.adapter, conversation.id, id])

/** The platform's id of the message that has this key. */
export const takenId = (key: string): string =>
  (JSON.parse(key) as [adapter: string, conversation: string, id: string])[2]

/** Names one delivery of it, where the platform numbers those; the adapter's name keeps two platforms apart. */
export const deliveryKey = ({ conversation, deliveryId }: Incoming): string | null =>
  deliveryId === undefined ? null : JSON.stringify([conversation.adapter, deliveryId])

/** Whether the entry is one of ours, for whoever decides what may be dropped. */
export const isDeliveryEntry = ({ kind }: JournalEntry): boolean => KINDS.includes(kind)
