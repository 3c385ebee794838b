import { basename } from 'node:path'
import { DubanError } from '../errors.ts'
import { type BackupInfo, keepCopy, listBackups } from './backups.ts'
import { wordingFailures } from './failures.ts'
import { storeFormat } from './file-format.ts'
import { type FileSystem, ifPresent, nodeFiles, systemCode } from './files.ts'
import { type StorePaths, storePaths } from './folder.ts'
import { journalLine, readJournal } from './journal-format.ts'
import { takeLock } from './lock.ts'
import type { StoreOptions } from './lowdb-store.ts'
import { MIGRATIONS } from './migrations.ts'
import { stampOf } from './stamp.ts'
import { replaceFile } from './synced-file.ts'

export interface RestoreOptions extends Pick<StoreOptions, 'dir' | 'now' | 'files' | 'migrations'> {
  /** Name of the copy to bring back; without it the newest good one, and only where the store file is damaged or gone. */
  readonly name?: string | undefined
}

export interface Restored {
  /** The copy that is now the store file; null where the file was good and no copy was named. */
  readonly backup: BackupInfo | null
  /** The journal where it was damaged: the entries kept, and the lines that could not be read. */
  readonly journal: { readonly kept: number; readonly dropped: number } | null
  /** Paths under which the damaged files are kept. */
  readonly setAside: readonly string[]
}

/**
 * Mends a store: brings back a last good copy, and takes the unreadable lines out of a damaged journal. A damaged file
 * is kept beside it as `….damaged-TIME`; a good one that is replaced by a named copy is put among the copies first.
 * @throws DubanError `store-locked` while another process writes; `usage` where there is no copy of that name;
 *   `store-damaged` where no copy is good; `store-newer`; `store-unwritable`
 */
export const restore = async (options: RestoreOptions): Promise<Restored> => {
  const { dir, name, files = nodeFiles, migrations = MIGRATIONS, now } = options
  const paths = storePaths(dir)
  const lock = await takeLock(paths.lock, files)
  try {
    const repair: Repair = { paths, files, now: now(), isGood: (path) => isGood(path, files, migrations) }
    const file = await restoreFile(repair, name)
    const journal = await mendJournal(repair)
    return {
      backup: file.backup,
      journal: journal && { kept: journal.kept, dropped: journal.dropped },
      setAside: [file.aside, journal?.aside].filter((path) => typeof path === 'string'),
    }
  } finally {
    await lock.release()
  }
}

interface Repair {
  readonly paths: StorePaths
  readonly files: FileSystem
  readonly now: Date
  isGood(path: string): Promise<boolean>
}

/** Whether a file is there and whole. @throws DubanError `store-newer`, `store-unwritable` */
const isGood = async (
  path: string,
  files: FileSystem,
  migrations: Parameters<typeof storeFormat>[1],
): Promise<boolean> => {
  const bytes = await wordingFailures('读取', path, () => ifPresent(files.read(path)))
  if (bytes === null) return false
  try {
    storeFormat(path, migrations).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof DubanError && error.code === 'store-damaged') return false
    throw error
  }
}

const restoreFile = async (
  repair: Repair,
  name: string | undefined,
): Promise<{ backup: BackupInfo | null; aside: string | null }> => {
  const { paths, files, now } = repair
  const good = await repair.isGood(paths.file)
  if (good && name === undefined) return { backup: null, aside: null }
  const backup = await chooseCopy(repair, name)
  return wordingFailures('写入', paths.file, async () => {
    const bytes = await files.read(backup.path)
    if (good) await keepCopy(paths, files, now)
    const aside = good ? null : await setAside(paths.file, files, now)
    await replaceFile(paths.file, [bytes], files)
    return { backup, aside }
  })
}

const chooseCopy = async ({ paths, files, isGood }: Repair, name: string | undefined): Promise<BackupInfo> => {
  const copies = await wordingFailures('读取', paths.backups, () => listBackups(paths.dir, files))
  const asked = name === undefined ? copies : copies.filter((copy) => copy.name === basename(name))
  if (asked.length === 0 && name !== undefined) {
    throw new DubanError('usage', `${paths.backups} 中没有名为 ${name} 的备份；请从现有备份中选一份`)
  }
  for (const copy of asked) {
    if (await isGood(copy.path)) return copy
  }
  const found = asked.length === 0 ? '没有备份' : '的备份均已损坏'
  const remedy = `请从别处找回备份；要从头开始，请移走 ${paths.file} 和 ${paths.journal} 后重新导入文件`
  throw new DubanError('store-damaged', `${paths.backups} 中${found}，未作任何改动；${remedy}`)
}

const mendJournal = async (repair: Repair): Promise<{ kept: number; dropped: number; aside: string | null } | null> => {
  const { paths, files, now } = repair
  const bytes = await wordingFailures('读取', paths.journal, () => ifPresent(files.read(paths.journal)))
  const { entries, damagedLines } = readJournal(bytes ?? Buffer.alloc(0))
  if (damagedLines.length === 0) return null
  return wordingFailures('写入', paths.journal, async () => {
    const aside = await setAside(paths.journal, files, now)
    await replaceFile(paths.journal, [Buffer.from(entries.map(journalLine).join(''))], files)
    return { kept: entries.length, dropped: damagedLines.length, aside }
  })
}

/** Gives a damaged file a second name that survives its being replaced. Null where there is no file. */
const setAside = async (path: string, files: FileSystem, now: Date): Promise<string | null> => {
  for (let attempt = 1; ; attempt++) {
    const aside = `${path}.damaged-${stampOf(now)}${attempt === 1 ? '' : `-${attempt}`}`
    try {
      await files.link(path, aside)
      return aside
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}
