import { bodyText, paragraph, section, sectionHeading, titleLine } from './official-layout.ts'
import type { SpecialReport } from './special-report.ts'

/** A 专报 as a Word document in the layout of official documents; who signs it is for the office to add. */
export const toSpecialReportDocx = async ({ title, opening, sections, date }: SpecialReport): Promise<Buffer> => {
  const docx = await import('docx')
  const children = [
    titleLine(docx, title),
    bodyText(docx, opening),
    ...sections.flatMap(({ heading, paragraphs }) => [
      sectionHeading(docx, heading),
      ...paragraphs.map((text) => bodyText(docx, text)),
    ]),
    // 成文日期: four characters from the right
    paragraph(docx, date, 'body', {
      alignment: docx.AlignmentType.RIGHT,
      indent: { right: 1280 },
      spacing: { before: 560 },
    }),
  ]
  return docx.Packer.toBuffer(new docx.Document({ creator: '督办', title, sections: [section(docx, children)] }))
}
