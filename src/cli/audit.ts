import { accessNotesIn, CHANGE, type Change, type Task } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import { ACTION_NAMES, differencesOf } from '../reports/history.ts'
import type { StoreView } from '../store/index.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'

export interface AuditOptions {
  /** A task's number or id. */
  task?: string
}

/** One entry of the audit trail, as other programs read it. */
interface AuditEntry {
  at: string
  /** `channel:id`; null is the local administrator. */
  by: string | null
  name: string | null
  action: string
  text: string
  /** Ids of the tasks. */
  tasks: readonly string[]
  /** Fields before and after; left out for what only reads. */
  rows?: Change['rows']
}

const entriesOf = (store: Pick<StoreView, 'entries'>): AuditEntry[] => {
  const changes = store.entries(CHANGE).map(({ body }): AuditEntry => {
    const { at, by, action, text, rows } = (body as { change: Change }).change
    const tasks = rows.filter(({ part }) => part === 'tasks').map(({ id }) => id)
    return { at, by: by.id, name: by.name, action, text, tasks, rows }
  })
  const reads = accessNotesIn(store.entries).map(
    ({ at, by, kind, tasks }): AuditEntry => ({ at, by, name: null, action: kind, text: '', tasks }),
  )
  return [...changes, ...reads].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

const describe = ({ at, by, name, action, text, tasks, rows = [] }: AuditEntry, all: readonly Task[]): string => {
  const numbers = tasks.flatMap((id) => all.find((task) => task.id === id)?.no ?? id)
  const parts = [
    at,
    name ?? by ?? '督查室',
    ACTION_NAMES[action] ?? action,
    ...(numbers.length > 0
      ? [`第${numbers.slice(0, 10).join('、')}项${numbers.length > 10 ? `等${numbers.length}项` : ''}`]
      : []),
    text.replace(/\s+/gu, ' '),
    ...rows.flatMap(differencesOf),
  ]
  return parts.filter((part) => part !== '').join('　')
}

/** Prints the audit trail, oldest first: every change, every read of whole phone numbers, every export. */
export const audit = async ({ services, dataDir, json, print }: Context, { task }: AuditOptions): Promise<void> => {
  const store = await services.readStore(dataDir)
  const { tasks } = store.snapshot()
  const ids = new Set(tasks.filter(({ id, no }) => id === task || no === task).map(({ id }) => id))
  if (task !== undefined && ids.size === 0) throw new DubanError('usage', `台账里没有“${task}”这一项，请写序号或编号`)
  const entries = entriesOf(store).filter((entry) => task === undefined || entry.tasks.some((id) => ids.has(id)))
  if (json) return print(toJsonLine(entries))
  print(entries.length === 0 ? '没有变更记录。\n' : entries.map((entry) => `${describe(entry, tasks)}\n`).join(''))
}
