import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFile, readTextLedger } from '../../src/importing/import-file.ts'
import { planImport } from '../../src/importing/plan-import.ts'
import { openStore } from '../../src/store/index.ts'
import { syntheticLedgers } from './synthetic.ts'
import { timed } from './timed.ts'

/** What it takes to bring documents into a store, milliseconds. */
export interface Phases {
  tasks: number
  /** Files → rows → tasks. */
  read: number
  /** Tasks into the state. */
  merge: number
  /** The state to the disk, synced. */
  write: number
}

/** Imports the synthetic ledgers into a data folder. */
export const importInto = async (dir: string, tasks: number, now: Date): Promise<Phases> => {
  const folder = join(dir, 'documents')
  mkdirSync(folder, { recursive: true })
  const files = syntheticLedgers(tasks).map(({ file, csv }) => {
    const path = join(folder, file)
    writeFileSync(path, csv)
    return { file, path }
  })
  const [reads, read] = await timed(() =>
    files.map(({ file, path }) => ({ file, read: readTextLedger(loadFile(path)) })),
  )
  const empty = { ledgers: [], tasks: [], groups: [], people: [] }
  const [{ state }, merge] = await timed(() => planImport(empty, reads, now))
  if (state.tasks.length !== tasks) throw new Error(`${tasks} synthetic tasks were imported as ${state.tasks.length}`)
  const store = await openStore({ dir, now: () => now })
  const [, write] = await timed(() => store.update(() => state))
  await store.close()
  return { tasks, read, merge, write }
}
