import { addDays, type Day, dayOf } from '../domain/index.ts'
import { remindersBetween } from '../reminders/due-reminders.ts'
import { RESUMED } from '../reminders/marks.ts'
import { namesIn } from '../reminders/names.ts'
import { outgoingOf, SWEPT, type SweptBody, sentKeys } from '../reminders/records.ts'
import { buildRoster } from '../reminders/roster.ts'
import { settingsOf } from '../reminders/settings.ts'
import type { RemindingParts } from './ports.ts'

/** How many reminders were never sent, and are too old to be made up for. */
export const missedSoFar = ({ entries }: Pick<RemindingParts['store'], 'entries'>): number =>
  entries(SWEPT).reduce((sum, { body }) => sum + (body as SweptBody).missed, 0)

/**
 * Once a day, counts what was owed on days that nothing is made up for any more and never went out, and tells the
 * administrators. Nothing is sent of it.
 */
export const sweep = async ({ store, calendar, clock, tell }: RemindingParts): Promise<void> => {
  const now = clock()
  const today = dayOf(now)
  const snapshot = store.snapshot()
  const settings = settingsOf(store)
  const lastOf = (catchUpDays: number): Day => addDays(today, -catchUpDays - 1)
  const upTo = lastOf(settings.policyOf('').catchUpDays)
  const before = (store.entries(SWEPT).at(-1)?.body as SweptBody | undefined)?.day
  if (before !== undefined && before >= upTo) return
  const roster = buildRoster({ ...snapshot, settings, calendar, today, namesOf: namesIn(snapshot), asIfSince: today })
  const sent = sentKeys(outgoingOf(store), settings.recalled)
  const owed =
    before === undefined
      ? []
      : remindersBetween({ tasks: snapshot.tasks, roster, calendar, sent }, today, ({ catchUpDays }) => ({
          from: addDays(before, 1),
          to: lastOf(Math.max(catchUpDays, settings.policyOf('').catchUpDays)),
        }))
  // what its recipient did not want on its day was not missed
  const missed = owed.filter(
    ({ recipient, deferred, stage }) => recipient.kind !== 'unit' && (!deferred || stage === RESUMED),
  ).length
  await store.append({ kind: SWEPT, at: now.toISOString(), body: { day: upTo, missed } satisfies SweptBody })
  if (missed === 0) return
  const { catchUpDays } = settings.policyOf('')
  const text = `【提醒漏发】有${missed}条提醒因停机、暂停推送或渠道不通超过${catchUpDays}天未能发出，不再补发，已计数。未办结的任务会继续按规则提醒。`
  await tell(text, `missed/${upTo}`)
}
