import { squeeze, trimCell } from './cell-text.ts'
import type { RawBlock } from './document.ts'
import { fileNumber, signedYear, yearOfTitle } from './document-dates.ts'
import { findTitle } from './document-title.ts'

type Paragraph = Extract<RawBlock, { kind: 'paragraph' }>

/** What a document says of itself. */
export interface DocumentFacts {
  /** Its title, without white space; null where it has none. */
  title: string | null
  /** The paragraphs that make up the title and what stands above it. */
  heading: ReadonlySet<RawBlock>
  /** The year of the title, else of the 文号, else of the date of the document. */
  year: number | null
}

const isLine = (block: RawBlock): block is Paragraph => block.kind === 'paragraph' && block.caption !== true

/** Title and year of a document, from its paragraphs. Years are never taken from the clock. */
export const documentFacts = (blocks: readonly RawBlock[], fileName: string): DocumentFacts => {
  const paragraphs = blocks.filter(isLine)
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  const body = table < 0 ? paragraphs.length : blocks.slice(0, table).filter(isLine).length
  const found = findTitle(paragraphs, body)
  const title = found?.title ?? null
  const texts = paragraphs.map(({ text }) => squeeze(trimCell(text)))
  const end = found?.end ?? 0
  const numbered = texts.flatMap((text, i) => {
    const number = fileNumber(text)
    // elsewhere a paragraph may begin with the 文号 of another document
    return number && (number.text === text || i < end) ? [number.year] : []
  })
  const signed = texts.flatMap((text) => signedYear(text) ?? [])
  const year = yearOfTitle(title ?? fileName) ?? numbered[0] ?? signed[0] ?? null
  return { title, heading: new Set<RawBlock>(paragraphs.slice(0, end)), year }
}
