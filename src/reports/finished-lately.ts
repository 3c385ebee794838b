import { type Change, type Day, dayOf } from '../domain/index.ts'

const FINISHED = new Set(['done', 'closed'])

/**
 * Ids of the tasks that were 办结 or 销号 between two days, both included, and still are as far as the trail tells:
 * what was taken back since is left out. In the order in which they were finished.
 */
export const finishedBetween = (changes: readonly Change[], from: Day, to: Day): string[] => {
  const finished = new Set<string>()
  for (const { at, rows } of changes) {
    const day = dayOf(new Date(at))
    for (const { part, id, before, after } of rows) {
      if (part !== 'tasks' || after === null || !('status' in after)) continue
      const is = FINISHED.has(String(after.status))
      const was = FINISHED.has(String(before?.status))
      if (!is) finished.delete(id)
      else if (!was && day >= from && day <= to) finished.add(id)
    }
  }
  return [...finished]
}
