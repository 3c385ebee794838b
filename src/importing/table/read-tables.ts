import { oneLine } from '../cell-text.ts'
import type { Column } from '../columns/find-head.ts'
import type { RawBlock } from '../document.ts'
import { readMarker } from '../numbering.ts'
import type { ReadPart, TaskSource } from '../task-source.ts'
import { type Heading, headingOf, underHeading } from './headings.ts'
import { readTable } from './read-table.ts'

/** 附件2, 附件：重点项目清单: its name may follow. */
const ANNEX = /^附\s*[件表]\s*[\d一二三四五六七八九十]*[:：.．、\s]*(.{0,40})$/u

/** The last of the lines above a head that could be its table's name. */
const nameOf = (captions: readonly string[]): string | null =>
  captions.findLast((text) => !ANNEX.test(text) && text.length <= LONGEST_CAPTION) ?? null

const LONGEST_CAPTION = 40

/** The tables of a document with the numbered headings that stand above them. */
export const readTables = (blocks: readonly RawBlock[], heading: ReadonlySet<RawBlock>): ReadPart => {
  const whole: ReadPart = { sources: [], notes: [], doubts: [] }
  const parts: { part: ReadPart; caption: string | null }[] = []
  let open: Heading[] = []
  let caption: string | null = null
  let columns: readonly Column[] | null = null
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const text = oneLine(block.text)
      if (heading.has(block)) continue
      if (block.caption) {
        caption = text
        continue
      }
      whole.notes.push(text)
      const annex = ANNEX.exec(text)
      if (annex) {
        // no heading above it stands over an annex
        open = []
        caption = annex[1] || null
        continue
      }
      if (text.length > LONGEST_CAPTION || /[。；;，,]/u.test(text)) continue
      if (readMarker(text)) open = underHeading(open, headingOf(text))
      else caption = text
      continue
    }
    const table = readTable(block.rows, open, columns)
    whole.notes.push(...table.notes)
    for (const part of table.parts) {
      columns = part.columns
      caption = nameOf(part.captions) ?? caption
      parts.push({ part, caption })
      caption = null
    }
  }
  const withTasks = parts.filter(({ part }) => part.sources.length > 0)
  withTasks.forEach(({ part, caption: above }, i) => {
    // numbers of several tables begin anew
    const several = withTasks.length > 1
    const name = (source: TaskSource): void => {
      source.group = `${i}\n${source.group}`
      if (several) source.above.unshift(`表${i + 1}`)
      if (several && above !== null) source.path.unshift(above)
    }
    part.sources.forEach(name)
    whole.sources = whole.sources.concat(part.sources)
  })
  for (const { part } of parts) {
    whole.notes = whole.notes.concat(part.notes)
    whole.doubts = whole.doubts.concat(part.doubts)
  }
  return whole
}
