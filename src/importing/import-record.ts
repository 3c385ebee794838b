import type { Actor, GroupBinding, Ledger, Task } from '../domain/index.ts'
import type { JournalEntry, Snapshot } from '../store/store.ts'
import type { LedgerImport } from './plan-import.ts'

/** Kind of the journal's entries that tell of imports: what each replaced, so that it can be taken back. */
export const IMPORT = 'import'

/** What an import has made of one ledger. */
export interface ImportedLedger {
  id: string
  name: string
  file: string
  /** The ledger as it stood; null where the import brought it. */
  before: Ledger | null
  /** Ids of its tasks in their order, as they stood. */
  order: readonly string[]
  /** Tasks that were changed or removed, as they stood. */
  tasks: readonly Task[]
  /** Ids of the tasks that it brought. */
  added: readonly string[]
}

export interface ImportRecord {
  /** Unique. */
  id: string
  by: Actor
  ledgers: readonly ImportedLedger[]
}

/** An import that was taken back. */
interface Undone {
  undone: string
  by: Actor
}

const recordOf = ({ file, merge }: LedgerImport, before: Snapshot): ImportedLedger[] => {
  if (merge === null || merge.added.length + merge.changed.length + merge.removed.length === 0) return []
  const { id, name } = merge.ledger
  return [
    {
      id,
      name,
      file,
      before: before.ledgers.find((ledger) => ledger.id === id) ?? null,
      order: before.tasks.flatMap((task) => (task.ledgerId === id ? task.id : [])),
      tasks: [...merge.changed.map((change) => change.before), ...merge.removed],
      added: merge.added.map((task) => task.id),
    },
  ]
}

/** The entry of an import; null where it changed nothing. */
export const importEntry = (
  imports: readonly LedgerImport[],
  before: Snapshot,
  { id, by, at }: { id: string; by: Actor; at: string },
): JournalEntry | null => {
  const ledgers = imports.flatMap((one) => recordOf(one, before))
  return ledgers.length === 0 ? null : { kind: IMPORT, at, body: { id, by, ledgers } satisfies ImportRecord }
}

export const undoneEntry = (id: string, by: Actor, at: string): JournalEntry => ({
  kind: IMPORT,
  at,
  body: { undone: id, by } satisfies Undone,
})

/** The last import that has not been taken back, with its time; null where there is none. */
export const lastImport = (entries: readonly JournalEntry[]): { record: ImportRecord; at: string } | null => {
  const undone = new Set(entries.flatMap(({ body }) => (body as Partial<Undone>).undone ?? []))
  const last = entries.findLast(({ body }) => {
    const { id } = body as Partial<ImportRecord>
    return id !== undefined && !undone.has(id)
  })
  return last ? { record: last.body as ImportRecord, at: last.at } : null
}

const isPristine = (task: Task): boolean =>
  task.reports.length === 0 &&
  task.status === 'not-started' &&
  (task.request ?? null) === null &&
  task.edited === undefined &&
  task.milestones.every(({ done }) => done === undefined)

const isAsBefore = (task: Task, before: Task): boolean =>
  task.reports.length === before.reports.length &&
  task.status === before.status &&
  JSON.stringify([task.request ?? null, task.edited ?? null]) ===
    JSON.stringify([before.request ?? null, before.edited ?? null])

/** Tasks that something has been reported on, decided or corrected since the import: it is then not taken back. */
export const touchedSince = ({ ledgers }: ImportRecord, { tasks }: Snapshot): Task[] =>
  ledgers.flatMap(({ id, added, tasks: replaced, before }) => {
    const brought = new Set(added)
    const former = new Map(replaced.map((task) => [task.id, task]))
    return tasks.filter((task) => {
      if (task.ledgerId !== id) return false
      if (brought.has(task.id)) return !isPristine(task)
      const stood = former.get(task.id)
      // a task added by message to a ledger that would go with it
      return stood === undefined ? before === null : !isAsBefore(task, stood)
    })
  })

/** A binding to no ledger would mean all of them: it goes with the last of its ledgers. */
const withoutLedger = (group: GroupBinding, id: string): GroupBinding[] => {
  if (!group.ledgers.includes(id)) return [group]
  const ledgers = group.ledgers.filter((bound) => bound !== id)
  return ledgers.length === 0 ? [] : [{ ...group, ledgers }]
}

/** The state without a ledger and its tasks. */
export const dropLedger = (state: Snapshot, id: string): Snapshot => ({
  ...state,
  ledgers: state.ledgers.filter((ledger) => ledger.id !== id),
  tasks: state.tasks.filter((task) => task.ledgerId !== id),
  groups: state.groups.flatMap((group) => withoutLedger(group, id)),
})

const restored = (state: Snapshot, { id, before, order, tasks, added }: ImportedLedger): Snapshot => {
  if (before === null) return dropLedger(state, id)
  const brought = new Set(added)
  const former = new Map(tasks.map((task) => [task.id, task]))
  const own = state.tasks.filter(({ ledgerId }) => ledgerId === id)
  const now = new Map(own.map((task) => [task.id, task]))
  const placed = new Set(order)
  const back = order.flatMap((task) => former.get(task) ?? now.get(task) ?? [])
  const since = own.filter((task) => !placed.has(task.id) && !brought.has(task.id))
  const at = state.tasks.findIndex(({ ledgerId }) => ledgerId === id)
  const others = state.tasks.filter(({ ledgerId }) => ledgerId !== id)
  const from = at === -1 ? others.length : at
  return {
    ...state,
    ledgers: state.ledgers.map((ledger) => (ledger.id === id ? before : ledger)),
    tasks: [...others.slice(0, from), ...back, ...since, ...others.slice(from)],
  }
}

/** The state as it was before an import; what has happened to other ledgers and tasks since stays. */
export const undoImport = (state: Snapshot, record: ImportRecord): Snapshot =>
  record.ledgers.reduce((next, ledger) => {
    const stands = next.ledgers.some(({ id }) => id === ledger.id)
    return stands ? restored(next, ledger) : next
  }, state)
