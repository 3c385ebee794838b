import WordExtractor from 'word-extractor'
import { DubanError } from '../../../errors.ts'
import type { RawDocument } from '../../document.ts'
import type { FileContents } from '../reader.ts'
import { readCellMarks } from './cell-marks.ts'

const FIB = 512
const FIB_MARK = 0xa5ec
const FLAGS_AT = 0x0a
const ENCRYPTED = 0x0100

/** A document with a password: so its file information block says, which begins a sector ([MS-DOC] 2.5.2). */
const isEncrypted = (bytes: Buffer): boolean => {
  for (let at = FIB; at + FLAGS_AT + 2 <= bytes.length; at += FIB)
    if (bytes.readUInt16LE(at) === FIB_MARK) return (bytes.readUInt16LE(at + FLAGS_AT) & ENCRYPTED) !== 0
  return false
}

/** Quotation marks and dashes stay what they are. */
const AS_WRITTEN = { filterUnicode: false }

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/**
 * A Word file of before 2007 as its text. Which cells are merged, and how lists are numbered, is lost.
 * @throws DubanError `file-protected`, `file-damaged`
 */
export const readDoc = async ({ name, bytes }: FileContents): Promise<RawDocument> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (isEncrypted(buffer)) throw new DubanError('file-protected', `文件“${name}”设有密码，请取消密码后再导入。`)
  try {
    const document = await new WordExtractor().extract(buffer)
    return {
      file: name,
      blocks: readCellMarks(
        [document.getTextboxes({ ...AS_WRITTEN, includeHeadersAndFooters: false }), document.getBody(AS_WRITTEN)].join(
          '\n',
        ),
      ),
      margins: linesOf(document.getHeaders({ ...AS_WRITTEN, includeFooters: true })),
      doubts: [
        {
          field: 'document',
          message: `“${name}”是旧版 Word 文件，只读了文字，合并的单元格和自动编号可能没有读准，请核对；用 Word 或 WPS 另存为 docx 后重新导入更准确。`,
        },
      ],
    }
  } catch (cause) {
    throw new DubanError(
      'file-damaged',
      `文件“${name}”不是完整的 Word 文件，无法读取，请用 Word 或 WPS 打开后另存为 docx 再导入。`,
      { cause },
    )
  }
}
