import type { Day } from '../domain/index.ts'
import type { JournalEntry, StoreView } from '../store/store.ts'
import type { PlannedMessage } from './compose.ts'
import type { Digested } from './weekly.ts'

// What the runner keeps in the store's journal. A message is planned (written here), handed to the mailroom (which
// writes it before it sends it) and settled (written here once it has arrived or been given up). After a crash the
// entries say how far it got: what is planned and neither under way nor settled is simply owed again.

/** A message that is about to be handed to the mailroom. */
export const PLANNED = 'reminder-planned'
/** How a planned message ended. */
export const ENDED = 'reminder-ended'
/** Up to which day what could not be sent in time has been counted. */
export const SWEPT = 'reminder-swept'
/** A message that was to be taken back: what became of it. */
export const RECALLED = 'reminder-recalled'
/** 收到: kept, and never counted against anybody. */
export const RECEIPT = 'receipt'

export interface PlannedBody extends Omit<PlannedMessage, 'held' | 'weekly'> {
  /** Left out by versions before 0.1. */
  weekly?: readonly string[]
  day: Day
  /** Its first line, for the list of what was sent. */
  title: string
  /** ISO 8601: after that it says what is no longer so. */
  until: string
}

export interface EndedBody {
  key: string
  /** Null where it arrived. */
  failed: string | null
}

export interface RecalledBody {
  key: string
  /** It never went out, was deleted, or a correction was sent after it. */
  how: 'stopped' | 'deleted' | 'corrected'
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

/** A planned message and how it stands. */
export interface Outgoing extends PlannedBody {
  /** ISO 8601. */
  at: string
  /** Undefined while it is on its way. */
  ended?: { at: string; failed: string | null }
}

const known = new WeakMap<readonly JournalEntry[], { ended: readonly JournalEntry[]; outgoing: readonly Outgoing[] }>()

/** Every planned message that is still kept, oldest first; reckoned once for each state of the journal. */
export const outgoingOf = (store: Pick<StoreView, 'entries'>): readonly Outgoing[] => {
  const [planned, ended] = [store.entries(PLANNED), store.entries(ENDED)]
  const before = known.get(planned)
  if (before?.ended === ended) return before.outgoing
  const byKey = new Map<string, Outgoing>()
  for (const { at, body } of planned) byKey.set((body as PlannedBody).key, { ...(body as PlannedBody), at })
  for (const { at, body } of ended) {
    const { key, failed } = body as EndedBody
    const message = byKey.get(key)
    if (message) message.ended = { at, failed }
  }
  const outgoing = [...byKey.values()]
  known.set(planned, { ended, outgoing })
  return outgoing
}

/**
 * Keys of the reminders that have gone out or are on their way: nothing of them is owed.
 * @param recalled keys of messages that were taken back: what they said is not said again
 */
export const sentKeys = (
  outgoing: readonly Outgoing[],
  recalled: ReadonlySet<string> = new Set(),
): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const { key: message, ended, reminders, weekly = [] } of outgoing)
    if (ended?.failed == null || recalled.has(message)) for (const key of [...reminders, ...weekly]) keys.add(key)
  return keys
}

/** What was planned for the digests of a week; entered once a week, and again where more is planned on its day. */
export const WEEK = 'reminder-week'

export interface WeekBody {
  /** The day of the digests. */
  day: Day
  /** Keys of the digests that were to go out, and of those sent already. */
  owed: readonly string[]
}

/** The keys that were owed on the days of digests; undefined before the first week that was planned. */
export const digestedIn = ({ entries }: Pick<StoreView, 'entries'>): Digested | undefined => {
  const weeks = entries(WEEK).map(({ body }) => body as WeekBody)
  if (weeks.length === 0) return undefined
  return (day) => {
    const own = weeks.filter((week) => week.day === day)
    return own.length === 0 ? null : new Set(own.flatMap(({ owed }) => owed))
  }
}

/** What was sent is known for so long: longer than anything is made up for. */
const KEPT_DAYS = 60
const MS_A_DAY = 86_400_000

/** Whether an entry tells of a message so old that nobody asks for it any more. */
export const isOldReminder = ({ kind, at }: JournalEntry, now: Date): boolean =>
  (kind === PLANNED || kind === ENDED || kind === RECALLED || kind === RECEIPT || kind === WEEK) &&
  now.getTime() - Date.parse(at) > KEPT_DAYS * MS_A_DAY

/** The last message sent to a person or group, as far back as an answer may still refer to it. */
export const lastSentTo = (outgoing: readonly Outgoing[], to: string): Outgoing | null =>
  outgoing.findLast((message) => message.to === to && message.ended?.failed == null) ?? null

const bare = (text: string): string => text.replace(/\s+/g, '').replace(/(?:…|\.{3})+$/, '')
const SHORTEST_QUOTE = 6

/** The last message to a person or group that contains a text: what somebody has quoted, perhaps not to its end. */
export const quotedReminder = (outgoing: readonly Outgoing[], to: string, quoted: string): Outgoing | null => {
  const wanted = bare(quoted)
  if (wanted.length < SHORTEST_QUOTE) return null
  return outgoing.findLast((message) => message.to === to && bare(message.text).includes(wanted)) ?? null
}
