import type { Low } from 'lowdb'
import { applyChange, CHANGE, type Change } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import { COPY_INTERVAL, keepCopy, listBackups } from './backups.ts'
import { changeEntry, changeIds, type NumberedChange, withChanges } from './changes.ts'
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

interface WaitingUpdate extends UpdateOptions {
  readonly kind: 'update'
  change(state: Snapshot): Snapshot
  resolve(): void
  reject(error: unknown): void
}

interface WaitingCommit {
  readonly kind: 'commit'
  make(state: Snapshot): Change | null
  resolve(change: Change | null): void
  reject(error: unknown): void
}

type Waiting = WaitingUpdate | WaitingCommit

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
    const folded = low.data.changes
    low.data = { ...low.data, ...withChanges(low.data, journal.entries(CHANGE)) }
    const older = version < versionAfter(migrations)
    if (older) await copy()
    if (!found || older || checksum === null) await wordingFailures('写入', paths.file, () => low.write())
    const newest = (await wordingFailures('读取', paths.backups, () => listBackups(dir, files)))[0]
    // a process that was killed has not made its last copy; nothing at all is not worth one
    const copied = !older && newest !== undefined && checksum?.startsWith(newest.checksum) === true
    const uncopied = !copied && snapshot.ledgers.length > 0
    const { warn = () => undefined } = options
    return writer({ low, journal, lock, path: paths.file, folded, uncopied, copy, now, warn })
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
  /** Number of the last change that the file holds. */
  readonly folded: number
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
  let { folded, uncopied } = opened
  const ids = changeIds(journal.entries(CHANGE))
  let lastCopy: number | null = null

  const write = async (snapshot: Snapshot): Promise<void> => {
    low.data = { ...durable, snapshot }
    try {
      await wordingFailures('写入', path, () => low.write())
      durable = low.data
      folded = durable.changes
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

  const applyUpdates = async (batch: readonly WaitingUpdate[]): Promise<void> => {
    let next = durable.snapshot
    const accepted: WaitingUpdate[] = []
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

  const applyCommits = async (batch: readonly WaitingCommit[]): Promise<void> => {
    let { snapshot, changes } = durable
    const made: (NumberedChange & Pick<WaitingCommit, 'resolve' | 'reject'>)[] = []
    const fresh = new Set<string>()
    for (const { make, resolve, reject } of batch) {
      try {
        const change = make(snapshot)
        if (change === null || ids.has(change.id) || fresh.has(change.id)) {
          resolve(null)
          continue
        }
        snapshot = applyChange(snapshot, change)
        changes++
        fresh.add(change.id)
        made.push({ n: changes, change, resolve, reject })
      } catch (error) {
        reject(error)
      }
    }
    try {
      // one group of the journal: all of them get there, or none
      await Promise.all(made.map((one) => journal.append(changeEntry(one))))
    } catch (error) {
      for (const { reject } of made) reject(error)
      return
    }
    for (const id of fresh) ids.add(id)
    durable = { ...durable, snapshot, changes }
    for (const { change, resolve } of made) resolve(change)
  }

  const isUpdate = (one: Waiting): one is WaitingUpdate => one.kind === 'update'

  /** In the order of the calls, those of a kind that stand together at once. */
  const applyBatch = async (batch: readonly Waiting[]): Promise<void> => {
    for (let from = 0; from < batch.length; ) {
      const kind = batch[from]?.kind
      const end = batch.findIndex((one, place) => place > from && one.kind !== kind)
      const run = batch.slice(from, end === -1 ? undefined : end)
      if (kind === 'update') await applyUpdates(run.filter(isUpdate))
      else await applyCommits(run.filter((one) => !isUpdate(one)))
      from += run.length
    }
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
    // the next start need not go through the journal; where this fails it will
    if (durable.changes > folded) await write(durable.snapshot).catch(warn)
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
        waiting.push({ ...options, kind: 'update', change, resolve, reject })
        working ??= work()
      })
    },
    commit: async (make) => {
      refuseClosed()
      return new Promise<Change | null>((resolve, reject) => {
        waiting.push({ kind: 'commit', make, resolve, reject })
        working ??= work()
      })
    },
    append: async (entry) => {
      refuseClosed()
      await journal.append(entry)
    },
    compact: async (keep) => {
      refuseClosed()
      await journal.compact((entry) => entry.kind === CHANGE || keep(entry))
    },
    close: () => {
      closing ??= finish()
      return closing
    },
  }
}
