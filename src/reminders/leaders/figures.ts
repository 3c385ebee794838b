import {
  addDays,
  type Change,
  type Day,
  dayOf,
  isFinished,
  isInHand,
  isOngoing,
  isOverdue,
  lastDayOfMonth,
  nextDueDay,
  type Task,
  weekdayOf,
  yearOf,
} from '../../domain/index.ts'

/** The parts into which all tasks of a ledger fall, each in exactly one, in the order in which they are told. */
export const STANDINGS = ['办结', '待审核或中止', '时限已过', '本月到期', '本月以后', '持续推进', '未写明时限'] as const
export type StandingName = (typeof STANDINGS)[number]

/** What happened in the week before. */
export const EVENTS = ['新报', '新办结', '延期'] as const
export type EventName = (typeof EVENTS)[number]

export type FigureName = StandingName | EventName

/** Every figure of a digest with the tasks behind it. */
export type Figures = ReadonlyMap<FigureName, readonly Task[]>

const standingIn = (task: Task, today: Day, endOfMonth: Day): StandingName => {
  if (isFinished(task, today)) return '办结'
  if (!isInHand(task, today)) return '待审核或中止'
  if (isOverdue(task, today)) return '时限已过'
  const next = nextDueDay(task, today)
  if (next !== null) return next <= endOfMonth ? '本月到期' : '本月以后'
  return isOngoing(task) ? '持续推进' : '未写明时限'
}

const FINISHED: ReadonlySet<unknown> = new Set(['done', 'closed'])

/** What a change did to a task, as far as a digest tells of it. */
const eventsOf = ({ action, rows }: Change): { id: string; event: EventName }[] =>
  rows.flatMap(({ part, id, before, after }) => {
    if (part !== 'tasks' || before === null || after === null) return []
    const events: EventName[] = []
    if (action === 'report') events.push('新报')
    if (FINISHED.has(after.status) && !FINISHED.has(before.status)) events.push('新办结')
    if (Number(after.extensions ?? 0) > Number(before.extensions ?? 0)) events.push('延期')
    return events.map((event) => ({ id, event }))
  })

/** The figures of a ledger on a day, last week's from the audit trail. */
export const figuresOf = (tasks: readonly Task[], changes: readonly Change[], today: Day): Figures => {
  const figures = new Map<FigureName, Task[]>([...STANDINGS, ...EVENTS].map((name) => [name, []]))
  const endOfMonth = lastDayOfMonth(yearOf(today), Number(today.slice(5, 7)))
  const byId = new Map(tasks.map((task) => [task.id, task]))
  for (const task of tasks) figures.get(standingIn(task, today, endOfMonth))?.push(task)
  const monday = addDays(today, 1 - weekdayOf(today))
  const last = addDays(monday, -7)
  for (const change of changes) {
    const day = dayOf(new Date(change.at))
    if (day < last || day >= monday) continue
    for (const { id, event } of eventsOf(change)) {
      const task = byId.get(id)
      const rows = figures.get(event)
      if (task && rows && !rows.includes(task)) rows.push(task)
    }
  }
  return figures
}
