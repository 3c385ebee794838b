import * as XLSX from '@e965/xlsx'
import type { Doubt } from '../../../domain/index.ts'
import { DubanError } from '../../../errors.ts'
import type { RawBlock, RawDocument } from '../../document.ts'
import type { Archive } from '../archive.ts'
import type { FileContents } from '../reader.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { sheetBlocks } from './sheet-blocks.ts'

/** Macros, formulas, comments and pictures are not read, nor are other workbooks that this one points to. */
const OPTIONS = { dense: true, cellNF: true, cellStyles: true, cellFormula: false, cellHTML: false } as const

/** Parts that hold no cells and stay packed. */
const BULKY = /\/(?:media|embeddings|printerSettings|activeX)\/|vbaProject\.bin$|\.(?:png|jpe?g|gif|emf|wmf|tiff?)$/iu

/** The library's way in for an archive that is unpacked already, which its types leave out. */
interface UnpackedReader {
  parse_zip(container: object, options: object): XLSX.WorkBook
}

const readArchive = async (archive: Archive): Promise<XLSX.WorkBook> => {
  const container = XLSX.CFB.utils.cfb_new()
  for (const part of archive.names)
    if (!BULKY.test(part)) XLSX.CFB.utils.cfb_add(container, `/${part}`, await archive.read(part))
  return (XLSX as unknown as UnpackedReader).parse_zip(container, { ...OPTIONS, type: 'buffer' })
}

/** Workbooks of before Excel 97 keep Chinese in the code page of the machine. */
const readBinary = async (bytes: Uint8Array): Promise<XLSX.WorkBook> => {
  XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  return XLSX.read(bytes, { ...OPTIONS, type: 'buffer' })
}

const failure = (file: string, cause: unknown): DubanError => {
  if (cause instanceof DubanError) return cause
  return cause instanceof Error && /password|encrypt/iu.test(cause.message)
    ? new DubanError('file-protected', `文件“${file}”设有密码，请取消密码后再导入。`, { cause })
    : new DubanError(
        'file-damaged',
        `文件“${file}”不是完整的表格文件，无法读取，请用 Excel 或 WPS 打开后另存再导入。`,
        { cause },
      )
}

const isVisible = (book: XLSX.WorkBook, index: number): boolean => !book.Workbook?.Sheets?.[index]?.Hidden

const hiddenSheets = (names: readonly string[]): Doubt[] =>
  names.length === 0
    ? []
    : [
        {
          field: 'document',
          message: `工作表${names.map((name) => `“${name}”`).join('、')}是隐藏的，没有读取；需要的请取消隐藏后重新导入。`,
        },
      ]

/** The sheets of a workbook one after another; hidden ones, hidden rows and hidden columns are left out, and a doubt says so. */
const documentOf = (file: string, book: XLSX.WorkBook): RawDocument => {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name, index) => ({ name, index, sheet: sheetOf(book.Sheets[name], date1904) }))
  const filled = sheets.filter(({ sheet }) => sheet.rows.length > 0)
  const shown = filled.filter(({ index }) => isVisible(book, index))
  const blocks: RawBlock[] = shown.flatMap(({ name, sheet }) => sheetBlocks(sheet, shown.length > 1 ? name : null))
  const several = shown.length > 1
  const doubts = shown.flatMap(({ name, sheet }) => hiddenDoubts(sheet, several ? `工作表“${name}”中` : ''))
  const hidden = filled.filter((each) => !shown.includes(each)).map(({ name }) => name)
  return { file, blocks, doubts: [...doubts, ...hiddenSheets(hidden)] }
}

const hiddenDoubts = ({ hiddenRows, hiddenColumns }: Sheet, where: string): Doubt[] => {
  const parts = [
    ...(hiddenRows.length > 0
      ? [`第${hiddenRows.slice(0, 10).join('、')}行${hiddenRows.length > 10 ? '等' : ''}`]
      : []),
    ...(hiddenColumns.length > 0
      ? [`${hiddenColumns.map((column) => XLSX.utils.encode_col(column)).join('、')}列`]
      : []),
  ]
  return parts.length === 0
    ? []
    : [{ field: 'document', message: `${where}${parts.join('和')}是隐藏的，没有读取；需要的请取消隐藏后重新导入。` }]
}

const document = async (file: string, book: Promise<XLSX.WorkBook>): Promise<RawDocument> => {
  try {
    return documentOf(file, await book)
  } catch (cause) {
    throw failure(file, cause)
  }
}

/**
 * A workbook that is an archive: .xlsx, .xlsm, .xlsb, .ods.
 * @throws DubanError `file-damaged`
 */
export const readArchivedWorkbook = (name: string, archive: Archive): Promise<RawDocument> =>
  document(name, readArchive(archive))

/**
 * A workbook that is none: .xls, .et, Excel's XML of 2003.
 * @throws DubanError `file-damaged`, `file-protected`
 */
export const readBinaryWorkbook = ({ name, bytes }: FileContents): Promise<RawDocument> =>
  document(name, readBinary(bytes))
