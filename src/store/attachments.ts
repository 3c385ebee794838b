import { join } from 'node:path'
import { wordingFailures } from './failures.ts'
import { type FileSystem, ifPresent, nodeFiles } from './files.ts'

/** Files that came with reports, in a folder beside the store. */
export interface Attachments {
  /**
   * Writes a file under a name that nobody can guess and resolves with that name once it is on disk.
   * @param ending of its name, as it was checked
   * @throws DubanError `store-unwritable`
   */
  keep(ending: string, bytes: Uint8Array): Promise<string>
  /** The bytes of a file that was kept; null where it is not there. */
  read(file: string): Promise<Uint8Array | null>
  /** Removes a file that was kept; nothing where it is not there. */
  remove(file: string): Promise<void>
}

const OURS = /^[0-9a-f-]{36}\.[0-9a-z]{1,5}$/

export const openAttachments = (
  dataDir: string,
  { newId, files = nodeFiles }: { newId: () => string; files?: FileSystem },
): Attachments => {
  const folder = join(dataDir, 'attachments')
  return {
    keep: (ending, bytes) =>
      wordingFailures('写入', folder, async () => {
        await files.makeFolder(folder)
        const file = `${newId()}.${ending}`
        const handle = await files.open(join(folder, file), 'wx')
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await files.syncFolder(folder)
        return file
      }),
    // a name that is not one of ours names nothing here
    read: async (file) => (OURS.test(file) ? ((await ifPresent(files.read(join(folder, file)))) ?? null) : null),
    remove: async (file) => {
      if (OURS.test(file)) await ifPresent(files.remove(join(folder, file)))
    },
  }
}
