import { addDays, type Day, type Ledger, type Task } from '../domain/index.ts'

/**
 * The last deadline of a ledger whose deadlines are all longer past than reminders reach; null of any other. What comes
 * round again or goes on counts for nothing here: in a plan that has run out it says little.
 */
export const lastDeadline = (
  { id }: Pick<Ledger, 'id'>,
  tasks: readonly Task[],
  today: Day,
  horizonDays: number,
): Day | null => {
  let last: Day | null = null
  for (const { ledgerId, milestones } of tasks) {
    if (ledgerId !== id) continue
    for (const { due, recurs } of milestones) {
      if (due === null || recurs !== null) continue
      // a day whose year is missing may still come
      if (due.startsWith('X')) return null
      if (last === null || due > last) last = due
    }
  }
  return last !== null && last < addDays(today, -horizonDays) ? last : null
}
