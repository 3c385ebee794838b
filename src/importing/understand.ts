import type { Doubt } from '../domain/index.ts'
import { oneLine } from './cell-text.ts'
import type { Column } from './columns/find-head.ts'
import type { RawBlock, RawDocument, ReadLedger } from './document.ts'
import { documentFacts } from './document-facts.ts'
import { deadlineConflicts } from './doubts/deadline-conflicts.ts'
import { nothingRead } from './doubts/nothing-read.ts'
import { sameBodyDoubts } from './doubts/same-body.ts'
import { draftTasks } from './draft-tasks.ts'
import { readMarker } from './numbering.ts'
import { readProse } from './prose/read-prose.ts'
import { saysFirstLeads } from './read-units.ts'
import { shortNameOf } from './short-name.ts'
import { type Heading, headingOf, underHeading } from './table/headings.ts'
import { readTable } from './table/read-table.ts'
import type { ReadPart, TaskSource } from './task-source.ts'

const ANNEX = /^附\s*[件表]/u

/** The last of the lines above a head that could be its table's name. */
const nameOf = (captions: readonly string[]): string | null =>
  captions.findLast((text) => !ANNEX.test(text) && text.length <= LONGEST_CAPTION) ?? null

const LONGEST_CAPTION = 40

/** Tables with the numbered headings that stand above them. */
const readTables = (blocks: readonly RawBlock[], heading: ReadonlySet<RawBlock>): ReadPart => {
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
      if (text.length > LONGEST_CAPTION || /[。；;，,]/u.test(text) || ANNEX.test(text)) continue
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
    const named = (source: TaskSource): TaskSource => ({
      ...source,
      above: several ? [`表${i + 1}`, ...source.above] : source.above,
      group: `${i}\n${source.group}`,
      path: several && above !== null ? [above, ...source.path] : source.path,
    })
    whole.sources = whole.sources.concat(part.sources.map(named))
  })
  for (const { part } of parts) {
    whole.notes = whole.notes.concat(part.notes)
    whole.doubts = whole.doubts.concat(part.doubts)
  }
  return whole
}

const withDoubts = (part: ReadPart, doubts: readonly Doubt[]): ReadPart => ({
  ...part,
  doubts: [...doubts, ...part.doubts],
})

/** Prose is quoted by all the numbers above an item: 四(二)6. */
const PROSE_PARENTS = 9

/** What a document's blocks mean: its tasks and what is doubtful about them. */
export const understand = (document: RawDocument): ReadLedger => {
  const { file, blocks } = document
  const fileName = file.replace(/\.[^.]{1,8}$/u, '')
  const facts = documentFacts(blocks, fileName)
  const tables = readTables(blocks, facts.heading)
  const isTable = tables.sources.length > 0
  const part = withDoubts(isTable ? tables : withDoubts(readProse(blocks, facts), tables.doubts), document.doubts ?? [])
  const firstLeads = [...part.notes, ...part.sources.flatMap(({ units }) => units.map(({ text }) => text))].some(
    saysFirstLeads,
  )
  const { tasks, doubts } = draftTasks(part.sources, {
    file,
    year: facts.year,
    firstLeads,
    parents: isTable ? 0 : PROSE_PARENTS,
  })
  for (const task of tasks) task.doubts.push(...deadlineConflicts(task, facts.year))
  return {
    name: facts.title ?? fileName,
    short: shortNameOf(facts.title ?? fileName),
    year: facts.year,
    tasks,
    doubts:
      tasks.length === 0
        ? [nothingRead(file, blocks, part.doubts)]
        : [...part.doubts, ...doubts, ...sameBodyDoubts(tasks)],
  }
}
