import { applyChange, CHANGE, type Change } from '../domain/index.ts'
import type { JournalEntry, Snapshot } from './store.ts'

/** A change as the journal keeps it. */
export interface NumberedChange {
  /** Counted from 1 without a gap: the store file says up to which number it holds them. */
  n: number
  change: Change
}

const numbered = (entries: readonly JournalEntry[]): NumberedChange[] =>
  entries.filter(({ kind }) => kind === CHANGE).map(({ body }) => body as NumberedChange)

export const changeEntry = ({ n, change }: NumberedChange): JournalEntry => ({
  kind: CHANGE,
  at: change.at,
  body: { n, change } satisfies NumberedChange,
})

/** The state of a store file with the changes that only the journal has. */
export const withChanges = (
  file: { snapshot: Snapshot; changes: number },
  entries: readonly JournalEntry[],
): { snapshot: Snapshot; changes: number } => {
  let { snapshot, changes } = file
  for (const { n, change } of numbered(entries)) {
    if (n <= changes) continue
    snapshot = applyChange(snapshot, change)
    changes = n
  }
  return { snapshot, changes }
}

/** The ids of all changes ever made. */
export const changeIds = (entries: readonly JournalEntry[]): Set<string> =>
  new Set(numbered(entries).map(({ change }) => change.id))
