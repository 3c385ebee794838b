import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Doubt } from '../../../domain/index.ts'
import { DubanError } from '../../../errors.ts'
import type { RawDocument } from '../../document.ts'
import { type Flow, paragraph } from '../flow.ts'
import { blocksOf } from '../flow-blocks.ts'
import type { FileContents } from '../reader.ts'
import { joinTables, sameColumns } from './join-pages.ts'
import { type PageTable, tableIn } from './lattice.ts'
import { readPage } from './page-content.ts'
import { paragraphsOf, withoutMargins } from './paragraphs.ts'
import { bordersOf, joinRules } from './rules.ts'
import { type Line, linesOf } from './text-lines.ts'

const open = async ({ name, bytes }: FileContents) => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    const document = await pdfjs.getDocument({
      // it is handed over, and the caller's is left as it is
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: `${join(folder, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    }).promise
    return { document, ops: pdfjs.OPS as Readonly<Record<string, number>> }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new DubanError('file-protected', `文件“${name}”设有密码，请取消密码后再导入。`, { cause })
    throw new DubanError('file-damaged', `文件“${name}”不是完整的 PDF，无法读取，请重新获取完整的文件再导入。`, {
      cause,
    })
  }
}

interface LaidOutPage {
  lines: Line[]
  tables: PageTable[]
  height: number
  /** Whether there is no text on it. */
  blank: boolean
}

const layOut = async (
  document: PDFDocumentProxy,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<LaidOutPage> => {
  const pdf = await document.getPage(number)
  const page = await readPage(pdf, ops)
  pdf.cleanup()
  const texts = new Set(page.texts)
  const tables = bordersOf(joinRules(page.level), joinRules(page.upright)).map((borders) => tableIn(borders, texts))
  return { lines: linesOf([...texts]), tables, height: page.height, blank: page.texts.length === 0 }
}

/** Paragraphs and tables through all pages; a table that a page's end cuts is put together again. */
const flowOf = (pages: readonly LaidOutPage[]): { flow: Flow[]; doubts: Doubt[] } => {
  const flow: Flow[] = []
  const doubts: Doubt[] = []
  let open: PageTable | null = null
  const lines = withoutMargins(pages)
  pages.forEach(({ tables }, i) => {
    const paragraphs = paragraphsOf(lines[i] ?? [])
    const parts = [
      ...paragraphs.map(({ text, y }) => ({ y, text, table: null })),
      ...tables.filter(({ rows }) => rows.length > 0).map((table) => ({ y: table.top, text: '', table })),
    ].sort((a, b) => a.y - b.y)
    parts.forEach(({ text, table }, place) => {
      if (table === null) {
        flow.push(paragraph(text))
        open = null
      } else if (open !== null && place === 0 && sameColumns(open, table)) {
        const joined = joinTables(open, table)
        if (joined !== null)
          doubts.push({
            field: 'row',
            message: `第${i}页与第${i + 1}页之间有一行被分在两页，已合为一行，请核对。`,
          })
      } else {
        flow.push({ kind: 'table', rows: table.rows })
        open = table
      }
    })
  })
  return { flow, doubts }
}

const pageDoubts = (name: string, pages: readonly LaidOutPage[]): Doubt[] => {
  const blank = pages.flatMap((page, i) => (page.blank ? [i + 1] : []))
  const tables = pages.some((page) => page.tables.length > 0)
  return [
    ...(blank.length > 0
      ? [{ field: 'document', message: `第${blank.join('、')}页没有文字，可能是扫描的图片，没有读取。` }]
      : []),
    ...(tables
      ? [
          {
            field: 'document',
            message: `“${name}”是 PDF，表格按版面上的框线还原，合并的单元格和跨页的行请核对；有 docx 或 xlsx 原件的，用原件导入更准确。`,
          },
        ]
      : []),
  ]
}

const PRIVATE = /[\ue000-\uf8ff\ufffd]/gu

/** Text whose fonts do not say what their signs mean comes out as signs without meaning. */
const isUnreadable = (text: string): boolean => (text.match(PRIVATE)?.length ?? 0) > text.length / 5

/**
 * A PDF with text: lines put together to paragraphs, borders to tables.
 * @throws DubanError `file-protected`, `file-damaged`; `file-unsupported`: it holds pictures of pages only
 */
export const readPdf = async (file: FileContents): Promise<RawDocument> => {
  const { name } = file
  const { document, ops } = await open(file)
  const pages: LaidOutPage[] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await layOut(document, number, ops))
  await document.destroy()
  if (pages.every(({ blank }) => blank))
    throw new DubanError(
      'file-unsupported',
      `“${name}”里没有文字，可能是扫描件，请识别成文字或用 docx、xlsx 原件导入。`,
    )
  const { flow, doubts } = flowOf(pages)
  const blocks = blocksOf(flow)
  const text = blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flatMap(({ cells }) => cells).join('')))
    .join('')
  if (isUnreadable(text))
    throw new DubanError('file-unsupported', `“${name}”的字体没有文字编码，读出来是乱码，请用 docx、xlsx 原件导入。`)
  return { file: name, blocks, doubts: [...pageDoubts(name, pages), ...doubts] }
}
