import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { DubanError } from '../errors.ts'
import { wordingFailures } from './failures.ts'
import { type FileSystem, ifPresent, systemCode } from './files.ts'
import { isRunning, startOf } from './processes.ts'
import { temporaryBeside } from './synced-file.ts'

/** The right to write in a data folder. */
export interface Lock {
  release(): Promise<void>
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number
  /** Name of the machine: only there can one tell whether the process still runs. */
  readonly host: string
  /** From {@link startOf}; tells the process from a later one of the same number. */
  readonly started: string | null
}

/** A lock file as found: `id` is a digest of its content, which no two holders share. */
interface Found {
  readonly id: string
  /** Null where the content is no lock, as a power cut may leave it. */
  readonly holder: LockHolder | null
}

const read = async (path: string, files: FileSystem): Promise<Found | null> => {
  const bytes = await ifPresent(files.read(path))
  if (bytes === null) return null
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  try {
    const { pid, host, started } = JSON.parse(bytes.toString('utf8'))
    return { id, holder: Number.isInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host, started } : null }
  } catch {
    return { id, holder: null }
  }
}

/** Of another machine's process nothing can be known: it counts as running. */
const isAlive = ({ pid, host, started }: LockHolder): boolean => {
  if (host !== hostname()) return true
  if (!isRunning(pid)) return false
  const now = startOf(pid)
  return started === null || now === null || started === now
}

/**
 * Takes a lock file, or says who has it. The file appears complete, by a link to one written before, so the first of
 * several wins. A dead holder's file is replaced by whoever holds the lock *on that very holder*, a second lock file
 * named after it and taken in the same way: so two that find the same dead holder cannot both replace it, nor can a
 * late one replace the winner's file, and it does not matter where anyone is killed.
 */
const claim = async (path: string, mine: string, files: FileSystem): Promise<LockHolder | null> => {
  const temporary = temporaryBeside(path)
  const file = await files.open(temporary, 'wx')
  try {
    try {
      await file.writeFile(mine)
    } finally {
      await file.close()
    }
    for (;;) {
      try {
        await files.link(temporary, path)
        return null
      } catch (error) {
        if (systemCode(error) !== 'EEXIST') throw error
      }
      const found = await read(path, files)
      if (found === null) continue
      if (found.holder !== null && isAlive(found.holder)) return found.holder
      const succession = `${path}.${found.id}`
      const rival = await claim(succession, mine, files)
      if (rival !== null) {
        // it is about to win, or it is late itself and has yet to see who has won
        const winner = (await read(path, files))?.holder ?? null
        return winner !== null && isAlive(winner) ? winner : rival
      }
      try {
        if ((await read(path, files))?.id === found.id) {
          await files.rename(temporary, path)
          return null
        }
      } finally {
        await ifPresent(files.remove(succession))
      }
    }
  } finally {
    await ifPresent(files.remove(temporary))
  }
}

const refusal = (path: string, holder: LockHolder): DubanError => {
  const dir = dirname(path)
  const message =
    holder.host === hostname()
      ? `数据文件夹 ${dir} 正由另一个督办进程（进程号 ${holder.pid}）使用；请先停止该进程再试，或用 --data 另指一个文件夹`
      : `数据文件夹 ${dir} 正由主机 ${holder.host} 上的督办进程（进程号 ${holder.pid}）使用；请先停止该进程；确认已停止的，删除 ${path} 后再试`
  return new DubanError('store-locked', message)
}

/**
 * Takes the lock of a data folder for this process. A lock whose process is dead is taken over at once.
 * @throws DubanError `store-locked` naming the holder, `store-unwritable`
 */
export const takeLock = async (path: string, files: FileSystem): Promise<Lock> => {
  const me: LockHolder = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  const mine = JSON.stringify({ ...me, id: randomUUID() })
  const holder = await wordingFailures('使用', dirname(path), () => claim(path, mine, files))
  if (holder !== null) throw refusal(path, holder)
  return {
    release: async () => {
      // somebody may have removed the file by hand and another process may have the lock since
      const found = await ifPresent(files.read(path))
      if (found?.toString('utf8') === mine) await ifPresent(files.remove(path))
    },
  }
}

/** Who holds the lock of a data folder at present, or null: for `doctor`. */
export const lockHolder = async (path: string, files: FileSystem): Promise<LockHolder | null> => {
  const holder = (await ifPresent(read(path, files)))?.holder ?? null
  return holder !== null && isAlive(holder) ? holder : null
}
