import type { Contact, Doubt } from '../../domain/index.ts'
import { isBlank, isVoid, oneLine } from '../cell-text.ts'
import { readMarker } from '../numbering.ts'
import { readContacts } from '../people/contacts.ts'
import { peopleBesideUnits } from '../people/people-beside-units.ts'
import { findPhones } from '../people/phones.ts'
import type { TaskSource, UnitWords } from '../task-source.ts'
import { headingName } from '../task-title.ts'
import type { Heading } from './headings.ts'
import type { Layout } from './layout.ts'
import type { FilledCell, FilledRow } from './merged-cells.ts'

const contactsOf = (row: FilledRow, layout: Layout): Contact[] => {
  const contacts: Contact[] = []
  for (const { index, role } of layout.contacts) {
    const people = readContacts(row.cell(index).text, role)
    // a column of numbers belongs to the nearest people on its left
    const next = layout.contacts.find((other) => other.index > index)?.index ?? Number.POSITIVE_INFINITY
    const phoneColumn = layout.phones.find((phone) => phone > index && phone < next)
    const phones = phoneColumn === undefined ? [] : findPhones(row.cell(phoneColumn).text)
    people.forEach((person, i) => {
      person.phone ??= phones[i]?.digits ?? (people.length === 1 ? (phones[0]?.digits ?? null) : null)
    })
    contacts.push(...people)
  }
  for (const { index, heading } of layout.units)
    contacts.push(...peopleBesideUnits(row.cell(index).text, heading).contacts)
  return contacts
}

const guessed = (cell: FilledCell, field: string, what: string): Doubt[] =>
  cell.from === 'guessed'
    ? [{ field, message: `${what}单元格为空，按合并单元格取上一行的“${oneLine(cell.text)}”，请核对。` }]
    : []

const unitsOf = (row: FilledRow, layout: Layout, doubts: Doubt[]): UnitWords[] => {
  // who supports is taken from above only together with who leads
  const isTaken = (): boolean => {
    const leads = layout.units.filter(({ kind }) => kind !== 'cooperating')
    return leads.length > 0 && leads.every(({ index }) => ['merged', 'guessed'].includes(row.cell(index).from))
  }
  const words: UnitWords[] = []
  for (const { index, kind, heading } of layout.units) {
    const cell = row.cell(index)
    if (isVoid(cell.text)) continue
    if (cell.from !== 'own') {
      if (kind === 'cooperating' && !row.merged.has(index) && !isTaken()) continue
      doubts.push(...guessed(cell, kind === 'cooperating' ? 'cooperating' : 'lead', heading))
    }
    words.push({ kind, text: peopleBesideUnits(cell.text, heading).text })
  }
  return words
}

/** What the row is to achieve, where a column of its own says so (年度目标): part of what is to be done. */
const withGoals = (text: string, row: FilledRow, goals: readonly number[]): string =>
  // a stroke for a text stands for none
  goals.length === 0 && !isVoid(text) ? text : joinGoals(text, row, goals)

const joinGoals = (text: string, row: FilledRow, goals: readonly number[]): string =>
  [text, ...goals.map((index) => oneLine(row.cells[index] ?? ''))]
    .filter((part, i, parts) => !isVoid(part) && parts.indexOf(part) === i)
    .map((part, i, parts) => (i < parts.length - 1 && !/[。；;！？：:，、]$/u.test(part) ? `${part}。` : part))
    .join('')

/** Its own text, or that of the merged cell which it shares; else the nearest heading beside it. */
const contentOf = (row: FilledRow, layout: Layout): { text: string; fromPath: boolean } => {
  const shared = layout.content !== null && row.merged.has(layout.content)
  const own = oneLine(shared ? row.cell(layout.content as number).text : (row.cells[layout.content ?? -1] ?? ''))
  if (own !== '') return { text: own, fromPath: false }
  const heading = row.path.findLast((cell) => cell.from === 'own')
  return { text: heading?.text ?? '', fromPath: true }
}

/** 一季度：完成立项；二季度：开工: what the columns of a row say of the parts of the time; figures alone are no work. */
const stagesOf = (row: FilledRow, layout: Layout): string | null => {
  const stages = layout.stages.flatMap(({ index, period }) => {
    const text = oneLine(row.cell(index).text).replace(/[；;。]$/u, '')
    return /\p{Script=Han}{2}/u.test(text) ? [`${period}：${text}`] : []
  })
  return stages.length === 0 ? null : stages.join('；')
}

/** Whether a row only adds units or dates to the task above it, whose text and number are merged over both. */
export const addsToAbove = (row: FilledRow, layout: Layout): boolean =>
  layout.content !== null && row.merged.has(layout.content) && row.number.from !== 'own'

/** What such a row adds: its own cells, and none that it shares. */
export const addRow = (source: TaskSource, row: FilledRow, layout: Layout): void => {
  const own: FilledRow = { ...row, cell: (index) => ({ text: row.cells[index] ?? '', from: 'own' }) }
  const timing = layout.timing.map((index) => oneLine(row.cells[index] ?? '')).filter((text) => !isVoid(text))
  source.units = [...source.units, ...unitsOf(own, layout, source.doubts)]
  source.contacts = [...source.contacts, ...contactsOf(own, layout)]
  if (source.timing !== null) source.timing = [source.timing, ...timing].filter((text) => text !== '').join('；')
}

/**
 * A row as a task. `rest`: the row holds nothing but the end of the text above it; null: it has no text at all.
 * @param unfinished whether the text above breaks off in the middle of a sentence.
 */
export const rowSource = (
  row: FilledRow,
  layout: Layout,
  open: readonly Heading[],
  unfinished: boolean,
): TaskSource | 'rest' | null => {
  const content = contentOf(row, layout)
  if (content.text === '') return null
  const isAlone = (): boolean => row.cells.every((cell, index) => index === layout.content || isBlank(cell))
  if (unfinished && isAlone() && readMarker(content.text) === null) return 'rest'

  const doubts: Doubt[] = []
  const headings: string[] = []
  const above: string[] = []
  for (const { text, number } of open) {
    headings.push(text)
    if (number !== null) above.push(number)
  }
  let nearest: string | undefined
  for (const { text } of row.path) {
    if (text === '' || (content.fromPath && text === content.text)) continue
    nearest = text
    headings.push(text)
    const marked = readMarker(text)
    if (marked) above.push(marked.number)
  }
  const numbered = row.number.text !== ''
  if (numbered) above.push(readMarker(row.number.text)?.number ?? row.number.text)
  const due: string[] = []
  for (const index of layout.timing) {
    const cell = row.cell(index)
    if (isVoid(cell.text)) continue
    if (cell.from === 'guessed') doubts.push(...guessed(cell, 'timing', '时限'))
    due.push(oneLine(cell.text))
  }
  return {
    line: row.line,
    own: readMarker(content.text)?.number ?? null,
    numbered,
    above,
    group: `${headings.join('\n')}\n${row.number.text}`,
    path: headings,
    title: headingName(nearest),
    content: withGoals(content.text, row, layout.goals),
    units: unitsOf(row, layout, doubts),
    timing: layout.timing.length === 0 ? stagesOf(row, layout) : due.join('；'),
    contacts: contactsOf(row, layout),
    doubts,
  }
}
