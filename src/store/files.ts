import { constants } from 'node:fs'
import { access, link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'

/** A file open for writing. */
export interface OpenFile {
  /** Writes all of it at the present position, or at the end where the file was opened with `a`. */
  writeFile(data: string | Uint8Array): Promise<void>
  truncate(length: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** The few calls to the file system that the store makes, so that a test can let them fail. Errors are those of node:fs. */
export interface FileSystem {
  read(path: string): Promise<Buffer>
  /** `wx` makes a new file, `a` appends, `r+` changes an existing one. New files are 0600. */
  open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name; EEXIST where the name is taken. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(folder: string): Promise<string[]>
  /** With the folders above it; new ones are 0700. An existing folder is left as it is. */
  makeFolder(path: string): Promise<void>
  /** Throws EACCES, EROFS or ENOENT where a file or folder cannot be written. */
  checkWritable(path: string): Promise<true>
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>
}

/** Systems and network drives that cannot sync a folder say so with one of these. */
const CANNOT_SYNC_FOLDERS = new Set(['EINVAL', 'EISDIR', 'ENOTSUP', ...(process.platform === 'win32' ? ['EPERM'] : [])])

const syncFolder = async (path: string): Promise<void> => {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!CANNOT_SYNC_FOLDERS.has(systemCode(error) ?? '')) throw error
  }
}

/** The real file system. */
export const nodeFiles: FileSystem = {
  read: (path) => readFile(path),
  open: (path, flags) => open(path, flags, 0o600),
  rename,
  link,
  remove: unlink,
  list: (folder) => readdir(folder),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  checkWritable: async (path) => {
    await access(path, constants.W_OK)
    return true
  },
  syncFolder,
}

/** ENOSPC, EACCES … of an error of the file system, else null. */
export const systemCode = (error: unknown): string | null => {
  const { code, errno } = (error ?? {}) as NodeJS.ErrnoException
  return code !== undefined && errno !== undefined ? code : null
}

/** What `read` gives, or null where there is no such file. */
export const ifPresent = async <T>(reading: Promise<T>): Promise<T | null> => {
  try {
    return await reading
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
