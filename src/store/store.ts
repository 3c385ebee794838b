import type { Ledger, Task } from '../domain/index.ts'

/** Everything the store holds, as one immutable value. Nobody changes it in place. */
export interface Snapshot {
  readonly ledgers: readonly Ledger[]
  /** In the order of their ledgers and of their documents. */
  readonly tasks: readonly Task[]
}

/**
 * The port of every store. A snapshot is replaced only after the new one is on disk, so what memory shows is always
 * what a restart would show.
 */
export interface Store {
  /** The last state that is on disk. The same object until something changes: readers key their indexes on it. */
  snapshot(): Snapshot
  /**
   * Replaces the state by what `change` makes of it. Calls that wait for the disk are merged into one write; each
   * promise resolves once its change is on disk. Where `change` throws, nothing is changed and the error is passed on.
   * @throws StoreError `unwritable` where the disk refuses; the state is then unchanged.
   */
  update(change: (state: Snapshot) => Snapshot): Promise<void>
  /**
   * Adds one entry to the journal beside the state and resolves once it is synced: what must be durable a message
   * at a time. `kind` names the reader, `body` is JSON.
   */
  append(entry: JournalEntry): Promise<void>
  /** The journal's entries of a kind, oldest first. */
  entries(kind: string): readonly JournalEntry[]
  /** Lets what is in hand finish and gives the lock back; safe to call twice. */
  close(): Promise<void>
}

export interface JournalEntry {
  readonly kind: string
  /** ISO 8601. */
  readonly at: string
  readonly body: unknown
}
