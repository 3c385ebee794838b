import { addDays, type Day, dayOf, minutesOf, type Person } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import { createPlaces, type Held } from './bundle.ts'
import { type Calendar, createCalendar } from './calendar.ts'
import { composeMessages, type PlannedMessage, type Scene } from './compose.ts'
import { dueReminders, type Sent } from './due-reminders.ts'
import { momentOf, waitUntilAllowed } from './hours.ts'
import { mayGoOut } from './policy.ts'
import type { Recipient } from './recipient.ts'
import { buildRoster } from './roster.ts'
import type { Settings } from './settings.ts'
import { unreachableNotices } from './unreachable.ts'
import { type Digested, digestDayOf, type Overview, weeklyOverviews } from './weekly.ts'

export interface PlanInput {
  snapshot: Pick<Snapshot, 'ledgers' | 'tasks' | 'people' | 'groups'>
  settings: Settings
  /** Keys of reminders that have gone out or are on their way. */
  sent: Sent
  now: Date
  /** Every name under which the ledgers write a unit, or a collective that covers it. */
  namesOf: (unit: string) => readonly string[]
  /** First administrators, `channel:id`. */
  admins: readonly string[]
  calendar?: Calendar
  /** What was planned on the days of weekly digests; without it none is made up for. */
  digested?: Digested
  /** Nothing from before that day is owed, whenever reminders were enabled: for walking through a time to come. */
  asIfSince?: Day
}

/** Administrators of the configuration and those bound as such. */
export const administratorsOf = (people: readonly Person[], admins: readonly string[]): string[] => [
  ...new Set([
    ...admins,
    ...people.filter(({ role, state }) => role === 'administrator' && state === 'active').map(({ id }) => id),
  ]),
]

const heldBy =
  ({ enabled, pausedAt }: Settings) =>
  (ledger: string): Held => {
    if (!enabled.has(ledger)) return 'not-enabled'
    return pausedAt === null ? null : 'paused'
  }

/**
 * Every message that is to go out at `now`, what is held back included, in the order of the ledgers. Pure: the same
 * input gives the same messages, with the same keys. Nothing in quiet hours or on a free day.
 */
export const planMessages = (input: PlanInput): PlannedMessage[] => {
  const { snapshot, settings, sent, now, namesOf, admins, calendar = createCalendar() } = input
  const { ledgers, tasks, people, groups } = snapshot
  const [today, minutes] = [dayOf(now), minutesOf(now)]
  const roster = buildRoster({
    ledgers,
    people,
    groups,
    settings,
    calendar,
    today,
    namesOf,
    asIfSince: input.asIfSince ?? today,
    afresh: input.asIfSince !== undefined,
  })
  const scene: Scene = {
    today,
    calendar,
    ledgers: new Map(ledgers.map((ledger) => [ledger.id, ledger])),
    groups: new Map(groups.map((group) => [group.id, group])),
    placeOf: createPlaces(heldBy(settings)),
  }
  const mayReach = ({ policy, calendar: usual }: Recipient): boolean =>
    mayGoOut(policy, minutes) && (policy.weekends ? usual : usual.weekdaysOnly).isWorkday(today)

  const reminders = dueReminders({ tasks, roster, calendar, sent }, now).filter(({ recipient }) => mayReach(recipient))
  const place = (recipient: Recipient, ledgerId: string): string | null =>
    mayReach(recipient) && minutes >= recipient.policy.sendAt && (settings.weekly.get(recipient.id) ?? true)
      ? scene.placeOf(recipient, ledgerId).id
      : null
  const day = digestDayOf(today, calendar)
  const overviews: Map<string, Overview> =
    day === today || (day !== null && day < today && input.digested)
      ? weeklyOverviews(tasks, roster, today, { day, owed: input.digested?.(day) ?? null, sent }, (recipient, task) =>
          place(recipient, task.ledgerId),
        )
      : new Map()
  const messages = composeMessages(reminders, overviews, scene)
  return [...messages, ...unreachableNotices(messages, administratorsOf(people, admins), scene)]
}

/** The messages of a stretch of time, each day's at its hour, as if each had been sent. */
export const walkMessages = (input: Omit<PlanInput, 'now' | 'asIfSince'>, from: Date, to: Date): PlannedMessage[] => {
  const calendar = input.calendar ?? createCalendar()
  const sent = new Set<string>()
  const seen = { has: (key: string) => sent.has(key) || input.sent.has(key) }
  const messages: PlannedMessage[] = []
  const asIfSince = dayOf(from)
  const times = input.settings.policyOf('')
  const { sendAt } = times
  for (let day = asIfSince; day <= dayOf(to); day = addDays(day, 1)) {
    const hour = momentOf(day, sendAt)
    // in quiet hours or in the evening, what is due waits for the next hours
    const now = hour < from ? new Date(from.getTime() + waitUntilAllowed(times, calendar, from)) : hour
    if (now > to) break
    if (dayOf(now) > day) continue
    const planned = planMessages({ ...input, calendar, sent: seen, now, asIfSince })
    for (const message of planned) for (const key of [...message.reminders, ...message.weekly]) sent.add(key)
    messages.push(...planned)
  }
  return messages
}
