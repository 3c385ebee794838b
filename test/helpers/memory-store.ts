import type { JournalEntry, Snapshot, Store } from '../../src/store/store.ts'

/** A store that keeps nothing: for tests of what is said, not of what is kept. */
export const memoryStore = (initial: Snapshot): Store => {
  let state = initial
  const journal: JournalEntry[] = []
  return {
    snapshot: () => state,
    update: async (change) => {
      state = change(state)
    },
    append: async (entry) => {
      journal.push(entry)
    },
    entries: (kind) => journal.filter((entry) => entry.kind === kind),
    compact: async () => undefined,
    close: async () => undefined,
  }
}
