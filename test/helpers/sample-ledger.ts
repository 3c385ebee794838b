import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/data.ts'
import { readTextLedger } from '../../src/importing/import-file.ts'
import { planImport } from '../../src/importing/plan-import.ts'
import { EMPTY_SNAPSHOT, type Snapshot } from '../../src/store/store.ts'

const IMPORTED_AT = new Date('2020-01-01T09:00:00+08:00')

/** The state of a store into which these files have been imported together. Paths are relative to the project. */
export const importedLedgers = (...paths: string[]): Snapshot => {
  const files = paths.map((path) => {
    const file = path.split('/').at(-1) as string
    return { file, read: readTextLedger({ name: file, bytes: readFileSync(join(packageRoot(), path)) }) }
  })
  return planImport(EMPTY_SNAPSHOT, files, IMPORTED_AT).state
}

/** A ledger of data/samples, imported. */
export const sampleLedger = (file: string): Snapshot => importedLedgers(`data/samples/${file}`)
