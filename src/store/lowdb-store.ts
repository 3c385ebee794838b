import type { Low } from 'lowdb'
import { DubanError } from '../errors.ts'
import { COPY_INTERVAL, keepCopy, listBackups } from './backups.ts'
import { wordingFailures } from './failures.ts'
import type { StoreFile } from './file-format.ts'
import { type FileSystem, nodeFiles } from './files.ts'
import { removeStrays, storePaths } from './folder.ts'
import { type Journal, openJournal } from './journal.ts'
import { load, storeFileOf } from './loading.ts'
import { type Lock, takeLock } from './lock.ts'
import { MIGRATIONS, type Migration, versionAfter } from './migrations.ts'
import type { Snapshot, Store, UpdateOptions } from './store.ts'
import { NotSyncedError } from './synced-file.ts'

export interface StoreOptions {
  /** The data folder; made where it does not exist. */
  readonly dir: string
  /** The clock; it names the copies and spaces them out. */
  readonly now: () => Date
  readonly files?: FileSystem
  readonly migrations?: readonly Migration[]
  /** Is told of a copy that could not be made; the change that it was to follow is on disk. */
  readonly warn?: (error: unknown) => void
}

interface Waiting extends UpdateOptions {
  change(state: Snapshot): Snapshot
  resolve(): void
  reject(error: unknown): void
}

/**
 * Opens the store of a data folder for writing; there is one writer a folder at a time.
 * @throws DubanError `store-locked`, `store-damaged`, `store-newer`, `store-unwritable`
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { dir, files = nodeFiles, migrations = MIGRATIONS, now } = options
  const paths = storePaths(dir)
  await wordingFailures('使用', dir, () => files.makeFolder(dir))
  const lock = await takeLock(paths.lock, files)
  try {
    await wordingFailures('使用', dir, () => removeStrays(paths, files))
    const low = storeFileOf(paths, files, migrations)
    const found = await load(low, paths, files)
    const journal = await openJournal(paths.journal, files)
    const copy = () => wordingFailures('备份到', paths.backups, () => keepCopy(paths, files, now()))
    const { version, checksum, snapshot } = low.data
    const older = version < versionAfter(migrations)
    if (older) await copy()
    if (!found || older || checksum === null) await wordingFailures('写入', paths.file, () => low.write())
    const newest = (await wordingFailures('读取', paths.backups, () => listBackups(dir, files)))[0]
    // a process that was killed has not made its last copy; nothing at all is not worth one
    const copied = !older && newest !== undefined && checksum?.startsWith(newest.checksum) === true
    const uncopied = !copied && snapshot.ledgers.length > 0
    const { warn = () => undefined } = options
    return writer({ low, journal, lock, path: paths.file, uncopied, copy, now, warn })
  } catch (error) {
    await lock.release()
    throw error
  }
}

interface Parts {
  readonly low: Low<StoreFile>
  readonly journal: Journal
  readonly lock: Lock
  readonly path: string
  /** The state as opened is not among the last good copies. */
  readonly uncopied: boolean
  copy(): Promise<void>
  now(): Date
  warn(error: unknown): void
}

const writer = ({ low, journal, lock, path, copy, now, warn, ...opened }: Parts): Store => {
  /** On disk. `low.data` may be ahead of it while a write is under way. */
  let durable = low.data
  let waiting: Waiting[] = []
  let working: Promise<void> | null = null
  let closing: Promise<void> | null = null
  let { uncopied } = opened
  let lastCopy: number | null = null

  const write = async (snapshot: Snapshot): Promise<void> => {
    low.data = { ...durable, snapshot }
    try {
      await wordingFailures('写入', path, () => low.write())
      durable = low.data
      uncopied = true
    } catch (error) {
      low.data = durable
      // the refused state is in place though not safely: a restart shall not find it
      if (error instanceof DubanError && error.cause instanceof NotSyncedError) await low.write().catch(() => undefined)
      throw error
    }
  }

  const makeCopy = async (): Promise<void> => {
    await copy()
    uncopied = false
    lastCopy = now().getTime()
  }

  /** Copies the new state where the last copy is old enough. */
  const copyAfter = async (): Promise<void> => {
    if (!uncopied || (lastCopy !== null && Math.abs(now().getTime() - lastCopy) < COPY_INTERVAL)) return
    await makeCopy().catch(warn)
  }

  const applyBatch = async (batch: readonly Waiting[]): Promise<void> => {
    let next = durable.snapshot
    const accepted: Waiting[] = []
    for (const update of batch) {
      try {
        next = update.change(next)
        accepted.push(update)
      } catch (error) {
        update.reject(error)
      }
    }
    try {
      if (accepted.some(({ copyFirst }) => copyFirst)) await makeCopy()
      if (next !== durable.snapshot) await write(next)
    } catch (error) {
      for (const { reject } of accepted) reject(error)
      return
    }
    for (const { resolve } of accepted) resolve()
  }

  const work = async (): Promise<void> => {
    // what is asked for in the same turn goes into the same write
    await null
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await applyBatch(batch)
      await copyAfter()
    }
    working = null
  }

  const finish = async (): Promise<void> => {
    await working
    if (uncopied) await makeCopy().catch(warn)
    try {
      await journal.close()
    } finally {
      await lock.release()
    }
  }

  const refuseClosed = (): void => {
    if (closing !== null) throw new Error('the store is closed')
  }

  return {
    snapshot: () => durable.snapshot,
    entries: journal.entries,
    update: async (change, options) => {
      refuseClosed()
      await new Promise<void>((resolve, reject) => {
        waiting.push({ ...options, change, resolve, reject })
        working ??= work()
      })
    },
    append: async (entry) => {
      refuseClosed()
      await journal.append(entry)
    },
    compact: async (keep) => {
      refuseClosed()
      await journal.compact(keep)
    },
    close: () => {
      closing ??= finish()
      return closing
    },
  }
}
