import type { Day, Task } from '../domain/index.ts'
import type { Bundle } from './bundle.ts'
import type { Scene } from './compose.ts'
import type { Reminder } from './due-reminders.ts'
import { groupText } from './wording/group.ts'
import { oneReminder } from './wording/one.ts'
import { type DigestItem, digestText } from './wording/several.ts'
import { dayWithWeekday } from './wording/words.ts'

const unitsOf = ({ reminders, overview }: Bundle): string[] => {
  const recipients = [...reminders.map(({ recipient }) => recipient), ...(overview?.recipients ?? [])]
  return [...new Set(recipients.flatMap(({ unit }) => unit ?? []))]
}

/** Why a message says more than what falls on its day. */
interface Occasion {
  /** The digest of a week that could not go out on its day, if it is that. */
  missedDigest: Day | null
  /** Something could not go out on its day. */
  late: boolean
  /** What was put off comes back: none, some or all of what it says. */
  resumed: 'none' | 'some' | 'all'
}

const occasionOf = ({ reminders, overview }: Bundle, shown: readonly Reminder[], today: Day): Occasion => {
  const deferred = reminders.some((reminder) => reminder.deferred)
  const whole = overview === null && shown.every((reminder) => reminder.deferred)
  return {
    missedDigest: overview !== null && overview.day < today ? overview.day : null,
    late: shown.some(({ date, deferred: waited }) => date < today && !waited),
    resumed: deferred ? (whole ? 'all' : 'some') : 'none',
  }
}

const RESUMED_WORDS = {
  none: [],
  some: ['含暂缓期满、恢复提醒的事项'],
  all: ['以下事项暂缓期满，恢复提醒'],
} as const

const openingOf = (
  { overview }: Bundle,
  items: readonly DigestItem[],
  { missedDigest, late, resumed }: Occasion,
  today: Day,
): string[] => [
  ...(overview
    ? [`牵头${overview.lead}项、配合${overview.cooperating}项，需办${new Set(items.map(({ task }) => task.id)).size}项`]
    : []),
  ...(late
    ? [overview && missedDigest === null ? '含未能按日发出、现补发的提醒' : '以下提醒未能按日发出，现合并补发']
    : []),
  ...(missedDigest !== null && !late ? [`${dayWithWeekday(missedDigest, today)}的清单未能按日发出，现补发`] : []),
  ...RESUMED_WORDS[resumed],
]

const notesOf = ({ overview }: Bundle): string[] => {
  if (overview === null) return []
  const { later, longLate, recipients } = overview
  return [
    ...(longLate > 0 ? [`另有${longLate}项时限已过${recipients[0]?.policy.horizonDays ?? 90}天以上，未逐项列出`] : []),
    ...(later > 0 ? [`其余${later}项本周不需办理`] : []),
  ]
}

const titleOf = ({ overview }: Bundle, { missedDigest, late }: Occasion): string => {
  if (overview !== null && missedDigest === null) return '本周清单'
  if (late) return '补发提醒'
  return overview === null ? '督办提醒' : '本周清单·补发'
}

/** What a message says. */
export const bundleText = (
  bundle: Bundle,
  items: readonly DigestItem[],
  shown: readonly Reminder[],
  scene: Scene,
): string => {
  const { today, calendar, ledgers, groups } = scene
  const recipient = shown[0]?.recipient ?? bundle.overview?.recipients[0]
  if (recipient?.kind === 'group') {
    const ledger = ledgers.get(bundle.ledger ?? '')
    const carries = ledger?.openness === 'public' || groups.get(bundle.address)?.carries === 'internal'
    return groupText(items, ledger, carries, today)
  }
  const occasion = occasionOf(bundle, shown, today)
  const [only, second] = items
  if (only?.stage && second === undefined) {
    const { task, milestone, stage, due } = only
    const ledger = ledgers.get(task.ledgerId)
    const text = oneReminder({ task, milestone, stage, due, ledger, unit: unitsOf(bundle)[0] ?? null }, today, calendar)
    const suffix = occasion.resumed !== 'none' ? '·暂缓期满' : occasion.late ? '·补发' : ''
    return text.replace('】', `${suffix}】`)
  }
  return digestText(
    items,
    {
      title: titleOf(bundle, occasion),
      units: unitsOf(bundle),
      ledgerOf: (task: Task) => ledgers.get(task.ledgerId),
      opening: openingOf(bundle, items, occasion, today),
      notes: notesOf(bundle),
      form: bundle.overview !== null,
    },
    today,
  )
}
