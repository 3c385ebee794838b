import type { Day } from '../domain/index.ts'
import { columnWidths } from './column-widths.ts'
import { paragraph, run, section, titleLine } from './official-layout.ts'
import { type ExportRow, type ExportTable, stateHeadings } from './tables.ts'
import { dayInWords, LIGHT } from './words.ts'

type Docx = typeof import('docx')

/** Twentieths of a point between the margins of A4 across. */
const TABLE_WIDTH = 14_570
/** Likewise, of 五号. */
const CHARACTER = 210

const cellsOf = ({ cells, status, light, progress, report }: ExportRow): string[] => [
  ...cells,
  status,
  LIGHT[light],
  `${progress}%`,
  report,
]

const tableOf = (docx: Docx, table: ExportTable) => {
  const headings = [...table.headings, ...stateHeadings(table)]
  const rows = table.rows.map(cellsOf)
  const widths = columnWidths(headings, rows, TABLE_WIDTH / CHARACTER).map((width) => Math.round(width * CHARACTER))
  const cell = (text: string, place: number, head: boolean) =>
    new docx.TableCell({
      width: { size: widths[place] as number, type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlignTable.CENTER,
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      children: [
        new docx.Paragraph({
          ...(head ? { alignment: docx.AlignmentType.CENTER } : {}),
          children: [run(docx, text, head ? 'head' : 'cell')],
        }),
      ],
    })
  return new docx.Table({
    width: { size: TABLE_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    rows: [
      new docx.TableRow({
        // on every page
        tableHeader: true,
        cantSplit: true,
        children: headings.map((heading, i) => cell(heading, i, true)),
      }),
      ...rows.map(
        (row) => new docx.TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) }),
      ),
    ],
  })
}

/** Tables as a Word document, each on pages of its own, across, headings on every page. */
export const toDocx = async (tables: readonly ExportTable[], today: Day): Promise<Buffer> => {
  const docx = await import('docx')
  const sections = tables.map((table) =>
    section(
      docx,
      [
        titleLine(docx, table.ledger.name),
        tableOf(docx, table),
        paragraph(docx, `截至${dayInWords(today)}，共${table.rows.length}项。`, 'cell', {
          alignment: docx.AlignmentType.RIGHT,
        }),
      ],
      { landscape: true },
    ),
  )
  return docx.Packer.toBuffer(new docx.Document({ creator: '督办', sections }))
}
