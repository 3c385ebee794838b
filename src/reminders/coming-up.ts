import { type Day, openDueDay, type Task } from '../domain/index.ts'

/** A milestone of a task, by its place, and the day that counts; null and '' for work without a day. */
export interface Upcoming {
  readonly milestone: number | null
  readonly due: Day | ''
}

/**
 * What of a task is to be spoken of next: what has been late for longest, else what is due first, else that it goes on.
 * @param counts whether a milestone is spoken of at all
 * @returns null where nothing counts
 */
export const comingUp = (
  { milestones }: Pick<Task, 'milestones'>,
  today: Day,
  counts: (place: number, due: Day | '') => boolean = () => true,
): Upcoming | null => {
  let first: { milestone: number; due: Day } | null = null
  let ongoing: number | null = null
  for (const [place, milestone] of milestones.entries()) {
    const { due, recurs, done } = milestone
    const late = recurs === null && done === undefined && due !== null && due < today
    const day = late ? due : openDueDay(milestone, today)
    if (day === null) {
      if (due === null && recurs === null && done === undefined && counts(place, '')) ongoing ??= place
    } else if ((first === null || day < first.due) && counts(place, day)) first = { milestone: place, due: day }
  }
  return first ?? (ongoing === null ? null : { milestone: null, due: '' })
}
