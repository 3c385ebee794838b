import type { Task } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'

const PLAIN = /^\d{1,4}$/

/**
 * The one number printed before each task of a list, by its place in it: the ledger's own where all are plain 序号 of
 * one ledger, else the position.
 */
export const numbering = (tasks: readonly Task[]): ((place: number) => string) => {
  const own = tasks.every((task) => task.ledgerId === tasks[0]?.ledgerId && PLAIN.test(task.no))
  return (place) => (own ? (tasks[place]?.no ?? '') : String(place + 1))
}

/** {@link numbering} of a list of task ids, keyed by them. */
export const printedNumbers = (list: readonly string[], index: LedgerIndex): ReadonlyMap<string, string> => {
  const tasks: Task[] = []
  for (const id of list) {
    const task = index.tasks[index.placeOf(id) ?? -1]
    if (task) tasks.push(task)
  }
  const numberAt = numbering(tasks)
  const numbers = new Map<string, string>()
  for (const [place, task] of tasks.entries()) numbers.set(task.id, numberAt(place))
  return numbers
}
