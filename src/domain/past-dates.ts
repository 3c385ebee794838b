import type { Day } from './day.ts'
import { nextOccurrence } from './occurrence.ts'
import type { Doubt, Milestone, TaskDraft } from './task.ts'

/**
 * Milestones that had passed on a day and say nothing of being done. Recurring ones come round again and are left out
 * until the last time has passed.
 */
export const pastMilestones = (task: Pick<TaskDraft, 'milestones'>, day: Day): Milestone[] =>
  task.milestones.filter((milestone) => {
    const { due, recurs, done, until } = milestone
    if (due === null || done !== undefined || due.startsWith('X')) return false
    if (recurs !== null && nextOccurrence(milestone, day) !== null) return false
    return (recurs === null ? due : (until ?? due)) < day
  })

/** The doubts about them on the day of import (待核实). */
export const pastDateDoubts = (task: Pick<TaskDraft, 'milestones'>, today: Day): Doubt[] =>
  pastMilestones(task, today).map(({ due, recurs, until, what }) => ({
    field: 'milestones',
    message: `时限${recurs === null ? due : (until ?? due)}${what === null ? '' : `（${what}）`}在导入时已过，是否完成待核实。`,
  }))
