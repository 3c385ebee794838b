import { CHANGE, type Change, dayOf, minutesOf, type Person } from '../domain/index.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { leadersDigest } from '../reminders/leaders/digest.ts'
import {
  DRAFT,
  draftedText,
  draftKey,
  draftText,
  LEADERS,
  leadersKey,
  subscribersOf,
} from '../reminders/leaders/week.ts'
import { administratorsOf } from '../reminders/plan.ts'
import { mayGoOut, timesOf } from '../reminders/policy.ts'
import { digestedIn, type Outgoing } from '../reminders/records.ts'
import type { Settings } from '../reminders/settings.ts'
import { digestDayOf } from '../reminders/weekly.ts'
import { handOver } from './hand-over.ts'
import type { RemindingParts } from './ports.ts'

/**
 * The weekly digest of leaders: drafted to the administrators on the first working day of a week, and sent to those who
 * are subscribed once one of them has answered 发送. What was drafted is what is sent.
 */
export const sendWeekly = async (
  settings: Settings,
  outgoing: readonly Outgoing[],
  parts: RemindingParts,
): Promise<void> => {
  const { store, clock, calendar, admins } = parts
  const now = clock()
  const today = dayOf(now)
  const policy = settings.policyOf('')
  const { people, ledgers, tasks } = store.snapshot()
  const leaders = subscribersOf(people, settings, today)
  const day = digestDayOf(today, calendar)
  if (leaders.length === 0 || day === null || today < day) return
  if (!calendar.isWorkday(today) || !mayGoOut(policy, minutesOf(now))) return

  const base = { kind: 'person' as const, held: null, reminders: [], weekly: [], times: timesOf(policy) }
  const known = new Map(outgoing.map((message) => [message.key, message]))
  const messageTo = (
    to: string,
    message: Pick<PlannedMessage, 'key' | 'stage' | 'tasks' | 'text' | 'why' | 'actions'>,
  ) => ({
    ...base,
    to,
    channel: to.split(':')[0] ?? null,
    ...message,
  })

  const draft = outgoing.findLast(({ key, stage }) => stage === DRAFT && key.startsWith(`remind/${day}/`))
  if (draft === undefined) {
    // one whose day was missed is drafted later in the week
    const digested = digestedIn(store)
    const missed = digested !== undefined && digested(day) === null
    if (today === day ? minutesOf(now) < policy.sendAt : !missed) return
    const on = ledgers.filter(({ id, archived }) => !archived && settings.enabled.has(id))
    const changes = store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
    const digest = leadersDigest(on, tasks, changes, today)
    if (digest === null) return
    const drafts = administratorsOf(people, admins).map((to) =>
      messageTo(to, {
        key: draftKey(day, to),
        stage: DRAFT,
        tasks: digest.tasks.map(({ id }) => id),
        text: draftText(digest.text, leaders),
        why: '每周第一个工作日起草领导的每周情况，经督查室确认后发出',
        actions: [{ label: '发送', say: '发送', style: 'primary' }],
      }),
    )
    return handOver(drafts, parts)
  }
  if (!settings.released.has(day)) return
  const sendTo = ({ id }: Person): PlannedMessage =>
    messageTo(id, {
      key: leadersKey(day, id),
      stage: LEADERS,
      tasks: draft.tasks,
      text: draftedText(draft.text),
      why: '督查室已确认发送，您订阅了每周情况',
      actions: [],
    })
  await handOver(leaders.filter(({ id }) => !known.has(leadersKey(day, id))).map(sendTo), parts)
}
