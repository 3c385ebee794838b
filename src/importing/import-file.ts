import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DubanError } from '../errors.ts'
import { refuseClassified } from './classified.ts'
import type { ReadLedger } from './document.ts'
import { type Convert, readContainer } from './readers/container.ts'
import { readCsv } from './readers/csv.ts'
import type { FileContents } from './readers/reader.ts'
import { readTextFile } from './readers/text.ts'
import { understand } from './understand.ts'

export type { FileContents } from './readers/reader.ts'

/** Files larger than this are no task ledgers; 20 MB of text are about a hundred thousand rows. */
export const LARGEST_FILE = 20 * 1024 * 1024

const tooLarge = (name: string, size: number): DubanError =>
  new DubanError(
    'file-too-large',
    `文件“${name}”有${Math.ceil(size / 1024 / 1024)}MB，超过${LARGEST_FILE / 1024 / 1024}MB的上限，请只保留任务内容后再导入。`,
  )

/**
 * A file on disk, unless it is too large to be read at all.
 * @throws DubanError `file-missing`, `file-too-large`, `file-unsupported`: a folder
 */
export const loadFile = (path: string): FileContents => {
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
 * Reads a ledger from text at hand: what needs no reader but that for text.
 * @throws DubanError `file-empty`, `file-unsupported`, `file-damaged`, `file-classified`
 */
export const readTextLedger = (file: FileContents): ReadLedger => {
  const document = /\.[ct]sv$/iu.test(file.name) ? readCsv(file) : readTextFile(file)
  refuseClassified(document)
  return understand(document)
}

/**
 * Reads a ledger from the contents of a file, in this thread. A document that sets no tasks gives none, and one doubt
 * that says so.
 * @param onOpened told how many rows and paragraphs there are, before they are understood
 * @throws DubanError and nothing else: `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`,
 *   `file-protected`; `file-classified`: it bears a 密级标志
 */
export const readLedgerFile = async (
  file: FileContents,
  convert?: Convert,
  onOpened?: (rows: number) => void,
): Promise<ReadLedger> => {
  const { name, bytes } = file
  if (bytes.length > LARGEST_FILE) throw tooLarge(name, bytes.length)
  if (bytes.length === 0) throw new DubanError('file-empty', `文件“${name}”是空的，请检查后重新导出再导入。`)
  try {
    const document = await readContainer(file, convert)
    refuseClassified(document)
    onOpened?.(document.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 1), 0))
    return understand(document)
  } catch (cause) {
    if (cause instanceof DubanError) throw cause
    throw new DubanError('file-damaged', `文件“${name}”无法解析，请检查文件是否完整，或另存为文本后再导入。`, { cause })
  }
}
