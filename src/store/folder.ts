import { join } from 'node:path'
import { type FileSystem, ifPresent } from './files.ts'
import { isRunning } from './processes.ts'
import { isTemporary, temporaryOwner } from './synced-file.ts'

/** The names of what belongs to a store in its data folder, which it may share with other files. */
export interface StorePaths {
  readonly dir: string
  readonly file: string
  readonly journal: string
  readonly lock: string
  readonly backups: string
}

export const storePaths = (dir: string): StorePaths => ({
  dir,
  file: join(dir, 'duban.json'),
  journal: join(dir, 'journal.jsonl'),
  lock: join(dir, 'duban.lock'),
  backups: join(dir, 'backups'),
})

/**
 * Removes what processes that died half way have left. Only the holder of the lock may call it: then every temporary
 * file is a stray one, apart from those of processes that are just now asking for the lock.
 */
export const removeStrays = async (paths: StorePaths, files: FileSystem): Promise<void> => {
  const lockName = 'duban.lock.'
  for (const name of await files.list(paths.dir)) {
    const ours = name.startsWith('duban.json.') || name.startsWith('journal.jsonl.')
    const stray = name.startsWith(lockName)
      ? !isTemporary(name) || !isRunning(temporaryOwner(name))
      : ours && isTemporary(name)
    if (stray) await ifPresent(files.remove(join(paths.dir, name)))
  }
  for (const name of (await ifPresent(files.list(paths.backups))) ?? []) {
    if (isTemporary(name)) await ifPresent(files.remove(join(paths.backups, name)))
  }
}
