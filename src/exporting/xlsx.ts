import type { Cell, CellObject, Feature, Image, Sheet } from 'write-excel-file/node'
import type { Day, Light } from '../domain/index.ts'
import { columnWidths, linesOf } from './column-widths.ts'
import { type ExportRow, type ExportTable, STATE_COLUMNS, stateHeadings } from './tables.ts'
import { dayInWords, LIGHT, plainText } from './words.ts'

type Content = Image['content']

const FILL: Readonly<Record<Light, string>> = {
  green: '#C6E0B4',
  yellow: '#FFE699',
  red: '#F4B183',
  blue: '#BDD7EE',
  grey: '#D9D9D9',
}

/** Characters that a cell of a spreadsheet holds. */
const LONGEST_CELL = 32_767
/** Chinese characters that stand side by side on A4 across in print. */
const PAGE_WIDTH = 65
/** Points of a line, and of the highest row there may be. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 405
/** The title and the headings: they stay in sight, and are repeated on every page. */
const HEAD_ROWS = 2

const BOX = { borderStyle: 'thin', borderColor: '#808080', alignVertical: 'center', wrap: true } as const

const text = (said: string, more: Partial<CellObject> = {}): CellObject => {
  const value = plainText(said)
  return {
    // the type keeps what looks like a formula a text
    type: String,
    value: value.length > LONGEST_CELL ? `${value.slice(0, LONGEST_CELL - 1)}…` : value,
    ...BOX,
    ...more,
  }
}

const rowOf = ({ cells, status, light, progress, report }: ExportRow, lines: number): Cell[] => [
  ...cells.map((cell) => text(cell, { height: Math.min(HIGHEST_ROW, lines * LINE_HEIGHT + 4) })),
  text(status, { align: 'center' }),
  text(LIGHT[light], { align: 'center', backgroundColor: FILL[light] }),
  { type: Number, value: progress / 100, format: '0%', align: 'center', ...BOX },
  text(report),
]

/** A name that a sheet may have and no other has: 31 characters, without []:*?/\ */
const sheetName = (wanted: string, taken: Set<string>): string => {
  const base = wanted.replace(/[[\]:*?/\\']/gu, '').slice(0, 27) || '台账'
  let name = base
  for (let n = 2; taken.has(name); n++) name = `${base}(${n})`
  taken.add(name)
  return name
}

const sheetOf = (table: ExportTable, name: string): Sheet<Content> => {
  const headings = [...table.headings, ...stateHeadings(table)]
  const texts = table.rows.map(({ cells, status, report }) => [...cells, status, '', '', report])
  const widths = columnWidths(headings, texts, PAGE_WIDTH)
  const rows = table.rows.map((row, i) => rowOf(row, linesOf(texts[i] as string[], widths)))
  const title = text(table.ledger.name, {
    columnSpan: headings.length,
    align: 'center',
    fontWeight: 'bold',
    fontSize: 16,
    height: 32,
  })
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: HEAD_ROWS,
    columns: widths.map((width) => ({ width: width * 2 })),
    data: [
      [title],
      headings.map((heading) => text(heading, { align: 'center', fontWeight: 'bold', backgroundColor: '#F2F2F2' })),
      ...rows,
    ],
  }
}

/** A, B, … Z, AA … */
const columnName = (place: number): string =>
  (place > 25 ? columnName(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))

const escaped = (value: string): string => value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** The cells under the filter, with the row of headings. */
const filterRange = ({ rows, headings }: ExportTable, dollar = ''): string => {
  const last = columnName(headings.length + STATE_COLUMNS.length - 1)
  const from = `${dollar}A${dollar}${HEAD_ROWS}`
  return `${from}:${dollar}${last}${dollar}${rows.length + HEAD_ROWS}`
}

/** What the writer has no options for: filter, A4, one page wide, headings on every page, numbers of pages. */
const setUp = (tables: readonly ExportTable[], names: readonly string[], today: Day): Feature<Content> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const table = tables[sheetIndex] as ExportTable
          const filter = `<autoFilter ref="${filterRange(table)}"/>`
          const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
          const foot = `<headerFooter><oddFooter>&amp;L截至${dayInWords(today)}&amp;R第&amp;P页，共&amp;N页</oddFooter></headerFooter>`
          return xml
            .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData>${filter}`)
            .replace(/<pageSetup[^>]*\/>/u, `${page}${foot}`)
        },
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const defined = tables.map((table, i) => {
            const sheet = `'${escaped(names[i] as string)}'!`
            return (
              `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${sheet}${filterRange(table, '$')}</definedName>` +
              `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${sheet}$1:$${HEAD_ROWS}</definedName>`
            )
          })
          return xml.replace('</sheets>', `</sheets><definedNames>${defined.join('')}</definedNames>`)
        },
      },
    },
  },
})

/** Tables as an Excel workbook, a sheet each. What is in the cells is text, never a formula. */
export const toXlsx = async (tables: readonly ExportTable[], today: Day): Promise<Buffer> => {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const taken = new Set<string>()
  const names = tables.map(({ ledger }) => sheetName(ledger.short, taken))
  const sheets = tables.map((table, i) => sheetOf(table, names[i] as string))
  return writeXlsxFile(sheets, { fontFamily: '宋体', fontSize: 11, features: [setUp(tables, names, today)] }).toBuffer()
}
