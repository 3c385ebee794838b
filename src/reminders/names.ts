import { indexOf } from '../matching/ledger-index.ts'
import type { Snapshot } from '../store/store.ts'

const known = new WeakMap<object, Map<string, readonly string[]>>()

/**
 * Every name under which the ledgers write a unit, or a collective that covers it. The index is built when first asked;
 * what it says of a unit is kept as long as its directory.
 */
export const namesIn = (snapshot: Snapshot) => {
  let names: Map<string, readonly string[]> | undefined
  return (unit: string): readonly string[] => {
    const { directory } = indexOf(snapshot)
    names ??= known.get(directory) ?? new Map()
    known.set(directory, names)
    let own = names.get(unit)
    if (own === undefined) {
      own = [...directory.sameBody(unit), ...directory.collectivesOf(unit)]
      names.set(unit, own)
    }
    return own
  }
}
