import {
  type Day,
  isFinished,
  isMilestoneOverdue,
  isOngoing,
  isOverdue,
  nextDueDay,
  type Task,
} from '../domain/index.ts'
import type { UnitFilter } from '../matching/query.ts'
import type { AskedStatus } from '../matching/reading.ts'
import { distance, fullDay } from './dates.ts'

/** Whether something is so, and the fact of the row that says it. */
export interface Verdict {
  holds: boolean
  words: string
}

/** Whether a unit has the part in a task that was asked about; what part it has instead. */
export const unitVerdict = (task: Task, { names, label, role }: UnitFilter): Verdict => {
  const leads = task.lead.some((unit) => names.includes(unit))
  const cooperates = task.cooperating.some((unit) => names.includes(unit))
  const holds = role === 'lead' ? leads : role === 'cooperating' ? cooperates : leads || cooperates
  if (leads) return { holds, words: `${label}${task.lead.length > 1 ? '是牵头单位之一' : '牵头'}` }
  if (cooperates) return { holds, words: `${label}为配合单位` }
  return { holds, words: `这项没有${label}` }
}

/** How a task stands with its time: 还有86天, 已过5天, 持续推进. `day` is the one to speak of, else the next. */
export const dueInWords = (task: Task, today: Day, day: Day | null = null): string => {
  if (isFinished(task, today)) return '已办结'
  const late = lateDay(task, today)
  if (day === null && late !== null) return `时限${fullDay(late)}${distance(late, today)}，未收到办结申请`
  const next = day ?? nextDueDay(task, today)
  if (next !== null) return `时限${fullDay(next)}${next < today ? '' : '，'}${distance(next, today)}`
  if (isOngoing(task)) return '持续推进，没有写明时限'
  return task.timing === '' ? '没有写明时限' : `时限只写“${task.timing}”`
}

const lateDay = (task: Task, today: Day): Day | null => {
  const days = task.milestones.flatMap((milestone) =>
    milestone.recurs === null && milestone.due !== null && isMilestoneOverdue(milestone, task, today)
      ? [milestone.due]
      : [],
  )
  return days.sort()[0] ?? null
}

const STATES: Record<AskedStatus['status'], [is: string, isNot: string]> = {
  overdue: ['', '没有逾期'],
  'due-soon': ['', ''],
  ongoing: ['', '不是长期任务'],
  dated: ['有时限', '没有写明时限'],
  recurring: ['定期报送', '不是定期报送'],
  done: ['', '没有办结'],
  'not-done': ['没有办结', ''],
  'under-review': ['待审核', '没有申请办结'],
  extended: ['时限调整过', '时限没有调整过'],
  suspended: ['已中止', '没有中止'],
  'in-difficulty': ['反映困难', '没有反映困难'],
}

/** A state in words that {@link dueInWords} goes on from; empty where it says all. `is`: the state itself, not denied. */
export const stateInWords = ({ status }: AskedStatus, is: boolean): string => STATES[status][is ? 0 : 1]

/** Whether a task is late, whether it has a deadline, whether it is done: the first line of an answer that goes on. */
export const lateVerdict = (task: Task, today: Day): string =>
  `${isOverdue(task, today) ? '已到期' : '没有到期'}：${dueInWords(task, today)}`
