import { type Marker, readMarker } from '../numbering.ts'
import { depthOf } from '../table/headings.ts'
import type { Paragraph } from './paragraphs.ts'

/** A numbered section or item, with what stands under it. */
export interface Section {
  /** null at the top: the whole document. */
  marker: Marker | null
  /** Its heading as written, with its number and without a bracket or stop at its end. */
  heading: string
  /** The whole of its first paragraph, its number included. */
  text: string
  line: number
  /** Paragraphs without a number that follow it. */
  body: Paragraph[]
  children: Section[]
  parent: Section | null
}

const LONGEST_HEADING = 60
const HEADING = /^[^。；;！？]+/u
const END_BRACKET = /[（(【][^（()）【】]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)】]$/u

/** The first sentence without a bracket at its end, where it is short; what is longer is no heading. */
const headingIn = (text: string): string => {
  const whole = text.replace(/[。；;：:]$/u, '').replace(END_BRACKET, '')
  const bare = (HEADING.exec(whole)?.[0] ?? whole).replace(/[：:]$/u, '').replace(END_BRACKET, '')
  if (bare.length <= LONGEST_HEADING) return bare
  const clause = /^[^，,：:]+/u.exec(bare)?.[0] ?? bare
  return clause.slice(0, LONGEST_HEADING)
}

/** The numbered sections of a document as a tree, nested as official documents nest their numbers. */
export const outlineOf = (paragraphs: readonly Paragraph[]): Section => {
  const root: Section = { marker: null, heading: '', text: '', line: 0, body: [], children: [], parent: null }
  let current = root
  for (const paragraph of paragraphs) {
    const marker = readMarker(paragraph.text)
    if (!marker || marker.rest === '') {
      current.body.push(paragraph)
      continue
    }
    let parent: Section = current
    while (parent.marker !== null && depthOf(parent.marker.kind) >= depthOf(marker.kind))
      parent = parent.parent as Section
    current = {
      marker,
      heading: headingIn(paragraph.text),
      text: paragraph.text,
      line: paragraph.line,
      body: [],
      children: [],
      parent,
    }
    parent.children.push(current)
  }
  return root
}

/** Sections from the outermost down to this one's parent. */
export const ancestors = (section: Section): Section[] => {
  const above: Section[] = []
  for (let at = section.parent; at !== null && at.marker !== null; at = at.parent) above.unshift(at)
  return above
}

/** Every section below one, in the order of the document. */
export const descendants = (section: Section): Section[] =>
  section.children.flatMap((child) => [child, ...descendants(child)])

/** The section's own paragraphs: the first without its number, and those that follow without one. */
export const ownParagraphs = (section: Section): string[] => [
  section.marker?.rest ?? section.text,
  ...section.body.map(({ text }) => text),
]

/** The section's own words as one text, its number included; a heading without a stop gets one before what follows. */
export const ownText = (section: Section): string =>
  [section.text, ...section.body.map(({ text }) => text)].reduce((text, next) =>
    text === '' || /[。；;：:！？，,、]$/u.test(text) ? text + next : `${text}。${next}`,
  )
