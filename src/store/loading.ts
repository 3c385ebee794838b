import { Low } from 'lowdb'
import { listBackups } from './backups.ts'
import { damaged, wordingFailures } from './failures.ts'
import { type StoreFile, storeFormat } from './file-format.ts'
import { type FileSystem, ifPresent } from './files.ts'
import type { StorePaths } from './folder.ts'
import { type Migration, versionAfter } from './migrations.ts'
import { EMPTY_SNAPSHOT } from './store.ts'
import { syncedFile } from './synced-file.ts'

/** lowdb on the store file of a folder, holding what a store holds before anything is imported. */
export const storeFileOf = (
  { file }: StorePaths,
  files: FileSystem,
  migrations: readonly Migration[],
): Low<StoreFile> =>
  new Low<StoreFile>(syncedFile(file, storeFormat(file, migrations), files), {
    snapshot: EMPTY_SNAPSHOT,
    version: versionAfter(migrations),
    changes: 0,
    checksum: null,
  })

/**
 * Reads the store file into `low`. False where there is none and nothing speaks of one that was: a new store.
 * @throws DubanError `store-damaged`, also where the file is gone but its copies or its journal are there;
 *   `store-newer`; `store-unwritable` where it cannot be read
 */
export const load = async (low: Low<StoreFile>, paths: StorePaths, files: FileSystem): Promise<boolean> => {
  const before = low.data
  await wordingFailures('读取', paths.file, () => low.read())
  if (low.data !== before) return true
  const traces = await wordingFailures('读取', paths.dir, async () => {
    const names = (await ifPresent(files.list(paths.dir))) ?? []
    return names.includes('journal.jsonl') || (await listBackups(paths.dir, files)).length > 0
  })
  if (traces) throw damaged(paths.file, '文件不见了，而它的备份或日志还在')
  return false
}
