import { type Day, type Doubt, nextOccurrence, type TaskDraft } from '../../domain/index.ts'

/**
 * Doubts about milestones that had passed on the day of import and say nothing of being done (待核实). Recurring ones
 * come round again and are left out.
 */
export const pastDateDoubts = (task: Pick<TaskDraft, 'milestones'>, today: Day): Doubt[] =>
  task.milestones.flatMap((milestone) => {
    const { due, recurs, done, what } = milestone
    if (due === null || done !== undefined || due.startsWith('X')) return []
    if (recurs !== null && nextOccurrence(milestone, today) !== null) return []
    const last = recurs === null ? due : (milestone.until ?? due)
    if (last >= today) return []
    return [
      {
        field: 'milestones',
        message: `时限${last}${what === null ? '' : `（${what}）`}在导入时已过，是否完成待核实。`,
      },
    ]
  })
