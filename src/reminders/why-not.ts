import { addDays, type Day, isFinished, type Ledger, statusOn, type Task } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import { collectionMarks } from './collections.ts'
import { isOverdueStage, marksIn } from './marks.ts'
import type { Policy } from './policy.ts'
import type { Outgoing } from './records.ts'
import type { Settings } from './settings.ts'
import { dayWithWeekday } from './wording/words.ts'

export interface WhyNotParts {
  task: Task
  ledger: Ledger
  settings: Settings
  /** Messages to the one who asks. */
  sent: readonly Outgoing[]
  /** Id of the one who asks, and since when they are bound. */
  whom: string
  calendar: Calendar
  today: Day
  leads: boolean
}

/** How far ahead the next reminder is looked for. */
const AHEAD = 400

const nextMark = (task: Task, policy: Policy, calendar: Calendar, today: Day): Day | null => {
  const window = { from: addDays(today, 1), to: addDays(today, AHEAD) }
  const marksOf = marksIn(policy, calendar, window)
  const days = task.milestones
    .filter(({ done, recurs }) => done === undefined || recurs !== null)
    .flatMap((milestone) => marksOf(milestone))
    .filter(({ stage }) => !isOverdueStage(stage))
    .map(({ date }) => date)
  const collected = policy.collections.flatMap((collection) =>
    collection.tasks === 'open' || task.milestones.some(({ ongoing }) => ongoing)
      ? collectionMarks(collection, calendar, { from: window.from, to: addDays(today, 45) }).map(({ date }) => date)
      : [],
  )
  return [...days, ...collected].sort()[0] ?? null
}

/** Why somebody was not reminded of a task, in one sentence: the first reason that holds. */
export const whyNot = (parts: WhyNotParts): string => {
  const { task, ledger, settings, sent, whom, calendar, today, leads } = parts
  const last = sent.findLast(({ tasks }) => tasks.includes(task.id))
  if (last !== undefined && last.ended?.failed == null)
    return last.ended === undefined ? '提醒正在发送' : `${dayWithWeekday(last.day, today)}提醒过您`
  if (last !== undefined) return `${dayWithWeekday(last.day, today)}发过，没有送达`
  if (settings.pausedAt !== null) return '推送已由督查室暂停'
  if (!settings.enabled.has(ledger.id)) return `〔${ledger.short}〕还没有启用提醒`
  if (!leads) return '您不是牵头单位的联络员或承办人，提醒只发牵头单位'
  if (isFinished(task, today)) return '任务已办结'
  const status = statusOn(task, today)
  if (status === 'pending-review') return '办结申请正在审核'
  if (status === 'suspended') return '任务已中止'
  if (task.request !== undefined && task.request !== null) return '申请正在审核'
  const snoozed = settings.snoozes
    .get(whom)
    ?.find(
      ({ tasks, from, until }) =>
        from <= today && (until === null || until >= today) && (tasks === null || tasks.has(task.id)),
    )
  if (snoozed) return snoozed.until === null ? '您说过不再提醒' : `您说过暂缓到${dayWithWeekday(snoozed.until, today)}`
  if (ledger.verification === 'open' && task.milestones.some(({ due }) => due !== null && due < task.importedOn))
    return '导入时时限已过，督查室核实前不催'
  const policy = settings.policyOf(ledger.id)
  const report = task.reports.at(-1)?.at.slice(0, 10)
  if (report !== undefined && report >= addDays(today, -policy.freshDays)) return `${policy.freshDays}天内刚报过进展`
  if (task.milestones.every(({ due, recurs, ongoing }) => due === null && recurs === null && !ongoing))
    return '台账没有写时限'
  const next = nextMark(task, policy, calendar, today)
  return next === null ? '按规则没有要发的提醒' : `还没到提醒的日子，下次是${dayWithWeekday(next, today)}`
}
