import { dayOf, isFinished, type Task } from '../domain/index.ts'
import { createPlaces } from '../reminders/bundle.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { namesIn } from '../reminders/names.ts'
import { nudgeText } from '../reminders/nudge.ts'
import { timesOf } from '../reminders/policy.ts'
import type { Outgoing } from '../reminders/records.ts'
import { buildRoster } from '../reminders/roster.ts'
import { type Nudge, type Settings, settingEntry } from '../reminders/settings.ts'
import { handOver } from './hand-over.ts'
import type { RemindingParts } from './ports.ts'

export const NUDGE = 'nudge'

const MOST_UNITS = 10
const MS_A_DAY = 86_400_000

/** Names a nudge in keys: the part of a message's id that tells it from all others. */
const keyOf = (nudge: Nudge, to: string): string => `remind/${dayOf(new Date(nudge.at))}/${to}/${NUDGE}/${nudge.id}`

/** Sends what an administrator has ordered for a time that has come: one message a person; who cannot be reached is told. */
export const sendNudges = async (
  settings: Settings,
  outgoing: readonly Outgoing[],
  parts: RemindingParts,
): Promise<void> => {
  const { store, clock, calendar, tell } = parts
  const now = clock()
  const today = dayOf(now)
  const oldest = now.getTime() - settings.policyOf('').catchUpDays * MS_A_DAY
  const due = settings.nudges.filter(({ at }) => Date.parse(at) <= now.getTime() && Date.parse(at) > oldest)
  if (due.length === 0) return
  const keys = new Set(outgoing.map(({ key }) => key))
  const snapshot = store.snapshot()
  const ledgers = new Map(snapshot.ledgers.map((ledger) => [ledger.id, ledger]))
  const roster = buildRoster({
    ...snapshot,
    groups: [],
    settings,
    calendar,
    today,
    namesOf: namesIn(snapshot),
    asIfSince: today,
  })
  const placeOf = createPlaces(() => null)
  for (const nudge of due) {
    const wanted = new Set(nudge.tasks)
    const tasks = snapshot.tasks.filter((task) => wanted.has(task.id) && !isFinished(task, today))
    const messages = new Map<string, { tasks: Task[]; units: Set<string> }>()
    const unbound = new Map<string, number>()
    for (const task of tasks)
      for (const recipient of roster.recipientsOf(task)) {
        const unit = recipient.unit ?? ''
        if (placeOf(recipient, task.ledgerId).held !== null) {
          unbound.set(unit, (unbound.get(unit) ?? 0) + 1)
          continue
        }
        const message = messages.get(recipient.to) ?? { tasks: [], units: new Set() }
        message.tasks.push(task)
        message.units.add(unit)
        messages.set(recipient.to, message)
      }
    const planned = [...messages].map(
      ([to, own]): PlannedMessage => ({
        key: keyOf(nudge, to),
        to,
        channel: to.split(':')[0] ?? null,
        kind: 'person',
        stage: NUDGE,
        tasks: own.tasks.map(({ id }) => id),
        text: nudgeText(own.tasks, [...own.units], (task) => ledgers.get(task.ledgerId), today, nudge.words),
        why: '督查室安排的提醒；牵头单位的联络员或承办人',
        held: null,
        reminders: [],
        weekly: [],
        actions: [],
        times: timesOf(settings.policyOf('')),
      }),
    )
    await handOver(
      planned.filter(({ key }) => !keys.has(key)),
      parts,
    )
    const at = now.toISOString()
    await store.append(settingEntry({ what: 'nudged', nudge: nudge.id }, null, `nudged ${nudge.id}`, at))
    if (unbound.size > 0 && Date.parse(nudge.at) > now.getTime() - MS_A_DAY) {
      const lines = [...unbound].slice(0, MOST_UNITS).map(([unit, count]) => `${unit}　${count}项`)
      const rest = unbound.size > MOST_UNITS ? [`另${unbound.size - MOST_UNITS}个单位`] : []
      await tell(
        [`【提醒未送达】您安排的提醒，以下${unbound.size}个单位尚无人绑定：`, ...lines, ...rest].join('\n'),
        `nudge-unreached/${nudge.id}`,
      )
    }
  }
}
