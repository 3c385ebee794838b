import { CFB, utils, type WorkSheet, write } from '@e965/xlsx'

/** A zip archive of these parts, packed. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  const container = CFB.utils.cfb_new()
  for (const [name, contents] of Object.entries(parts)) CFB.utils.cfb_add(container, `/${name}`, Buffer.from(contents))
  // the writer's own mark
  CFB.utils.cfb_del(container, '/\u0001Sh33tJ5')
  return Buffer.from(CFB.write(container, { fileType: 'zip', type: 'buffer', compression: true }))
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A part of WordprocessingML. */
export const wordXml = (root: string, inner: string): string =>
  `${XML}<w:${root} xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml">${inner}</w:${root}>`

/** A Word document with this body, and further parts by name. */
export const docxOf = (body: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'word/document.xml': wordXml('document', `<w:body>${body}</w:body>`),
    ...parts,
  })

export const p = (text: string, settings = ''): string =>
  `<w:p>${settings && `<w:pPr>${settings}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A cell; `merge`: restart or continue, `span`: columns. */
export const tc = (
  content: string,
  { span = 1, merge = '' }: { span?: number; merge?: '' | 'restart' | 'continue' } = {},
): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge && `<w:vMerge w:val="${merge}"/>`}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`

export const tr = (cells: readonly string[], settings = ''): string =>
  `<w:tr>${settings && `<w:trPr>${settings}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`

export const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

type Cell = string | number | null | { t: 'n'; v: number; z: string }

/** A sheet of these cells; null is none at all. */
export const sheetOf = (rows: readonly (readonly Cell[])[], more: Partial<WorkSheet> = {}): WorkSheet => ({
  ...utils.aoa_to_sheet(rows.map((row) => [...row])),
  ...more,
})

/** A workbook of these sheets. `hidden`: names of those that are. */
export const workbookOf = (
  sheets: Readonly<Record<string, WorkSheet>>,
  { kind = 'xlsx', hidden = [] }: { kind?: 'xlsx' | 'xls' | 'xlsb' | 'ods'; hidden?: readonly string[] } = {},
): Buffer => {
  const names = Object.keys(sheets)
  return write(
    {
      SheetNames: names,
      Sheets: { ...sheets },
      Workbook: { Sheets: names.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) },
    },
    { type: 'buffer', bookType: kind, compression: true, cellStyles: true },
  )
}

/** The place of a cell range as SheetJS has it: `A1:C1`. */
export const range = (text: string) => utils.decode_range(text)
