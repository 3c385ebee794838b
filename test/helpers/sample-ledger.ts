import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/data.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { mergeLedger } from '../../src/importing/merge-ledger.ts'
import type { Snapshot } from '../../src/store/store.ts'

const IMPORTED_AT = new Date('2020-01-01T09:00:00+08:00')

/** The state of a store into which these files have been imported, in this order. Paths are relative to the project. */
export const importedLedgers = async (...paths: string[]): Promise<Snapshot> => {
  let state: Snapshot = { ledgers: [], tasks: [] }
  for (const path of paths) {
    const bytes = await readFile(join(packageRoot(), path))
    const file = path.split('/').at(-1) as string
    state = mergeLedger(state, readLedgerFile({ name: file, bytes }), { file, now: IMPORTED_AT }).state
  }
  return state
}

/** A ledger of data/samples, imported. */
export const sampleLedger = (file: string): Promise<Snapshot> => importedLedgers(`data/samples/${file}`)
