import { addDays, type Day } from './day.ts'
import { nextOccurrence } from './occurrence.ts'
import type { Milestone, Task, TaskStatus } from './task.ts'

/** How a task stands on a day: pure rules, reckoned anew for every answer and never stored. */

/** The last day that a recurring milestone's completion covers: the occurrence it was done for, on or after that day. */
const coveredUntil = (milestone: Milestone): Day | null =>
  milestone.done === undefined ? null : nextOccurrence(milestone, milestone.done)

/**
 * The status on a day: a recurring task that is done opens again once the due day that it was done for has passed.
 */
export const statusOn = (task: Task, today: Day): TaskStatus => {
  if (task.status !== 'done') return task.status
  const reopened = task.milestones.some((milestone) => {
    const covered = milestone.recurs === null ? null : coveredUntil(milestone)
    return covered !== null && covered < today && nextOccurrence(milestone, today) !== null
  })
  return reopened ? 'not-started' : 'done'
}

/** 办结 or 销号, as of a day: recurring work only until its next time. */
export const isFinished = (task: Task, today: Day): boolean => {
  const status = statusOn(task, today)
  return status === 'done' || status === 'closed'
}

/** How much of a task is done on a day, 0 to 100: recurring work begins anew each time. */
export const progressOn = (task: Task, today: Day): number =>
  task.status === 'done' && !isFinished(task, today) ? 0 : task.progress

/** Whether its units are to act: it is not finished, nor suspended, nor with the reviewer. */
export const isInHand = (task: Task, today: Day): boolean => {
  const status = statusOn(task, today)
  return status === 'not-started' || status === 'in-progress'
}

/** A single date whose day is fixed: neither recurring nor of an unknown year. */
const isFixed = (milestone: Milestone): milestone is Milestone & { due: Day } =>
  milestone.recurs === null && milestone.due !== null && !milestone.due.startsWith('X')

/**
 * The day that has passed with a milestone not done (时限已过), or null. Of a recurrence only what fell due since the task
 * was imported counts, and the first such day.
 */
export const lateSince = (milestone: Milestone, { importedOn }: Pick<Task, 'importedOn'>, today: Day): Day | null => {
  if (isFixed(milestone)) return milestone.due < today && milestone.done === undefined ? milestone.due : null
  if (milestone.recurs === null) return null
  const covered = coveredUntil(milestone)
  const since = covered !== null && covered > importedOn ? covered : importedOn
  if (since >= today) return null
  const fellDue = nextOccurrence(milestone, addDays(since, 1))
  return fellDue !== null && fellDue < today ? fellDue : null
}

export const isMilestoneOverdue = (milestone: Milestone, task: Task, today: Day): boolean =>
  lateSince(milestone, task, today) !== null

export const isOverdue = (task: Task, today: Day): boolean =>
  isInHand(task, today) && task.milestones.some((milestone) => isMilestoneOverdue(milestone, task, today))

/** The first day that has passed with a milestone of the task not done, or null. */
export const overdueSince = (task: Task, today: Day): Day | null =>
  task.milestones.reduce<Day | null>((first, milestone) => {
    const since = lateSince(milestone, task, today)
    return since !== null && (first === null || since < first) ? since : first
  }, null)

/**
 * The day of a milestone that matters on or after `from`: its next occurrence, else null where it has passed, is done
 * or has none.
 */
export const openDueDay = (milestone: Milestone, from: Day): Day | null => {
  if (milestone.recurs === null && milestone.done !== undefined) return null
  const covered = milestone.recurs === null ? null : coveredUntil(milestone)
  const day = nextOccurrence(milestone, covered !== null && covered >= from ? addDays(covered, 1) : from)
  return day !== null && day >= from ? day : null
}

/** The next day on which anything of the task is due, or null. */
export const nextDueDay = (task: Task, today: Day): Day | null => {
  let next: Day | null = null
  for (const milestone of task.milestones) {
    const day = openDueDay(milestone, today)
    if (day !== null && (next === null || day < next)) next = day
  }
  return next
}

export const isOngoing = (task: Task): boolean => task.milestones.some((milestone) => milestone.ongoing)
export const isRecurring = (task: Task): boolean => task.milestones.some((milestone) => milestone.recurs !== null)
