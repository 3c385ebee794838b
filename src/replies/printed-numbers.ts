import type { LedgerIndex } from '../matching/ledger-index.ts'

const PLAIN = /^\d{1,4}$/

/**
 * The one number printed before each task of a list: the ledger's own where all are plain 序号 of one ledger, else the
 * position. Keyed by task id.
 */
export const printedNumbers = (list: readonly string[], index: LedgerIndex): ReadonlyMap<string, string> => {
  const tasks = list.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  const ledgers = new Set(tasks.map((task) => task.ledgerId))
  const own = ledgers.size === 1 && tasks.every((task) => PLAIN.test(task.no))
  return new Map(tasks.map((task, place) => [task.id, own ? task.no : String(place + 1)]))
}
