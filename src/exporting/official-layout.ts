import type { IParagraphOptions, IRunOptions, ISectionOptions } from 'docx'
import { plainText } from './words.ts'

type Docx = typeof import('docx')

/** Measures of GB/T 9704-2012 (党政机关公文格式): 版心 156 mm × 225 mm, 天头 37 mm, 订口 28 mm. Twentieths of a point. */
const mm = (length: number): number => Math.round((length / 25.4) * 1440)
const PORTRAIT = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) }
const LANDSCAPE = { top: mm(28), left: mm(20), right: mm(20), bottom: mm(20) }
const A4 = { width: mm(210), height: mm(297) }

/** 字号 in half-points. */
const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21 } as const

/** A font with what stands in for it where it is not installed: Latin letters and figures in Times New Roman. */
const font = (chinese: string): IRunOptions['font'] => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: chinese,
  cs: 'Times New Roman',
})

/** 方正小标宋 is not on every machine; the office program takes 宋体 for it, which the font table names. */
export const FONTS = { title: '方正小标宋简体', body: '仿宋', heading: '黑体', table: '仿宋' } as const

export type RunStyle = 'title' | 'body' | 'heading' | 'cell' | 'head' | 'page'

const RUNS: Readonly<Record<RunStyle, IRunOptions>> = {
  title: { font: font(FONTS.title), size: SIZE.二号 },
  body: { font: font(FONTS.body), size: SIZE.三号 },
  heading: { font: font(FONTS.heading), size: SIZE.三号 },
  cell: { font: font(FONTS.table), size: SIZE.五号 },
  head: { font: font(FONTS.heading), size: SIZE.五号 },
  page: { font: font('宋体'), size: SIZE.四号 },
}

export const run = ({ TextRun }: Docx, text: string, style: RunStyle) =>
  new TextRun({ ...RUNS[style], text: plainText(text) })

/** 行距 28 磅, as 22 lines a page need. */
const LINE = { line: 560, lineRule: 'exact' } as const

export const paragraph = (docx: Docx, text: string, style: RunStyle, more: IParagraphOptions = {}) =>
  new docx.Paragraph({
    spacing: style === 'title' ? { after: 300 } : LINE,
    ...more,
    children: [run(docx, text, style)],
  })

/** 正文: two characters in. */
export const bodyText = (docx: Docx, text: string) =>
  paragraph(docx, text, 'body', { indent: { firstLine: SIZE.三号 * 10 * 2 } })

/** 一、…: in 黑体. */
export const sectionHeading = (docx: Docx, text: string) =>
  paragraph(docx, text, 'heading', { indent: { firstLine: SIZE.三号 * 10 * 2 } })

/** 标题: centred. */
export const titleLine = (docx: Docx, text: string) =>
  paragraph(docx, text, 'title', { alignment: docx.AlignmentType.CENTER })

/** Page, margins and the page number between two strokes at the foot. */
export const section = (
  docx: Docx,
  children: ISectionOptions['children'],
  { landscape = false }: { landscape?: boolean } = {},
): ISectionOptions => ({
  properties: {
    page: {
      size: { ...A4, ...(landscape ? { orientation: docx.PageOrientation.LANDSCAPE } : {}) },
      margin: landscape ? LANDSCAPE : PORTRAIT,
    },
  },
  footers: {
    default: new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          children: [new docx.TextRun({ ...RUNS.page, children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
        }),
      ],
    }),
  },
  children,
})
