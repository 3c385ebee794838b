import { dirname } from 'node:path'
import type { FileSystem, OpenFile } from './files.ts'
import { NotSyncedError, replaceFile } from './synced-file.ts'

/** The writing end of a file that only grows. Its calls must not overlap. */
export interface JournalTail {
  /** Adds a text and syncs it. Where that fails, the text is not in the file or is cut off before the next one. */
  add(text: string): Promise<void>
  /** Puts another content in the file's place. */
  replace(text: string): Promise<void>
  close(): Promise<void>
}

interface FileState {
  /** Bytes from the start that are good. */
  length: number
  /** The file may have more bytes than the good ones. */
  ragged: boolean
  /** The file's name is known to be durable in its folder. */
  named: boolean
}

export const journalTail = (path: string, files: FileSystem, state: FileState): JournalTail => {
  let { length, ragged, named } = state
  let file: OpenFile | null = null

  const cutOff = async (open: OpenFile): Promise<void> => {
    await open.truncate(length)
    ragged = false
  }

  const close = async (): Promise<void> => {
    const open = file
    file = null
    await open?.close()
  }

  const add = async (text: string): Promise<void> => {
    file ??= await files.open(path, 'a')
    if (!named) {
      await files.syncFolder(dirname(path))
      named = true
    }
    if (ragged) await cutOff(file)
    ragged = true
    await file.writeFile(text)
    await file.sync()
    ragged = false
    length += Buffer.byteLength(text)
  }

  return {
    add: async (text) => {
      try {
        await add(text)
      } catch (error) {
        // now if it can be done, so that a restart does not find what was refused; else before the next text
        if (ragged && file !== null) await cutOff(file).catch(() => undefined)
        await close().catch(() => undefined)
        throw error
      }
    },
    replace: async (text) => {
      const content = Buffer.from(text)
      await close()
      try {
        await replaceFile(path, [content], files)
        named = true
      } catch (error) {
        if (!(error instanceof NotSyncedError)) throw error
        // the new content is in place; the next text waits until its name is durable
        named = false
      }
      length = content.length
      ragged = false
    },
    close,
  }
}
