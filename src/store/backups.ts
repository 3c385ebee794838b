import { join } from 'node:path'
import { checksumOf } from './file-format.ts'
import { type FileSystem, ifPresent, nodeFiles } from './files.ts'
import { type StorePaths, storePaths } from './folder.ts'
import { stampOf } from './stamp.ts'
import { replaceFile } from './synced-file.ts'

/** How many last good copies are kept. */
export const KEPT_COPIES = 5
/** So many of them are simply the newest; the others come from earlier days, where there are such. */
const KEPT_NEWEST = 3

/** At most so often, in milliseconds, is a copy made while the store is being written. */
export const COPY_INTERVAL = 3_600_000

/** A last good copy of the store file. */
export interface BackupInfo {
  /** Name of the file in the folder `backups`. */
  readonly name: string
  readonly path: string
  /** Counts the copies of a store: the order of making them, whatever the clock said. */
  readonly number: number
  /** When it was made, as in its name: `YYYY-MM-DD HH:MM`, Asia/Shanghai. */
  readonly at: string
  /** The first digits of the checksum of its content. */
  readonly checksum: string
}

const NAME = /^duban-(\d{4,})-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)\d\d-([0-9a-f]{8})\.json$/

const nameOf = (number: number, now: Date, checksum: string): string =>
  `duban-${String(number).padStart(4, '0')}-${stampOf(now)}-${checksum.slice(0, 8)}.json`

/** The last good copies in a data folder, newest first. */
export const listBackups = async (dir: string, files: FileSystem = nodeFiles): Promise<BackupInfo[]> => {
  const { backups } = storePaths(dir)
  const names = (await ifPresent(files.list(backups))) ?? []
  return names
    .flatMap((name) => {
      const [, number, day, hour, minute, checksum] = NAME.exec(name) ?? []
      if (checksum === undefined) return []
      return [{ name, path: join(backups, name), number: Number(number), at: `${day} ${hour}:${minute}`, checksum }]
    })
    .sort((a, b) => b.number - a.number)
}

/**
 * Adds the store file, as it now is on disk, to the last good copies, unless the newest is the same or the file is not
 * whole; those beyond {@link KEPT_COPIES} are removed. A real copy, not a link: what damages the file in its
 * place must not reach the copy.
 * @throws the file system's errors
 */
export const keepCopy = async (paths: StorePaths, files: FileSystem, now: Date): Promise<void> => {
  const bytes = await files.read(paths.file)
  const checksum = checksumOf(bytes)
  if (checksum === 'absent' || checksum === 'wrong') return
  const copies = await listBackups(paths.dir, files)
  const newest = copies[0]
  if (newest !== undefined && checksum.startsWith(newest.checksum)) return
  await files.makeFolder(paths.backups)
  const name = nameOf((newest?.number ?? 0) + 1, now, checksum)
  await replaceFile(join(paths.backups, name), [bytes], files)
  const kept = toKeep(await listBackups(paths.dir, files))
  for (const copy of copies) {
    if (!kept.has(copy.name)) await ifPresent(files.remove(copy.path))
  }
}

/** The newest, then the last one of each earlier day, then whatever is newest: a busy day does not push out all others. */
const toKeep = (copies: readonly BackupInfo[]): ReadonlySet<string> => {
  const lastOfDay = copies.filter(
    ({ at }, index) => index === 0 || copies[index - 1]?.at.slice(0, 10) !== at.slice(0, 10),
  )
  const byWorth = [...copies.slice(0, KEPT_NEWEST), ...lastOfDay, ...copies].map(({ name }) => name)
  return new Set([...new Set(byWorth)].slice(0, KEPT_COPIES))
}
