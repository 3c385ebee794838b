import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { type FileSystem, ifPresent } from './files.ts'

const TEMPORARY = /\.(\d+)\.[0-9a-f]{12}\.tmp$/

/** A name of its own beside a file, so that renaming stays on one disk and no two writers meet. */
export const temporaryBeside = (path: string): string => `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`

export const isTemporary = (path: string): boolean => TEMPORARY.test(basename(path))

/** Number of the process that made a temporary file. */
export const temporaryOwner = (path: string): number => Number(TEMPORARY.exec(basename(path))?.[1])

/** The new file is in place, but its name may not outlive a power cut. */
export class NotSyncedError extends Error {
  override readonly name = 'NotSyncedError'
}

/**
 * Puts a file in the place of another so that whoever reads, and whatever happens, finds the old one or the new one
 * whole. The parts are asked for one by one, so that a large file neither stands in memory nor holds up the process.
 * @throws the file system's errors, the old file being untouched; NotSyncedError with the cause where only the
 *   folder could not be synced and the new file is in place.
 */
export const replaceFile = async (path: string, parts: Iterable<Uint8Array>, files: FileSystem): Promise<void> => {
  const temporary = temporaryBeside(path)
  try {
    const file = await files.open(temporary, 'wx')
    try {
      for (const part of parts) await file.writeFile(part)
      await file.sync()
    } finally {
      await file.close()
    }
    await files.rename(temporary, path)
  } catch (error) {
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
  try {
    await files.syncFolder(dirname(path))
  } catch (error) {
    throw new NotSyncedError(path, { cause: error })
  }
}

/** How a value stands in a file. */
export interface FileFormat<T> {
  encode(value: T): Iterable<Uint8Array>
  decode(bytes: Buffer): T
}

/**
 * lowdb's adapter for a file that is replaced whole and synced. lowdb's own neither syncs nor uses a temporary name of
 * its own, so that two writers or a power cut can leave half a file.
 */
export const syncedFile = <T>(path: string, format: FileFormat<T>, files: FileSystem): Adapter<T> => ({
  read: async () => {
    const bytes = await ifPresent(files.read(path))
    return bytes === null ? null : format.decode(bytes)
  },
  write: (value) => replaceFile(path, format.encode(value), files),
})
