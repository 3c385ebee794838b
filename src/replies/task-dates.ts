import { type Day, nextOccurrence, type Task } from '../domain/index.ts'

/** Every due day of tasks, past ones included; of a recurrence the next occurrence. Ascending, each once. */
export const datesOf = (tasks: readonly Task[], today: Day): Day[] => {
  const days = tasks.flatMap((task) => task.milestones.flatMap((milestone) => nextOccurrence(milestone, today) ?? []))
  return [...new Set(days)].sort()
}
