import { createHash } from 'node:crypto'
import { type Day, type Ledger, type Milestone, pastDateDoubts, type Task, type TaskDraft } from '../domain/index.ts'
import { squeeze } from './cell-text.ts'
import type { ReadLedger } from './document.ts'
import { type DocumentValues, describeKept, type KeptEdit, withEdits } from './kept-edits.ts'
import { matchRows } from './match-rows.ts'

/** What an import makes of a ledger. Nothing is changed in place. */
export interface LedgerMerge {
  ledger: Ledger
  /** All tasks of the ledger after the import, in the order of the document. */
  tasks: Task[]
  added: Task[]
  changed: { before: Task; after: Task }[]
  removed: Task[]
  unchanged: Task[]
  /** What messages have set and the document says otherwise. */
  kept: KeptEdit[]
  /** The ledger was there already. */
  revises: boolean
}

export interface MergeContext {
  file: string
  today: Day
  /** ISO 8601. */
  now: string
  /** What the document said before of fields that messages have set. */
  values?: DocumentValues
}

const digest = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 12)

const sameName = (a: string, b: string): boolean => squeeze(a) === squeeze(b)

/** The ledger that a document is a new edition of: the one of the same title. */
export const ledgerOf = (read: Pick<ReadLedger, 'name'>, ledgers: readonly Ledger[]): Ledger | undefined =>
  ledgers.find(({ name }) => sameName(name, read.name))

const DOCUMENT_FIELDS = [
  'no',
  'path',
  'title',
  'content',
  'lead',
  'cooperating',
  'timing',
  'milestones',
  'contacts',
] as const

const sameInDocument = (a: TaskDraft, b: TaskDraft): boolean =>
  DOCUMENT_FIELDS.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]))

/**
 * Milestones after a new edition: while the deadline stands as it was written, what has been settled since (an extension,
 * a completion, a year) stands too; a new deadline keeps only the days on which the same thing was done.
 */
const milestonesAfter = (before: Task, draft: TaskDraft): Milestone[] => {
  const settled = before.extensions > 0 || before.milestones.some(({ done }) => done !== undefined)
  const sameTiming = before.timing === draft.timing && (draft.timing !== '' || before.content === draft.content)
  const yearNowKnown = before.milestones.some(({ due, recurs }) => recurs === null && due?.startsWith('X'))
  if (sameTiming && before.milestones.length > 0 && (settled || !yearNowKnown)) return before.milestones
  return draft.milestones.map((milestone) => {
    const same = before.milestones.find(
      ({ due, recurs, what }) => due === milestone.due && recurs === milestone.recurs && what === milestone.what,
    )
    return same?.done === undefined ? milestone : { ...milestone, done: same.done }
  })
}

// with Object.assign: what comes from another thread is spread ten times as slowly
const newTask = (draft: TaskDraft, id: string, ledgerId: string, today: Day): Task =>
  Object.assign({}, draft, {
    id,
    ledgerId,
    status: 'not-started' as const,
    progress: 0,
    extensions: 0,
    reports: [],
    importedOn: today,
  })

/** A task as a new edition has it, with what messages have set. */
const revised = (before: Task, draft: TaskDraft, merge: LedgerMerge, values?: DocumentValues): Task => {
  const { draft: settled, edited, kept } = withEdits(before, draft)
  merge.kept.push(...describeKept(before, draft, kept, values))
  const { edited: _edited, added: _added, original: _original, table: _table, cells: _cells, ...rest } = before
  const doubts = settled.doubts.filter(({ message }) => before.settled?.includes(message) !== true)
  const milestones = kept.includes('milestones') ? before.milestones : milestonesAfter(before, settled)
  return { ...rest, ...settled, doubts, milestones, ...(edited === undefined ? {} : { edited }) }
}

const freeNumber = (taken: ReadonlySet<string>): string => {
  for (let n = 1; ; n++) if (!taken.has(`新增${n}`)) return `新增${n}`
}

const newLedger = (read: ReadLedger, { file, now }: MergeContext): Ledger => ({
  id: digest(squeeze(read.name)),
  name: read.name,
  short: read.short,
  year: read.year,
  file,
  importedAt: now,
  archived: false,
  openness: 'internal',
  verification: 'none',
})

/** The same ledger where the document's tables are those that it has. */
const withTables = (ledger: Ledger, { tables }: ReadLedger): Ledger => {
  if (JSON.stringify(ledger.tables) === JSON.stringify(tables)) return ledger
  const { tables: _before, ...rest } = ledger
  return tables === undefined ? rest : { ...rest, tables }
}

/**
 * Puts a document that was read into a ledger, the same title into the same ledger: the same document changes nothing, an
 * edited one updates its tasks in place with their ids, progress and reports, what it no longer has is removed.
 * @param existing the ledger of the same title with its tasks, or null.
 */
export const mergeLedger = (
  existing: { ledger: Ledger; tasks: readonly Task[] } | null,
  read: ReadLedger,
  context: MergeContext,
): LedgerMerge => {
  const { today, file, now } = context
  const base = withTables(existing?.ledger ?? newLedger(read, context), read)
  const matches = matchRows(existing?.tasks ?? [], read.tasks)
  const ids = new Set((existing?.tasks ?? []).map(({ id }) => id))
  const freshId = (draft: TaskDraft): string => {
    for (let n = 0; ; n++) {
      const id = digest(base.id, draft.no, squeeze(draft.content), String(n))
      if (!ids.has(id)) {
        ids.add(id)
        return id
      }
    }
  }
  const merge: LedgerMerge = {
    ledger: base,
    tasks: [],
    added: [],
    changed: [],
    removed: [],
    unchanged: [],
    kept: [],
    revises: existing !== null,
  }
  for (const draft of read.tasks) {
    const before = matches.get(draft)
    if (!before) {
      const task = newTask(draft, freshId(draft), base.id, today)
      merge.added.push(task)
      merge.tasks.push(task)
      continue
    }
    const after = revised(before, draft, merge, context.values)
    merge.tasks.push(after)
    if (sameInDocument(before, after)) merge.unchanged.push(after)
    else merge.changed.push({ before, after })
  }
  const matched = new Set(matches.values())
  const left = (existing?.tasks ?? []).filter((task) => !matched.has(task))
  // what was added by message stands in no document: no edition of one takes it away
  merge.removed = left.filter(({ added }) => added === undefined)
  const numbers = new Set(merge.tasks.map(({ no }) => no))
  for (const task of left.filter(({ added }) => added !== undefined)) {
    const after = numbers.has(task.no) ? { ...task, no: freeNumber(numbers) } : task
    numbers.add(after.no)
    merge.tasks.push(after)
    if (after === task) merge.unchanged.push(task)
    else merge.changed.push({ before: task, after })
  }

  const isNew = existing === null || merge.added.length + merge.changed.length + merge.removed.length > 0
  const past = merge.added.some((task) => pastDateDoubts(task, today).length > 0)
  if (isNew)
    merge.ledger = { ...base, year: read.year, file, importedAt: now, verification: past ? 'open' : base.verification }
  return merge
}
