import type { Reminder } from './due-reminders.ts'
import type { Recipient } from './recipient.ts'
import type { Overview } from './weekly.ts'
import type { DigestItem } from './wording/several.ts'

/** Why a message does not go out; null where it does. */
export type Held = 'not-enabled' | 'nobody-bound' | 'paused' | null

/** What goes into one message. */
export interface Bundle {
  address: string
  held: Held
  /** A ledger that is not enabled has messages of its own. */
  ledger: string | null
  reminders: Reminder[]
  overview: Overview | null
}

/** Into which message something goes: by address, and apart where it is held back for another reason. */
export interface Place {
  readonly id: string
  readonly held: Held
  readonly ledger: string | null
}

export type PlaceOf = (recipient: Recipient, ledgerId: string) => Place

/** Asked for every task of every recipient: the same recipient and ledger are looked up once. */
export const createPlaces = (heldOf: (ledger: string) => Held): PlaceOf => {
  const known = new Map<Recipient, Place & { of: string }>()
  return (recipient, ledgerId) => {
    const before = known.get(recipient)
    if (before?.of === ledgerId) return before
    const held = heldOf(ledgerId) ?? (recipient.kind === 'unit' ? 'nobody-bound' : null)
    // a group is told of each ledger by itself, since what it may carry is the ledger's matter
    const ledger = held === 'not-enabled' || recipient.kind === 'group' ? ledgerId : null
    const place = { id: JSON.stringify([recipient.to, held, ledger]), held, ledger, of: ledgerId }
    known.set(recipient, place)
    return place
  }
}

/** Everything that is to be said, by whom it is said to. */
export const bundlesOf = (
  reminders: readonly Reminder[],
  overviews: ReadonlyMap<string, Overview>,
  placeOf: PlaceOf,
): Bundle[] => {
  const bundles = new Map<string, Bundle>()
  const bundleFor = (recipient: Recipient, ledgerId: string): Bundle => {
    const { id, held, ledger } = placeOf(recipient, ledgerId)
    const bundle = bundles.get(id) ?? {
      address: recipient.to,
      held,
      ledger,
      reminders: [],
      overview: overviews.get(id) ?? null,
    }
    bundles.set(id, bundle)
    return bundle
  }
  for (const reminder of reminders) bundleFor(reminder.recipient, reminder.task.ledgerId).reminders.push(reminder)
  for (const { recipients, items } of overviews.values()) {
    const [recipient, item] = [recipients[0], items[0]]
    if (recipient && item) bundleFor(recipient, item.task.ledgerId)
  }
  return [...bundles.values()]
}

/** Of several reminders of one milestone the latest speaks for all. */
export const latestOf = (reminders: readonly Reminder[]): Reminder[] => {
  const latest = new Map<string, Reminder>()
  for (const reminder of reminders) {
    const id = `${reminder.task.id}/${reminder.milestone}`
    const there = latest.get(id)
    if (!there || there.date <= reminder.date) latest.set(id, reminder)
  }
  // one that collects is said already where the task has something else to say
  const dated = new Set([...latest.values()].filter(({ milestone }) => milestone !== null).map(({ task }) => task.id))
  return [...latest.values()].filter(({ milestone, task }) => milestone !== null || !dated.has(task.id))
}

/** The rows of a message: what it reminds of, then what the overview adds. */
export const itemsOf = (reminders: readonly Reminder[], overview: Overview | null): DigestItem[] => {
  const items: DigestItem[] = reminders.map(({ task, milestone, stage, due }) => ({ task, milestone, stage, due }))
  const said = new Set(items.map(({ task, milestone }) => `${task.id}/${milestone}`))
  const more = (overview?.items ?? []).filter(({ task, milestone }) => !said.has(`${task.id}/${milestone}`))
  return [...items, ...more]
}
