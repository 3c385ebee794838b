import { addDays, type Day, isInHand, isOverdue, type Ledger, nextDueDay, type Task } from '../domain/index.ts'
import { comingUp } from './coming-up.ts'
import type { DigestItem } from './wording/several.ts'
import { digestText } from './wording/several.ts'

/** What a nudge of all units is about where it does not say: what is late or due so soon. */
const AHEAD_DAYS = 30

/** The tasks that an order to remind units is about, out of those it may mean. */
export const worthNudging = (tasks: readonly Task[], today: Day): Task[] =>
  tasks.filter(
    (task) =>
      isInHand(task, today) &&
      task.lead.length > 0 &&
      (isOverdue(task, today) || (nextDueDay(task, today) ?? '9999') <= addDays(today, AHEAD_DAYS)),
  )

/** The rows of a nudge: what is late, else what comes next; work without a date stands without one. */
export const nudgeItems = (tasks: readonly Task[], today: Day): DigestItem[] =>
  tasks.map((task) => ({ task, stage: null, ...(comingUp(task, today) ?? { milestone: null, due: '' as const }) }))

/** One message of a nudge, for somebody of some units; `words` say what is asked, where the order does. */
export const nudgeText = (
  tasks: readonly Task[],
  units: readonly string[],
  ledgerOf: (task: Task) => Ledger | undefined,
  today: Day,
  words = '',
): string =>
  digestText(
    nudgeItems(tasks, today),
    { title: '工作提醒', units, ledgerOf, opening: [`督查室提醒：${words || '请办理以下事项并反馈进展'}`], notes: [] },
    today,
  )
