import type { Day, GroupBinding, Ledger } from '../domain/index.ts'
import type { ReplyAction } from '../reply.ts'
import { actionsFor } from './actions.ts'
import { bundlesOf, type Held, itemsOf, latestOf, type PlaceOf } from './bundle.ts'
import { bundleText } from './bundle-text.ts'
import type { Calendar } from './calendar.ts'
import type { Reminder } from './due-reminders.ts'
import { type SendingTimes, timesOf } from './policy.ts'
import type { Recipient } from './recipient.ts'
import { type Overview, weeklyKey } from './weekly.ts'
import { type DigestItem, digestOrder } from './wording/several.ts'
import { whyOf } from './wording/why.ts'

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
  /** Keys of the weekly digests that it is, of whoever it speaks to. */
  readonly weekly: readonly string[]
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

/** The stage that all reminders share; a message of several is a digest, and so is one that says more than them. */
const stageOf = (items: readonly DigestItem[]): string => {
  const [first] = items
  return first?.stage && items.every(({ stage }) => stage === first.stage) ? first.stage : DIGEST
}

/** The messages that say what is owed: one a recipient, whatever it has to say. */
export const composeMessages = (
  reminders: readonly Reminder[],
  overviews: ReadonlyMap<string, Overview>,
  scene: Scene,
): PlannedMessage[] =>
  bundlesOf(reminders, overviews, scene.placeOf).flatMap((bundle): PlannedMessage[] => {
    const { address, held, ledger } = bundle
    const shown = latestOf(bundle.reminders)
    const items = itemsOf(shown, bundle.overview)
    const recipient = shown[0]?.recipient ?? bundle.overview?.recipients[0]
    if (items.length === 0 || !recipient) return []
    const { kind } = recipient
    const tasks = digestOrder(items, scene.today)
    const { overview } = bundle
    return [
      {
        key: ['remind', scene.today, address, ...(ledger === null ? [] : [ledger])].join('/'),
        to: address,
        channel: kind === 'unit' ? null : (address.split(':')[0] ?? null),
        kind,
        stage: stageOf(items),
        tasks: tasks.map(({ id }) => id),
        text: bundleText(bundle, items, shown, scene),
        why: whyOf(items, shown, scene),
        held,
        reminders: bundle.reminders.map(({ key }) => key),
        weekly: overview === null ? [] : overview.recipients.map((one) => weeklyKey(overview.day, one)),
        actions: kind === 'person' ? actionsFor(items) : [],
        times: timesOf(recipient.policy),
      },
    ]
  })
