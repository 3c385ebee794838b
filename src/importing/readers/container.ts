import { DubanError } from '../../errors.ts'
import type { RawDocument } from '../document.ts'
import { type Archive, openArchive } from './archive.ts'
import type { FileContents } from './reader.ts'
import { compoundKind, kindOf } from './sniff.ts'

/**
 * Turns a file that no reader here takes, or not as well, into a .docx: an office suite where one is installed.
 * Null where it cannot.
 */
export type Convert = (file: FileContents) => Promise<Uint8Array | null>

const TEXT_ENDINGS = ['txt', 'text', 'doc', 'wps', '']
const MARKDOWN_ENDINGS = ['md', 'markdown']
/** What programs call a table of text so that Excel opens it. */
const TABLE_ENDINGS = ['csv', 'tsv', 'xls', 'et']
const HTML_ENDINGS = ['html', 'htm', 'xhtml']

const endingOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

const unsupported = (name: string, what: string): DubanError =>
  new DubanError('file-unsupported', `“${name}”是${what}，不能读取；请另存为 docx、xlsx、文本或有文字的 PDF 后再导入。`)

const readArchive = async (
  name: string,
  archive: Archive,
  file: FileContents,
  convert?: Convert,
): Promise<RawDocument> => {
  const has = (part: string): boolean => archive.names.includes(part)
  if (has('word/document.xml') || archive.names.some((part) => /^word\/document\d*\.xml$/u.test(part)))
    return (await import('./docx/read-docx.ts')).readDocx(name, archive)
  if (archive.names.some((part) => /^xl\/workbook\.(?:xml|bin)$/u.test(part)))
    return (await import('./workbook/read-workbook.ts')).readArchivedWorkbook(name, archive)
  if (has('mimetype') && has('content.xml')) {
    const type = (await archive.read('mimetype')).toString('latin1')
    if (type.includes('spreadsheet'))
      return (await import('./workbook/read-workbook.ts')).readArchivedWorkbook(name, archive)
    if (type.includes('text')) return converted(file, convert, 'OpenDocument 文档')
  }
  if (has('OFD.xml')) throw unsupported(name, 'OFD 版式文件')
  if (archive.names.some((part) => part.startsWith('ppt/'))) throw unsupported(name, '演示文稿')
  throw unsupported(name, '压缩包')
}

const converted = async (file: FileContents, convert: Convert | undefined, what: string): Promise<RawDocument> => {
  const bytes = await convert?.(file)
  if (!bytes) throw unsupported(file.name, what)
  return (await import('./docx/read-docx.ts')).readDocx(file.name, await openArchive(file.name, bytes))
}

const readCompound = async (file: FileContents, convert?: Convert): Promise<RawDocument> => {
  const kind = compoundKind(file.bytes)
  if (kind === 'encrypted') throw new DubanError('file-protected', `文件“${file.name}”设有密码，请取消密码后再导入。`)
  if (kind === 'workbook') return (await import('./workbook/read-workbook.ts')).readBinaryWorkbook(file)
  if (kind === 'other') return converted(file, convert, '旧版 WPS 或其他程序的文件')
  const { readDoc } = await import('./doc/read-doc.ts')
  // asked first, since it knows of passwords, and since what it refuses no office suite need be troubled with
  const asText = await readDoc(file)
  const bytes = await convert?.(file)
  if (!bytes) return asText
  return (await import('./docx/read-docx.ts')).readDocx(file.name, await openArchive(file.name, bytes))
}

const readByName = async (file: FileContents): Promise<RawDocument> => {
  const ending = endingOf(file.name)
  if (HTML_ENDINGS.includes(ending)) return (await import('./html.ts')).readHtml(file)
  if (MARKDOWN_ENDINGS.includes(ending)) return (await import('./markdown.ts')).readMarkdown(file)
  if (TABLE_ENDINGS.includes(ending)) return (await import('./csv.ts')).readCsv(file)
  if (TEXT_ENDINGS.includes(ending)) return (await import('./text.ts')).readTextFile(file)
  if (['docx', 'xlsx', 'xlsm', 'pdf'].includes(ending))
    throw new DubanError(
      'file-damaged',
      `文件“${file.name}”已损坏，内容不是${ending}格式，请重新获取完整的文件再导入。`,
    )
  throw unsupported(file.name, '本系统不认识的文件')
}

/**
 * The blocks of a file, by what it is rather than by what it is called. A reader is loaded when its kind of file comes.
 * @throws DubanError `file-empty`, `file-too-large`, `file-unsupported`, `file-damaged`, `file-protected`
 */
export const readContainer = async (file: FileContents, convert?: Convert): Promise<RawDocument> => {
  const { name, bytes } = file
  switch (kindOf(bytes)) {
    case 'zip':
      return readArchive(name, await openArchive(name, bytes), file, convert)
    case 'compound':
      return readCompound(file, convert)
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(file)
    case 'html':
      return (await import('./html.ts')).readHtml(file)
    case 'mht':
      return (await import('./mht.ts')).readMht(file)
    case 'xml-workbook':
      return (await import('./workbook/read-workbook.ts')).readBinaryWorkbook(file)
    case 'rtf':
      return converted(file, convert, 'RTF 文件')
    case 'picture':
      throw unsupported(name, '图片')
    case 'archive':
      throw unsupported(name, '压缩包')
    case 'program':
      throw unsupported(name, '程序文件')
    case 'text':
      return readByName(file)
  }
}
