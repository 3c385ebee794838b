import type { Ledger } from '../domain/index.ts'
import type { Snapshot, Store } from '../store/store.ts'
import { createCalendar } from './calendar.ts'
import type { PlannedMessage } from './compose.ts'
import { namesIn } from './names.ts'
import { planMessages, walkMessages } from './plan.ts'
import { digestedIn, type Outgoing, outgoingOf, RECEIPT, type ReceiptBody, sentKeys } from './records.ts'
import { type Setting, type Settings, settingEntry, settingsOf } from './settings.ts'

/** What can be asked and wished about reminders in a conversation. */
export interface ReminderDesk {
  settings(): Settings
  /** Messages of the last sixty days, oldest first. */
  outgoing(): readonly Outgoing[]
  /** What would go out at an instant, what is held back included. */
  plan(now: Date): PlannedMessage[]
  /** What one ledger's reminders would say in a stretch of time, were they on and nothing paused. */
  walk(ledger: Ledger, from: Date, to: Date): PlannedMessage[]
  /** Keeps a wish; resolves once it is on disk. Two of one message count once where they are the same. */
  wish(set: Setting, who: Wisher): Promise<void>
  /** 收到: kept, and never counted against anybody. */
  receive(about: string | null, who: Wisher): Promise<void>
}

export interface Wisher {
  /** Id of the person; null is the local administrator. */
  by: string | null
  /** Names the message. */
  message: string
  /** ISO 8601. */
  at: string
}

export interface DeskParts {
  store: Pick<Store, 'snapshot' | 'entries' | 'append'>
  admins: readonly string[]
  /** Told once a wish is kept: what it changes is looked at without waiting for the next minute. */
  onWish?: () => void
}

export const openDesk = ({ store, admins, onWish = () => {} }: DeskParts): ReminderDesk => {
  const input = (snapshot: Snapshot) => ({
    snapshot,
    settings: settingsOf(store),
    sent: sentKeys(outgoingOf(store), settingsOf(store).recalled),
    namesOf: namesIn(store.snapshot()),
    admins,
    calendar: createCalendar(),
  })
  return {
    settings: () => settingsOf(store),
    outgoing: () => outgoingOf(store),
    plan: (now) => planMessages({ ...input(store.snapshot()), digested: digestedIn(store), now }),
    walk: (ledger, from, to) => {
      const snapshot = store.snapshot()
      const tasks = snapshot.tasks.filter(({ ledgerId }) => ledgerId === ledger.id)
      const own = input({ ...snapshot, ledgers: [ledger], tasks })
      const enabled = own.settings.enabled.has(ledger.id) ? own.settings.enabled : new Map([[ledger.id, '']])
      return walkMessages({ ...own, settings: { ...own.settings, enabled, pausedAt: null } }, from, to)
    },
    wish: async (set, { by, message, at }) => {
      await store.append(settingEntry(set, by, message, at))
      onWish()
    },
    receive: (about, { by, at }) => store.append({ kind: RECEIPT, at, body: { by, about } satisfies ReceiptBody }),
  }
}
