import type { Doubt, TaskDraft } from '../domain/index.ts'
import { oneLine } from './cell-text.ts'
import { assignNumbers, withoutMarker } from './numbering.ts'
import { type Deadlines, readDeadlineCell, readDeadlinesInText } from './read-deadlines.ts'
import { readUnits, type TaskUnits } from './read-units.ts'
import type { TaskSource, UnitWords } from './task-source.ts'
import { titleInContent } from './task-title.ts'

export interface DraftContext {
  file: string
  /** The document's own year. */
  year: number | null
  /** A rule of the document: of several units the first leads. */
  firstLeads: boolean
  /** How many numbers of headings a task's own always carries: prose is quoted by section (四(二)6), tables are not. */
  parents: number
}

const countBy = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Short names: the heading above where each task has one to itself, else the first sentence where it reads like one. */
const titlesOf = (sources: readonly TaskSource[]): (string | null)[] => {
  const keys = sources.map(({ path }) => path.join('\n'))
  const counts = countBy(keys)
  const alone = sources.map(({ title }, i) => title !== null && counts.get(keys[i] as string) === 1)
  const named = alone.filter((is) => is).length * 2 > sources.length
  return sources.map(({ content, title }, i) => {
    if (named && alone[i] === true) return title
    return titleInContent(content) ?? (alone[i] === true ? title : null)
  })
}

const numbersOf = (sources: readonly TaskSource[], parents: number): string[] => {
  const sizes = countBy(sources.map(({ group }) => group))
  return assignNumbers(
    sources.map(({ own, above, group, numbered }) => ({
      above,
      group,
      own: numbered && sizes.get(group) === 1 ? null : own,
    })),
    parents,
  )
}

/** Where as many tasks as this lack something, the document is at fault, and one doubt says so for all. */
const MOST = 0.5

const lacking = (drafts: readonly TaskDraft[], lack: readonly TaskDraft[], field: string, what: string): Doubt[] => {
  if (lack.length === 0) return []
  if (lack.length === drafts.length) return [{ field, message: `文件没有写明各项任务的${what}。` }]
  if (lack.length >= drafts.length * MOST && lack.length > 3) {
    const which = lack
      .slice(0, 5)
      .map(({ no }) => no)
      .join('、')
    return [{ field, message: `有${lack.length}项任务没有写明${what}：${which}${lack.length > 5 ? '等' : ''}。` }]
  }
  for (const draft of lack) draft.doubts.push({ field, message: `没有写明${what}。` })
  return []
}

/** Tasks without units or deadlines; a section whose sentences are tasks of their own needs neither. */
const missing = (drafts: readonly TaskDraft[]): Doubt[] => {
  // a section stands before the tasks that its sentences are
  const isWhole = (draft: TaskDraft, i: number): boolean => {
    const next = drafts[i + 1]
    return next !== undefined && next.path.length > draft.path.length && draft.content.includes(next.content)
  }
  const units = drafts.filter((draft, i) => draft.lead.length === 0 && !isWhole(draft, i))
  const dates = drafts.filter((draft) => draft.milestones.length === 0 && draft.timing === '')
  return [...lacking(drafts, units, 'lead', '责任单位'), ...lacking(drafts, dates, 'milestones', '完成时限')]
}

/** Reads the units of a cell or two, each wording once: a column holds few, over and over. */
const unitReader = (firstLeads: boolean) => {
  const known = new Map<string, TaskUnits>()
  return (words: readonly UnitWords[]): TaskUnits => {
    let key = ''
    for (const { kind, text } of words) key += `${kind}\n${text}\n\n`
    const units = known.get(key) ?? readUnits(words, firstLeads)
    known.set(key, units)
    const { lead, cooperating, assumed, doubts } = units
    return { lead: lead.slice(), cooperating: cooperating.slice(), assumed, doubts }
  }
}

/** Reads deadline cells, each wording once: a column holds few, over and over. */
const deadlineReader = (year: number | null) => {
  const known = new Map<string, Deadlines>()
  return (timing: string): Deadlines => {
    const deadlines = known.get(timing) ?? readDeadlineCell(timing, year)
    known.set(timing, deadlines)
    return { milestones: deadlines.milestones.map((each) => Object.assign({}, each)), doubts: deadlines.doubts }
  }
}

/** Units as a list that was read as it stands. */
const listed = (text: string): string =>
  oneLine(text)
    .replace(/[，,；;\s]+/gu, '、')
    .replace(/[。、]+$/u, '')

/** The words in which the document names the units, where they were read into something else. */
const originalOf = (
  { units }: TaskSource,
  { lead, cooperating }: Pick<TaskDraft, 'lead' | 'cooperating'>,
): TaskDraft['original'] | null => {
  let leads = ''
  let helpers = ''
  for (const { kind, text } of units) {
    const words = oneLine(text)
    if (kind === 'cooperating') helpers = helpers === '' ? words : `${helpers}；${words}`
    else leads = leads === '' ? words : `${leads}；${words}`
  }
  // nearly every cell is read as it stands
  if (leads === lead.join('、') && helpers === cooperating.join('、')) return null
  const original = {
    ...(leads !== '' && listed(leads) !== lead.join('、') ? { lead: leads } : {}),
    // one cell for both says who helps as well
    ...(helpers !== '' && listed(helpers) !== cooperating.join('、') ? { cooperating: helpers } : {}),
    ...(helpers === '' && leads !== '' && cooperating.length > 0 ? { cooperating: leads } : {}),
  }
  return Object.keys(original).length === 0 ? null : original
}

const draftOf = (
  source: TaskSource,
  no: string,
  title: string | null,
  context: DraftContext,
  readDeadline: (timing: string) => Deadlines,
  readUnitCells: (words: readonly UnitWords[]) => TaskUnits,
): { draft: TaskDraft; assumed: boolean } => {
  const { lead, cooperating, assumed, doubts: unitDoubts } = readUnitCells(source.units)
  const timing = source.timing ?? ''
  const deadlines =
    timing === '' ? readDeadlinesInText(withoutMarker(source.content), context.year) : readDeadline(timing)
  const original = originalOf(source, { lead, cooperating })
  const doubts = source.doubts.concat(unitDoubts, deadlines.doubts)
  if (source.timing === '' && deadlines.milestones.length > 0)
    doubts.push({ field: 'timing', message: '时限单元格为空，时限取自任务内容，请核对。' })
  const draft: TaskDraft = {
    no,
    path: source.path,
    title,
    content: source.content,
    lead,
    cooperating,
    timing,
    milestones: deadlines.milestones,
    contacts: source.contacts,
    source: { file: context.file, row: source.line },
    doubts,
  }
  if (original !== null) draft.original = original
  return { draft, assumed }
}

/** Tasks from what the document says of each: units by role, deadlines as milestones, numbers, short names, doubts. */
export const draftTasks = (
  sources: readonly TaskSource[],
  context: DraftContext,
): { tasks: TaskDraft[]; doubts: Doubt[] } => {
  const numbers = numbersOf(sources, context.parents)
  const titles = titlesOf(sources)
  const readDeadline = deadlineReader(context.year)
  const readUnitCells = unitReader(context.firstLeads)
  const drafts = sources.map((source, i) =>
    draftOf(source, numbers[i] as string, titles[i] ?? null, context, readDeadline, readUnitCells),
  )
  const doubts: Doubt[] = drafts.some(({ assumed }) => assumed)
    ? [{ field: 'lead', message: '文件没有说明多个责任单位由谁牵头，已按排在首位的牵头、其余配合处理，请核对。' }]
    : []
  const tasks = drafts.map(({ draft }) => draft)
  return { tasks, doubts: [...doubts, ...missing(tasks)] }
}
