import type { Day } from '../domain/index.ts'
import type { JournalEntry, StoreView } from '../store/store.ts'
import type { PlannedMessage } from './compose.ts'

// What the runner keeps in the store's journal. A message is planned (written here), handed to the mailroom (which
// writes it before it sends it) and settled (written here once it has arrived or been given up). After a crash the
// entries say how far it got: what is planned and neither under way nor settled is simply owed again.

/** A message that is about to be handed to the mailroom. */
export const PLANNED = 'reminder-planned'
/** How a planned message ended. */
export const ENDED = 'reminder-ended'
/** Up to which day what could not be sent in time has been counted. */
export const SWEPT = 'reminder-swept'
/** 收到: kept, and never counted against anybody. */
export const RECEIPT = 'receipt'

export interface PlannedBody extends Pick<PlannedMessage, 'key' | 'to' | 'channel' | 'stage' | 'tasks' | 'reminders'> {
  day: Day
  /** Its first line, for the list of what was sent. */
  title: string
}

export interface EndedBody {
  key: string
  /** Null where it arrived. */
  failed: string | null
}

export interface SweptBody {
  day: Day
  /** Reminders that were owed on the days swept and never went out. */
  missed: number
}

export interface ReceiptBody {
  by: string | null
  /** Key of the last message that was sent to them, or null. */
  about: string | null
}

export const isReminderEntry = ({ kind }: JournalEntry): boolean =>
  kind === PLANNED || kind === ENDED || kind === SWEPT || kind === RECEIPT

/** A planned message and how it stands. */
export interface Outgoing extends PlannedBody {
  /** ISO 8601. */
  at: string
  /** Undefined while it is on its way. */
  ended?: { at: string; failed: string | null }
}

/** Every planned message that is still kept, oldest first. */
export const outgoingOf = (store: Pick<StoreView, 'entries'>): readonly Outgoing[] => {
  const byKey = new Map<string, Outgoing>()
  for (const { at, body } of store.entries(PLANNED)) {
    const planned = body as PlannedBody
    byKey.set(planned.key, { ...planned, at })
  }
  for (const { at, body } of store.entries(ENDED)) {
    const { key, failed } = body as EndedBody
    const planned = byKey.get(key)
    if (planned) byKey.set(key, { ...planned, ended: { at, failed } })
  }
  return [...byKey.values()]
}

/** Keys of the reminders that have gone out or are on their way: nothing of them is owed. */
export const sentKeys = (outgoing: readonly Outgoing[]): ReadonlySet<string> =>
  new Set(outgoing.filter(({ ended }) => ended?.failed == null).flatMap(({ reminders }) => reminders))

/** The last message sent to a person or group, as far back as an answer may still refer to it. */
export const lastSentTo = (outgoing: readonly Outgoing[], to: string): Outgoing | null =>
  outgoing.findLast((message) => message.to === to && message.ended?.failed == null) ?? null
