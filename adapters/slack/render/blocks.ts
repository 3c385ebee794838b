import type { types } from '@slack/bolt'
import { fill } from './fill.ts'
import { clean, cut, oneLine, pieces } from './text.ts'

export type Block = types.KnownBlock
type PlainText = types.PlainTextElement

// Slack's limits (https://docs.slack.dev/reference/block-kit); what a whole message may hold stands in pages.ts
const HEADER = 150
const SECTION = 2_900
const FIELD = 600
const FIELDS = 10
const CONTEXT = 10
const CONTEXT_TEXT = 900
const LINE = 1_000

/** Never markup: what stands in a ledger cannot ping anybody, forge a link or turn into an emoji. */
export const plain = (text: string, max: number): PlainText => ({
  type: 'plain_text',
  // Slack refuses an empty text
  text: cut(text, max) || '—',
  emoji: false,
})

/** A heading over the whole message; null where there is nothing to say. */
export const header = (text: string): Block[] => {
  const line = oneLine(clean(text))
  if (line === '') return []
  return line.length <= HEADER ? [{ type: 'header', text: plain(line, HEADER) }] : section(line)
}

/** Text of any length. It is shown whole, not folded. */
export const section = (text: string, expand = true): Block[] =>
  pieces(clean(text), SECTION).map((piece) => ({ type: 'section', text: plain(piece, SECTION), expand }))

/** Facts side by side. */
export const fields = (facts: readonly { label: string; value: string }[]): Block[] =>
  fill(
    facts.map(({ label, value }) => plain(clean(`${label}\n${value}`), FIELD)),
    FIELDS,
  ).map((some) => ({ type: 'section', fields: some }))

/** Small grey lines. */
export const context = (lines: readonly string[]): Block[] => {
  const texts = lines.flatMap((line) => pieces(clean(line), CONTEXT_TEXT))
  const elements = texts.map((text) => plain(text, CONTEXT_TEXT))
  return fill(elements, CONTEXT).map((some) => ({ type: 'context', elements: some }))
}

export const divider = (): Block => ({ type: 'divider' })

/** Rows under a heading in bold: number, text, and in italics what is said beside. */
export const group = (
  heading: string,
  lines: readonly { label: string; text: string; note: string | null }[],
): Block[] => {
  const texts = lines.map(({ label, text, note }) => ({
    text: cut(oneLine(clean(`${label}　${text}`)), LINE),
    note: note === null ? '' : cut(oneLine(clean(note)), LINE),
  }))
  const blocks: Block[] = []
  let elements: types.RichTextElement[] = [
    { type: 'text', text: cut(oneLine(clean(heading)), LINE) || '—', style: { bold: true } },
  ]
  let size = 0
  const close = (): void => {
    blocks.push({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] })
    elements = []
    size = 0
  }
  for (const { text, note } of texts) {
    if (size + text.length + note.length > SECTION) close()
    elements.push({ type: 'text', text: `${elements.length === 0 ? '' : '\n'}${text}` })
    if (note !== '') elements.push({ type: 'text', text: `　${note}`, style: { italic: true } })
    size += text.length + note.length
  }
  close()
  return blocks
}
