import { type MarkerKind, readMarker } from '../numbering.ts'

/** A heading that stands over rows or paragraphs. */
export interface Heading {
  text: string
  kind: MarkerKind | null
  number: string | null
}

/** The order in which official documents nest their numbers (GB/T 9704). */
const DEPTH: Record<MarkerKind, number> = {
  chapter: 0,
  article: 1,
  han: 1,
  'han-paren': 2,
  arabic: 3,
  multi: 4,
  'arabic-paren': 5,
  circled: 6,
}

export const depthOf = (kind: MarkerKind | null): number => (kind === null ? 0.5 : DEPTH[kind])

export const headingOf = (text: string): Heading => {
  const marker = readMarker(text)
  return { text, kind: marker?.kind ?? null, number: marker?.number ?? null }
}

/** The headings in force after a new one: those of its own depth and deeper end. */
export const underHeading = (open: readonly Heading[], heading: Heading): Heading[] => [
  ...open.filter(({ kind }) => depthOf(kind) < depthOf(heading.kind)),
  heading,
]
