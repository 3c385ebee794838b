import { type Day, dayNumber } from './day.ts'
import { lightRule } from './light-rule.ts'
import { isOverdue, nextDueDay, overdueSince, statusOn } from './standing.ts'
import type { Light, Task, Timeliness } from './task.ts'

/** Whether a task is late, nearly due, in time, or has no time set. What is finished or suspended has none. */
export const timelinessOf = (task: Task, today: Day): Timeliness => {
  const status = statusOn(task, today)
  if (status === 'done' || status === 'closed' || status === 'suspended') return 'none'
  if (isOverdue(task, today)) return 'overdue'
  // once completion has been applied for, the task waits for the reviewer and not for the unit
  if (status === 'pending-review') return 'on-time'
  const due = nextDueDay(task, today)
  if (due === null) return 'none'
  return dayNumber(due) - dayNumber(today) <= lightRule().yellowDays ? 'due-soon' : 'on-time'
}

const notBegun = ({ milestones }: Task, today: Day): boolean =>
  milestones.length > 0 && milestones.every(({ start, recurs }) => recurs === null && start !== null && start > today)

/**
 * 亮灯, by the field's usual rule: blue done, red overdue, yellow within seven days, green later, grey for continuing
 * work and what has not begun. The days of yellow and red are those of {@link lightRule}.
 */
export const lightOf = (task: Task, today: Day): Light => {
  const status = statusOn(task, today)
  if (status === 'done' || status === 'closed') return 'blue'
  const timeliness = timelinessOf(task, today)
  if (timeliness === 'overdue') {
    const since = overdueSince(task, today) ?? today
    return dayNumber(today) - dayNumber(since) >= lightRule().redDays ? 'red' : 'yellow'
  }
  if (timeliness === 'due-soon') return 'yellow'
  return timeliness === 'none' || notBegun(task, today) ? 'grey' : 'green'
}
