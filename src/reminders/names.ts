import { indexOf } from '../matching/ledger-index.ts'
import type { Snapshot } from '../store/store.ts'

/** Every name under which the ledgers write a unit, or a collective that covers it; the index is built when first asked. */
export const namesIn =
  (snapshot: Snapshot) =>
  (unit: string): readonly string[] => {
    const { directory } = indexOf(snapshot)
    return [...directory.sameBody(unit), ...directory.collectivesOf(unit)]
  }
