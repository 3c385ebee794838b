import type { Doubt, Ledger, Task } from '../domain/index.ts'
import type { ReadLedger } from '../importing/document.ts'
import { mergeLedger } from '../importing/merge-ledger.ts'
import type { Snapshot } from '../store/store.ts'

/** A file as it was read, before the store is asked. */
export interface ReadFile {
  /** Name of the file, without its folders. */
  file: string
  read: ReadLedger
}

/** What one file changes. */
export interface LedgerImport {
  file: string
  ledger: Ledger
  /** The ledger's tasks afterwards. */
  tasks: readonly Task[]
  /** About the document as a whole; those about a task are with the task. */
  doubts: readonly Doubt[]
  added: readonly Task[]
  changed: readonly { before: Task; after: Task }[]
  removed: readonly Task[]
  unchanged: number
}

/** Takes several files over into a state, one after the other, so that a later one sees what an earlier one brought. */
export const planImport = (
  state: Snapshot,
  files: readonly ReadFile[],
  now: Date,
): { state: Snapshot; imports: LedgerImport[] } => {
  const imports: LedgerImport[] = []
  let next = state
  for (const { file, read } of files) {
    const merged = mergeLedger(next, read, { file, now })
    next = merged.state
    imports.push({ file, doubts: read.doubts, ...merged })
  }
  return { state: next, imports }
}
