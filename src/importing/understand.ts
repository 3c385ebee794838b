import type { RawBlock, RawDocument, ReadLedger } from './document.ts'
import { type DocumentFacts, documentFacts } from './document-facts.ts'
import { deadlineConflicts } from './doubts/deadline-conflicts.ts'
import { nothingRead } from './doubts/nothing-read.ts'
import { sameBodyDoubts } from './doubts/same-body.ts'
import { draftTasks } from './draft-tasks.ts'
import { readProse } from './prose/read-prose.ts'
import { repeats } from './prose/repeats.ts'
import { saysFirstLeads } from './read-units.ts'
import { shortNameOf } from './short-name.ts'
import { keepTables } from './table/own-table.ts'
import { readTables } from './table/read-tables.ts'
import type { ReadPart } from './task-source.ts'

/** Prose is quoted by all the numbers above an item: 四(二)6. */
const PROSE_PARENTS = 9

/**
 * What a document sets in tables, in prose, or in both: prose beside tables counts where it names who is responsible and
 * the tables do not say the same again.
 */
const readParts = (blocks: readonly RawBlock[], facts: DocumentFacts): { prose: ReadPart; tables: ReadPart } => {
  const tables = readTables(blocks, facts.heading)
  const prose = readProse(blocks, facts)
  const counts = tables.sources.length === 0 || (prose.named && !repeats(prose.sources, tables.sources))
  return { prose: counts ? prose : { ...prose, sources: [] }, tables }
}

/** What a document's blocks mean: its tasks and what is doubtful about them. */
export const understand = (document: RawDocument): ReadLedger => {
  const { file, blocks } = document
  const fileName = file.replace(/\.[^.]{1,8}$/u, '')
  const facts = documentFacts(blocks, fileName)
  const { prose, tables } = readParts(blocks, facts)
  const said = [...(document.doubts ?? []), ...tables.doubts, ...prose.doubts]
  const sources = [...prose.sources, ...tables.sources]
  const notes = [...prose.notes, ...tables.notes, ...sources.flatMap(({ units }) => units.map(({ text }) => text))]
  const context = { file, year: facts.year, firstLeads: notes.some(saysFirstLeads) }
  const inProse = draftTasks(prose.sources, { ...context, parents: PROSE_PARENTS })
  const inTables = draftTasks(tables.sources, { ...context, parents: 0 })
  const own = keepTables(tables.sources, inTables.tasks)
  const taken = new Set(inProse.tasks.map(({ no }) => no))
  for (const task of inTables.tasks) if (taken.has(task.no)) task.no = `表${task.no}`
  const tasks = [...inProse.tasks, ...inTables.tasks]
  for (const task of tasks) task.doubts.push(...deadlineConflicts(task, facts.year))
  return {
    name: facts.title ?? fileName,
    short: shortNameOf(facts.title ?? fileName),
    year: facts.year,
    tasks,
    ...(own.length > 0 ? { tables: own } : {}),
    doubts:
      tasks.length === 0
        ? [nothingRead(file, blocks, said)]
        : [...said, ...inProse.doubts, ...inTables.doubts, ...sameBodyDoubts(tasks)],
  }
}
