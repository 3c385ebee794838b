import { applyChange, CHANGE } from '../../src/domain/index.ts'
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
    commit: async (make) => {
      const change = make(state)
      if (change === null || journal.some(({ body }) => (body as { change?: { id: string } }).change?.id === change.id))
        return null
      state = applyChange(state, change)
      journal.push({ kind: CHANGE, at: change.at, body: { n: 0, change } })
      return change
    },
    append: async (entry) => {
      journal.push(entry)
    },
    entries: (kind) => journal.filter((entry) => entry.kind === kind),
    compact: async () => undefined,
    close: async () => undefined,
  }
}
