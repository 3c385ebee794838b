import { readHeading } from '../columns/column-roles.ts'
import { readContacts } from '../people/contacts.ts'
import { readDatesInText } from '../read-deadlines.ts'
import type { Contact } from '../../domain/index.ts'
import type { UnitWords } from '../task-source.ts'
import { unitsOnly } from './unit-phrases.ts'

/** What a bracket or a line of its own says of who does a task, and by when. */
export interface Responsibility {
  units: UnitWords[]
  timing: string | null
  contacts: Contact[]
}

/** A responsibility in a text: `[from, to)` with its brackets. */
export interface FoundResponsibility extends Responsibility {
  from: number
  to: number
}

const LABEL = /(?<=^|[；;，,。、\s|｜])([\p{Script=Han}（）()]{2,14})[：:]/gu
const BRACKET = /[（(【［[]([^（()）【】［］[\]]{2,400}(?:[（(][^（()）]{0,40}[）)][^（()）【】［］[\]]{0,400})*)[）)】］\]]/gu
const NOT_RESPONSIBLE = /^(?:以下简称|以下统称|简称|含|包括|不含|即|如|例如|其中|下同|详见|见|附|注[：:]|除外|指)/u
const DUTY = /(?:牵头|负责|配合|落实|主办|协办|承办|参与|参加|实施|主责|按职责分工)(?:组织|落实|实施|推进|配合)*(?:[，,；;、]|$)/u

/** 责任单位：A、B；完成时限：…: the parts by their labels; null where none of them names units or a deadline. */
export const readLabelled = (text: string): Responsibility | null => {
  const labels = [...text.matchAll(LABEL)].flatMap((match) => {
    const role = readHeading(match[1] as string)?.role
    return role ? [{ from: match.index, to: match.index + match[0].length, role, label: match[1] as string }] : []
  })
  if (labels.length === 0 || labels[0]?.from !== 0) return null
  const read: Responsibility = { units: [], timing: null, contacts: [] }
  labels.forEach(({ to, role }, i) => {
    const value = text.slice(to, labels[i + 1]?.from ?? text.length).replace(/[；;，,。、\s|｜]+$/u, '')
    if (value === '') return
    if (role.kind === 'units' || role.kind === 'lead' || role.kind === 'cooperating') read.units.push({ kind: role.kind, text: value })
    else if (role.kind === 'office') read.units.push({ kind: 'units', text: value })
    else if (role.kind === 'timing') read.timing = value
    else if (role.kind === 'contact') read.contacts.push(...readContacts(value, role.role))
  })
  return read.units.length > 0 || read.timing !== null ? read : null
}

/** A牵头，B、C配合, A、B按职责分工负责, or nothing but units; a clause with a date is the deadline. */
const readUnlabelled = (inner: string): Responsibility | null => {
  const clauses = inner.split(/[；;，,。]/u).map((clause) => clause.trim()).filter((clause) => clause !== '')
  const dated = clauses.filter((clause) => !DUTY.test(clause) && readDatesInText(clause, null).milestones.length > 0)
  const others = clauses.filter((clause) => !dated.includes(clause))
  const words = others.join('，')
  if (words === '') return null
  const timing = dated.length > 0 ? dated.join('，') : null
  return unitsOnly(words) ? { units: [{ kind: 'units', text: words }], timing, contacts: [] } : null
}

const readInner = (inner: string): Responsibility | null =>
  NOT_RESPONSIBLE.test(inner) ? null : (readLabelled(inner) ?? readUnlabelled(inner))

/** Whether what stands in a text after a bracket lets it be the end of a sentence or of a heading. */
const endsThere = (text: string, from: number, to: number): boolean => {
  const after = text.slice(to)
  return /^[。；;，\s]*$/u.test(after) || /^[。；;]/u.test(after) || /[。；;！]$/u.test(text.slice(0, from))
}

/** The responsibilities that a paragraph states, in brackets at the end of sentences or as its last words. */
export const findResponsibilities = (text: string): FoundResponsibility[] => {
  const found: FoundResponsibility[] = []
  for (const match of text.matchAll(BRACKET)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const inner = match[1] as string
    if (!endsThere(text, from, to) && !DUTY.test(inner) && !/[：:]/u.test(inner)) continue
    const read = readInner(inner)
    if (read) found.push({ ...read, from, to })
  }
  const tail = /(?:^|[。；;！\s])((?:[\p{Script=Han}]{0,8})(?:单位|部门|主体|处室|科室|时限|期限|时间|分工|领导|责任人)[：:].*)$/su.exec(text)
  if (tail) {
    const from = text.length - (tail[1] as string).length
    const read = found.some(({ to }) => to > from) ? null : readLabelled(tail[1] as string)
    if (read) found.push({ ...read, from, to: text.length })
  }
  return found
}

/** Joins what several brackets or lines say of one task. */
export const mergeResponsibilities = (all: readonly Responsibility[]): Responsibility => ({
  units: all.flatMap(({ units }) => units),
  timing: all.flatMap(({ timing }) => timing ?? []).join('；') || null,
  contacts: all.flatMap(({ contacts }) => contacts),
})
