import type { Change, GroupBinding, Ledger, Person, Task } from '../domain/index.ts'

/** Everything the store holds, as one immutable value. Nobody changes it in place. */
export interface Snapshot {
  readonly ledgers: readonly Ledger[]
  /** In the order of their ledgers and of their documents. */
  readonly tasks: readonly Task[]
  /** What groups are bound to; one binding a group. */
  readonly groups: readonly GroupBinding[]
  readonly people: readonly Person[]
}

/** What a new store holds. */
export const EMPTY_SNAPSHOT: Snapshot = { ledgers: [], tasks: [], groups: [], people: [] }

/** What can be read of a store. */
export interface StoreView {
  /** The last state that is on disk. The same object until something changes: readers key their indexes on it. */
  snapshot(): Snapshot
  /** The journal's entries of a kind, oldest first. The same array until something of that kind is added or dropped. */
  entries(kind: string): readonly JournalEntry[]
  /** Lets what is in hand finish and gives the lock back, where there is one; safe to call twice. */
  close(): Promise<void>
}

/**
 * The port of every store. A snapshot is replaced only after the new one is on disk, so what memory shows is always
 * what a restart would show. After `close` every change is refused with a plain Error.
 */
export interface Store extends StoreView {
  /**
   * Replaces the state by what `change` makes of it. Calls that wait for the disk are merged into one write; each
   * promise resolves once its change is on disk. `change` is called once, later, on the state that the calls before it
   * left. Where it throws, it changes nothing and its error is passed on; where it returns the state it was given,
   * nothing is written.
   * @throws DubanError `store-unwritable` where the disk refuses; the state is then unchanged, and later calls are
   *   tried afresh.
   */
  update(change: (state: Snapshot) => Snapshot, options?: UpdateOptions): Promise<void>
  /**
   * Makes one change and enters it into the audit trail, as one thing: where the promise resolves both are on disk, and
   * they agree after any crash. Costs one synced line, not a file; calls that wait for the disk are written together.
   * `make` is called once, later, on the state that the calls before it left; null means that nothing is to be done.
   * Resolves with the change, or null where nothing was done: also where a change of that id has been made before.
   * @throws DubanError `store-unwritable` where the disk refuses; the state is then unchanged. What `make` throws is
   *   passed on and changes nothing.
   */
  commit(make: (state: Snapshot) => Change | null): Promise<Change | null>
  /**
   * Adds one entry to the journal beside the state and resolves once it is synced: what must be durable a message
   * at a time. Calls that wait for the disk are written and synced together, in the order of the calls.
   * @throws DubanError `store-unwritable` where the disk refuses; the entry is then not in the journal.
   */
  append(entry: JournalEntry): Promise<void>
  /**
   * Drops the journal's entries that `keep` refuses, of whatever kind, for good: what is old enough to be forgotten,
   * or what an `update` has taken over into the state. The audit trail is never asked about. Entries appended before the call are seen, later ones stay.
   * @throws DubanError `store-unwritable` where the disk refuses; the journal is then unchanged.
   */
  compact(keep: (entry: JournalEntry) => boolean): Promise<void>
}

export interface UpdateOptions {
  /** Makes sure that the state before the change is among the last good copies, as before an import. */
  readonly copyFirst?: boolean
}

export interface JournalEntry {
  /** Names the reader: `inbox`, `sent`, `audit` … */
  readonly kind: string
  /** ISO 8601. */
  readonly at: string
  /** JSON. */
  readonly body: unknown
}
