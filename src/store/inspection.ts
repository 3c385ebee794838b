import { dirname, resolve } from 'node:path'
import { DubanError } from '../errors.ts'
import { type BackupInfo, listBackups } from './backups.ts'
import { wordingFailures } from './failures.ts'
import { type FileSystem, ifPresent, nodeFiles } from './files.ts'
import { storePaths } from './folder.ts'
import { type LockHolder, lockHolder } from './lock.ts'
import { openStoreReadOnly } from './read-only-store.ts'
import { EMPTY_SNAPSHOT } from './store.ts'

/** The state of a store as `doctor` tells it. */
export interface StoreInspection {
  /** False where nothing has been kept in the folder yet; the first command that writes makes it. */
  readonly exists: boolean
  readonly ledgers: number
  readonly tasks: number
  /** Newest first. */
  readonly backups: readonly BackupInfo[]
  /** The process that writes at present, or null. */
  readonly lockedBy: LockHolder | null
  /** What is wrong, in words for people: damaged, newer, unreadable, unwritable. Empty where all is well. */
  readonly problems: readonly DubanError[]
}

/** Looks at the store of a data folder without the lock and without changing anything. Failures are part of the result. */
export const inspectStore = async (dir: string, files: FileSystem = nodeFiles): Promise<StoreInspection> => {
  const paths = storePaths(dir)
  const problems: DubanError[] = []
  const unlessFailing = async <T>(reading: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await reading
    } catch (error) {
      if (!(error instanceof DubanError)) throw error
      // one cause may stand in the way of several looks
      if (problems.every(({ code }) => code !== error.code)) problems.push(error)
      return otherwise
    }
  }
  const view = await unlessFailing(openStoreReadOnly({ dir, files }), null)
  const backups = await unlessFailing(
    wordingFailures('读取', paths.backups, () => listBackups(dir, files)),
    [],
  )
  const lockedBy = await unlessFailing(
    wordingFailures('读取', paths.lock, () => lockHolder(paths.lock, files)),
    null,
  )
  await unlessFailing(
    wordingFailures('使用', dir, () => checkFolder(resolve(dir), files)),
    undefined,
  )
  const { ledgers, tasks } = view?.snapshot() ?? EMPTY_SNAPSHOT
  const names = await unlessFailing(
    wordingFailures('读取', dir, () => ifPresent(files.list(dir))),
    null,
  )
  const exists = view === null || (names ?? []).includes('duban.json')
  return { exists, ledgers: ledgers.length, tasks: tasks.length, backups, lockedBy, problems }
}

/** A folder that does not exist yet is made in the nearest one above it that does. */
const checkFolder = async (dir: string, files: FileSystem): Promise<void> => {
  const found = await ifPresent(files.checkWritable(dir))
  if (found === null && dirname(dir) !== dir) await checkFolder(dirname(dir), files)
}
