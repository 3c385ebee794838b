import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DubanError } from '../errors.ts'
import type { RawDocument, ReadLedger } from './document.ts'
import { csvReader } from './readers/csv.ts'
import type { FileContents, Reader } from './readers/reader.ts'
import { textReader } from './readers/text.ts'
import { understand } from './understand.ts'

export type { FileContents } from './readers/reader.ts'

/** Files larger than this are no task ledgers; 20 MB of text are about a hundred thousand rows. */
export const LARGEST_FILE = 20 * 1024 * 1024

const READERS: readonly Reader[] = [textReader, csvReader]

const endingOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

const tooLarge = (name: string, size: number): DubanError =>
  new DubanError(
    'file-too-large',
    `文件“${name}”有${Math.ceil(size / 1024 / 1024)}MB，超过${LARGEST_FILE / 1024 / 1024}MB的上限，请只保留任务内容后再导入。`,
  )

const load = (path: string): FileContents => {
  const name = basename(path)
  try {
    const { size } = statSync(path)
    if (size > LARGEST_FILE) throw tooLarge(name, size)
    return { name, bytes: readFileSync(path) }
  } catch (cause) {
    if (cause instanceof DubanError) throw cause
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EISDIR') throw new DubanError('file-unsupported', `“${path}”是文件夹，请指定其中的文件。`, { cause })
    if (code === 'ENOENT') throw new DubanError('file-missing', `找不到文件“${path}”，请检查路径和文件名。`, { cause })
    throw new DubanError('file-missing', `文件“${path}”读不出来，请检查是否有读取权限。`, { cause })
  }
}

/**
 * The blocks of a file, by the reader for its kind.
 * @throws DubanError `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`
 */
export const readContainer = (file: FileContents): RawDocument => {
  if (file.bytes.length > LARGEST_FILE) throw tooLarge(file.name, file.bytes.length)
  const ending = endingOf(file.name)
  const reader = READERS.find(({ endings }) => endings.includes(ending))
  if (!reader) {
    throw new DubanError('file-unsupported', `暂不支持“${file.name}”这种文件，请另存为文本（txt）或 CSV 后再导入。`)
  }
  return reader.read(file)
}

/**
 * Reads a ledger from a file on disk, or from contents at hand (an upload). A document that sets no tasks gives none,
 * and one doubt that says so.
 * @throws DubanError and nothing else: `file-missing`, `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`
 */
export const readLedgerFile = (file: string | FileContents): ReadLedger => {
  const contents = typeof file === 'string' ? load(file) : file
  try {
    return understand(readContainer(contents))
  } catch (cause) {
    if (cause instanceof DubanError) throw cause
    throw new DubanError('file-damaged', `文件“${contents.name}”无法解析，请检查文件是否完整，或另存为文本后再导入。`, {
      cause,
    })
  }
}
