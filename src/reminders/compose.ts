import type { Day, GroupBinding, Ledger, Task } from '../domain/index.ts'
import type { ReplyAction } from '../reply.ts'
import { actionsFor } from './actions.ts'
import type { Calendar } from './calendar.ts'
import type { Reminder } from './due-reminders.ts'
import { type SendingTimes, timesOf } from './policy.ts'
import type { Recipient } from './recipient.ts'
import type { Overview } from './weekly.ts'
import { groupText } from './wording/group.ts'
import { oneReminder } from './wording/one.ts'
import { type DigestItem, digestOrder, digestText } from './wording/several.ts'
import { whyOf } from './wording/why.ts'

/** Why a message does not go out; null where it does. */
export type Held = 'not-enabled' | 'nobody-bound' | 'paused' | null

/** One message of a day: everything that one recipient is told. */
export interface PlannedMessage {
  /** Unique; the same whenever it is reckoned. */
  readonly key: string
  /** Id of a person or group, or the name of a unit that nobody is bound to. */
  readonly to: string
  /** Name of the adapter, null where nobody is bound. */
  readonly channel: string | null
  readonly kind: Recipient['kind']
  readonly stage: string
  /** Ids, in the order in which the text lists them. */
  readonly tasks: readonly string[]
  readonly text: string
  /** The rule, in Chinese. */
  readonly why: string
  readonly held: Held
  /** Keys of what it says, also of what it says by saying something later. */
  readonly reminders: readonly string[]
  readonly actions: readonly ReplyAction[]
  /** When it may go out. */
  readonly times: SendingTimes
}

export interface Scene {
  today: Day
  calendar: Calendar
  ledgers: ReadonlyMap<string, Ledger>
  groups: ReadonlyMap<string, GroupBinding>
  placeOf: PlaceOf
}

export const DIGEST = 'digest'

/** What goes into one message. */
interface Bundle {
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

const bundlesOf = (
  reminders: readonly Reminder[],
  overviews: ReadonlyMap<string, Overview>,
  { placeOf }: Scene,
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
const latestOf = (reminders: readonly Reminder[]): Reminder[] => {
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

const itemsOf = (reminders: readonly Reminder[], overview: Overview | null): DigestItem[] => {
  const items: DigestItem[] = reminders.map(({ task, milestone, stage, due }) => ({ task, milestone, stage, due }))
  const said = new Set(items.map(({ task, milestone }) => `${task.id}/${milestone}`))
  const more = (overview?.items ?? []).filter(({ task, milestone }) => !said.has(`${task.id}/${milestone}`))
  return [...items, ...more]
}

/** The stage that all reminders share; a message of several is a digest, and so is one that says more than them. */
const stageOf = (items: readonly DigestItem[]): string => {
  const [first] = items
  return first?.stage && items.every(({ stage }) => stage === first.stage) ? first.stage : DIGEST
}

const unitsOf = ({ reminders, overview }: Bundle): string[] => {
  const recipients = [...reminders.map(({ recipient }) => recipient), ...(overview?.recipients ?? [])]
  return [...new Set(recipients.flatMap(({ unit }) => unit ?? []))]
}

const openingOf = ({ overview }: Bundle, items: readonly DigestItem[], late: boolean): string[] => [
  ...(overview
    ? [`牵头${overview.lead}项、配合${overview.cooperating}项，需办${new Set(items.map(({ task }) => task.id)).size}项`]
    : []),
  ...(late ? ['以下提醒未能按日发出，现合并补发'] : []),
]

const notesOf = ({ overview }: Bundle): string[] => {
  if (overview === null) return []
  const { later, longLate, recipients } = overview
  return [
    ...(longLate > 0 ? [`另有${longLate}项时限已过${recipients[0]?.policy.horizonDays ?? 90}天以上，未逐项列出`] : []),
    ...(later > 0 ? [`其余${later}项本周不需办理`] : []),
  ]
}

const textOf = (bundle: Bundle, items: readonly DigestItem[], shown: readonly Reminder[], scene: Scene): string => {
  const { today, calendar, ledgers, groups } = scene
  const recipient = shown[0]?.recipient ?? bundle.overview?.recipients[0]
  if (recipient?.kind === 'group') {
    const ledger = ledgers.get(bundle.ledger ?? '')
    const carries = ledger?.openness === 'public' || groups.get(bundle.address)?.carries === 'internal'
    return groupText(items, ledger, carries, today)
  }
  const [only, second] = items
  const late = shown.some(({ date }) => date < today)
  if (only?.stage && second === undefined) {
    const { task, milestone, stage, due } = only
    const ledger = ledgers.get(task.ledgerId)
    const text = oneReminder({ task, milestone, stage, due, ledger, unit: unitsOf(bundle)[0] ?? null }, today, calendar)
    return late ? text.replace('】', '·补发】') : text
  }
  return digestText(
    items,
    {
      title: late ? '补发提醒' : bundle.overview ? '本周清单' : '督办提醒',
      units: unitsOf(bundle),
      ledgerOf: (task: Task) => ledgers.get(task.ledgerId),
      opening: openingOf(bundle, items, late),
      notes: notesOf(bundle),
    },
    today,
  )
}

/** The messages that say what is owed: one a recipient, whatever it has to say. */
export const composeMessages = (
  reminders: readonly Reminder[],
  overviews: ReadonlyMap<string, Overview>,
  scene: Scene,
): PlannedMessage[] =>
  bundlesOf(reminders, overviews, scene).flatMap((bundle): PlannedMessage[] => {
    const { address, held, ledger } = bundle
    const shown = latestOf(bundle.reminders)
    const items = itemsOf(shown, bundle.overview)
    const recipient = shown[0]?.recipient ?? bundle.overview?.recipients[0]
    if (items.length === 0 || !recipient) return []
    const { kind } = recipient
    const tasks = digestOrder(items, scene.today)
    return [
      {
        key: ['remind', scene.today, address, ...(ledger === null ? [] : [ledger])].join('/'),
        to: address,
        channel: kind === 'unit' ? null : (address.split(':')[0] ?? null),
        kind,
        stage: stageOf(items),
        tasks: tasks.map(({ id }) => id),
        text: textOf(bundle, items, shown, scene),
        why: whyOf(items, shown, scene),
        held,
        reminders: bundle.reminders.map(({ key }) => key),
        actions: kind === 'person' ? actionsFor(items) : [],
        times: timesOf(recipient.policy),
      },
    ]
  })
