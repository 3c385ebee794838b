import { type Day, isMilestoneOverdue, type Ledger, type Task } from '../../domain/index.ts'
import type { PlannedMessage } from '../compose.ts'
import { UNREACHABLE } from '../unreachable.ts'
import { dayWithWeekday } from './words.ts'

/** Days that a preview shows. */
export const PREVIEW_DAYS = 7
const MOST_UNITS = 6

const dayOfKey = ({ key }: PlannedMessage): Day => key.split('/')[1] ?? ''

const listed = (names: readonly string[]): string =>
  names.length > MOST_UNITS ? `${names.slice(0, MOST_UNITS).join('、')}等${names.length}个单位` : names.join('、')

/** What of a ledger is late, and how much of it nobody is told one by one. */
export const pastOf = (tasks: readonly Task[], today: Day, horizon: Day): { late: number; longLate: number } => {
  const lateTasks = tasks.filter((task) => task.milestones.some((one) => isMilestoneOverdue(one, task, today)))
  const longLate = lateTasks.filter(({ milestones }) =>
    milestones.every(({ due, done }) => done !== undefined || (due !== null && due < horizon)),
  )
  return { late: lateTasks.length, longLate: longLate.length }
}

export interface PreviewParts {
  ledger: Ledger
  messages: readonly PlannedMessage[]
  from: Day
  to: Day
  today: Day
  past: { late: number; longLate: number }
  horizonDays: number
  /** Years of which the holidays are not known, as a sentence; null where all are. */
  warning: string | null
}

/** What the next days' reminders of a ledger would be, on one screen, before anybody gets them. */
export const previewText = (parts: PreviewParts): string => {
  const { ledger, messages, from, to, today, past, horizonDays, warning } = parts
  const sent = messages.filter(({ held, stage }) => held === null && stage !== UNREACHABLE)
  const unbound = [...new Set(messages.filter(({ held }) => held === 'nobody-bound').map((message) => message.to))]
  const days = [...new Set(sent.map(dayOfKey))].map((day) => {
    const own = sent.filter((message) => dayOfKey(message) === day)
    const groups = own.filter(({ kind }) => kind === 'group').length
    const people = own.length - groups
    const whom = [...(people > 0 ? [`${people}人`] : []), ...(groups > 0 ? [`${groups}个群`] : [])].join('、')
    const tasks = new Set(own.flatMap((message) => message.tasks)).size
    const weekly = own.some(({ text }) => text.startsWith('【本周清单】')) ? '，含本周清单' : ''
    return `${dayWithWeekday(day, today)}　${whom}，${tasks}项${weekly}`
  })
  const verification =
    ledger.verification === 'open' && past.late > 0 ? [`导入时已过时限${past.late}项，核实前不催（回复 待核实）`] : []
  const [sample] = sent
  return [
    `【预览提醒】〔${ledger.short}〕${dayWithWeekday(from, today)}至${dayWithWeekday(to, today)}`,
    ...(days.length === 0 ? ['这7天没有要发的提醒'] : days),
    ...(sample ? [`首条：${sample.text.split('\n')[0]}`] : []),
    ...(unbound.length > 0 ? [`尚无人绑定：${listed(unbound)}，提醒报督查室`] : []),
    ...verification,
    ...(past.longLate > 0 ? [`时限已过${horizonDays}天以上${past.longLate}项，只计数，不逐项催`] : []),
    ...(warning === null ? [] : [warning]),
  ].join('\n')
}
