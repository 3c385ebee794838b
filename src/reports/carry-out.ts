import type { Actor, Attachment, Change, Day, RowChange, Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import type { Reporter } from './deed.ts'
import { effectOf } from './effects.ts'
import type { Item } from './plan.ts'

export interface Occasion {
  /** Unique to the message: the change is made once. */
  id: string
  /** ISO 8601. */
  at: string
  today: Day
  actor: Actor
  receipt: string
  attachments: readonly Attachment[]
}

/** The fields of a row that change, before and after; a field that was not there is null before. */
export const rowChange = (task: Task, after: Partial<Task>): RowChange => {
  const fields = Object.keys(after) as (keyof Task)[]
  return {
    part: 'tasks',
    id: task.id,
    before: Object.fromEntries(fields.map((field) => [field, task[field] ?? null])),
    after: { ...after },
  }
}

/**
 * The change that carries out what was planned, on the state as it is now; null where none of its tasks is there any
 * more.
 * @param reporterOf in what capacity the sender reports on a task
 */
export const carryOut = (
  state: Snapshot,
  items: readonly Item[],
  { id, at, today, actor, receipt, attachments }: Occasion,
  reporterOf: (task: Task) => Reporter,
): Change | null => {
  const rows = items.flatMap(({ task: taskId, deed, claim, text }) => {
    const task = state.tasks.find((one) => one.id === taskId)
    if (!task) return []
    const said = { claim, text, reporter: reporterOf(task), moment: { at, today, receipt }, attachments }
    return [rowChange(task, effectOf(task, deed, said))]
  })
  if (rows.length === 0) return null
  return { id, at, by: actor, action: 'report', text: items.map(({ text }) => text).join('；'), rows }
}
