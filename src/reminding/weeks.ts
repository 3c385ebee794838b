import { dayOf, minutesOf } from '../domain/index.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { digestedIn, WEEK, type WeekBody } from '../reminders/records.ts'
import { settingsOf } from '../reminders/settings.ts'
import { digestDayOf } from '../reminders/weekly.ts'
import type { RemindingParts } from './ports.ts'

/**
 * Notes which digests of the week have been planned, so that a week whose day was missed can be told from one in which
 * somebody had nothing to be told. To be called after they have been handed over.
 */
export const noteWeek = async (
  planned: readonly PlannedMessage[],
  { store, calendar, clock }: Pick<RemindingParts, 'store' | 'calendar' | 'clock'>,
): Promise<void> => {
  const now = clock()
  const today = dayOf(now)
  const day = digestDayOf(today, calendar)
  if (day === null || today < day) return
  if (today === day && minutesOf(now) < settingsOf(store).policyOf('').sendAt) return
  const known = digestedIn(store)?.(day) ?? null
  const owed = planned.filter(({ held }) => held === null).flatMap(({ weekly }) => weekly)
  const added = owed.filter((key) => known === null || !known.has(key))
  if (known !== null && added.length === 0) return
  await store.append({ kind: WEEK, at: now.toISOString(), body: { day, owed: added } satisfies WeekBody })
}
