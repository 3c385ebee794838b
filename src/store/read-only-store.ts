import { DubanError } from '../errors.ts'
import { withChanges } from './changes.ts'
import { wordingFailures } from './failures.ts'
import { ifPresent, nodeFiles } from './files.ts'
import { storePaths } from './folder.ts'
import { readWholeJournal } from './journal-format.ts'
import { load, storeFileOf } from './loading.ts'
import type { StoreOptions } from './lowdb-store.ts'
import { MIGRATIONS } from './migrations.ts'
import type { JournalEntry, Store, StoreView } from './store.ts'

/**
 * Reads the store of a data folder as it stands, without the lock and without changing anything there, while another
 * process may be writing. Later changes are not seen. A folder that does not exist gives an empty view.
 * @throws DubanError `store-damaged`, `store-newer`, `store-unwritable` where it cannot be read
 */
export const openStoreReadOnly = async (
  options: Pick<StoreOptions, 'dir' | 'files' | 'migrations'>,
): Promise<StoreView> => {
  const { dir, files = nodeFiles, migrations = MIGRATIONS } = options
  const paths = storePaths(dir)
  const low = storeFileOf(paths, files, migrations)
  await load(low, paths, files)
  const journal = await wordingFailures('读取', paths.journal, () => ifPresent(files.read(paths.journal)))
  const { entries } = readWholeJournal(paths.journal, journal ?? Buffer.alloc(0))
  const views = new Map<string, readonly JournalEntry[]>()
  const { snapshot } = withChanges(low.data, entries)
  return {
    snapshot: () => snapshot,
    entries: (kind) => {
      const view = views.get(kind) ?? entries.filter((entry) => entry.kind === kind)
      views.set(kind, view)
      return view
    },
    close: async () => undefined,
  }
}

/** A view for what expects a whole store: every change is refused with a DubanError `usage`. */
export const refusingChanges = (view: StoreView): Store => {
  const refuse = async (): Promise<never> => {
    throw new DubanError('usage', '本命令只查询台账、不作改动；需要改动的，请在对话中办理（duban chat）')
  }
  return { ...view, update: refuse, commit: refuse, append: refuse, compact: refuse }
}
