import { type Actor, CHANGE, type Change } from '../domain/index.ts'
import type { Snapshot, Store } from '../store/store.ts'
import { importEntry } from './import-record.ts'
import { type DocumentValues, documentValues } from './kept-edits.ts'
import { type LedgerImport, planImport, type ReadFile } from './plan-import.ts'

/** What the documents said of fields that messages have set since, from the audit trail. */
export const valuesReplaced = (store: Pick<Store, 'entries'>): DocumentValues =>
  documentValues(store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change))

/**
 * Takes files over into a store, all of them or none, and keeps what they replaced.
 * @throws DubanError `file-unsupported` where two of them have one title, `store-unwritable`
 */
export const applyImport = async (
  store: Pick<Store, 'update' | 'append' | 'entries'>,
  files: readonly ReadFile[],
  { id, by, now }: { id: string; by: Actor; now: Date },
): Promise<readonly LedgerImport[]> => {
  const done: { before: Snapshot; imports: readonly LedgerImport[] }[] = []
  await store.update(
    (before) => {
      const { state, imports } = planImport(before, files, now, valuesReplaced(store))
      done.push({ before, imports })
      return state
    },
    { copyFirst: true },
  )
  const last = done.at(-1)
  if (last === undefined) return []
  const entry = importEntry(last.imports, last.before, { id, by, at: now.toISOString() })
  if (entry) await store.append(entry)
  return last.imports
}
