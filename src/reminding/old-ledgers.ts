import { type Day, dayOf, minutesOf } from '../domain/index.ts'
import { lastDeadline } from '../reminders/old-ledger.ts'
import { mayGoOut } from '../reminders/policy.ts'
import { type Settings, settingEntry } from '../reminders/settings.ts'
import { dateOf } from '../reminders/wording/words.ts'
import type { RemindingParts } from './ports.ts'

/** Asks the administrators, once a ledger, whether one whose deadlines are long past is still worked on. */
export const askAboutOldLedgers = async (
  settings: Settings,
  { store, clock, calendar, tell }: RemindingParts,
): Promise<void> => {
  const now = clock()
  const today: Day = dayOf(now)
  const policy = settings.policyOf('')
  const { ledgers, tasks } = store.snapshot()
  const open = ledgers.filter(({ id, archived }) => !archived && !settings.enabled.has(id) && !settings.asked.has(id))
  if (open.length === 0 || !calendar.isWorkday(today) || !mayGoOut(policy, minutesOf(now))) return
  for (const ledger of open) {
    const { horizonDays } = settings.policyOf(ledger.id)
    const last = lastDeadline(ledger, tasks, today, horizonDays)
    if (last === null) continue
    const text = `〔${ledger.short}〕的时限最晚是${dateOf(last)}，都已过${horizonDays}天以上，没有启用提醒。还在办理吗？在办或要归档，请回复：预览提醒 ${ledger.short}。不回复就不提醒。`
    await tell(text, `old-ledger/${ledger.id}`)
    await store.append(
      settingEntry({ what: 'asked', ledger: ledger.id }, null, `asked ${ledger.id}`, now.toISOString()),
    )
  }
}
