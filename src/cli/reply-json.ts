import { dayOf } from '../domain/index.ts'
import { toTaskJson } from '../exporting/task-json.ts'
import type { Reply } from '../reply.ts'
import type { Snapshot } from '../store/store.ts'

/** A reply as a line of `chat --json`; the tasks in the form that `export` gives them. */
export const toReplyJson = (reply: Reply, { ledgers }: Snapshot, now: Date): object => {
  const { intent, tasks, total, units, dates, contacts, needs, text } = reply
  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]))
  const today = dayOf(now)
  return {
    intent,
    tasks: tasks.map((task) => toTaskJson(task, byId.get(task.ledgerId) ?? { name: '' }, today)),
    total,
    units,
    dates,
    contacts,
    needs,
    text,
  }
}
