import type { Contact } from '../../domain/index.ts'
import { type ColumnRole, readHeading } from '../columns/column-roles.ts'
import { readContacts } from '../people/contacts.ts'
import { isTiming } from '../read-deadlines.ts'
import type { UnitWords } from '../task-source.ts'
import { mostlyUnits, namesBody, unitsOnly } from '../unit-phrases.ts'

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

const BEFORE_COLON = /[\p{Script=Han}（）()]{2,30}[：:]/gu
const SHORTEST_INNER_LABEL = 4
const BRACKET =
  /[（(【［〔[]([^（()）【】［］〔〕[\]]{2,400}(?:[（(〔][^（()）〔〕]{0,40}[）)〕][^（()）【】［］〔〕[\]]{0,400})*)[）)】］〕\]]/gu
const NOT_RESPONSIBLE = /^(?:以下简称|以下统称|简称|含|包括|不含|即|如|例如|其中|下同|详见|见|附|注[：:]|除外|指)/u
const DUTY =
  /(?:牵头|负责|配合|落实|主办|协办|承办|参与|参加|实施|主责|(?:按职责)?分工)(?:组织|落实|实施|推进|配合|负责)*(?:[，,；;、]|$)/u

interface Label {
  from: number
  to: number
  role: ColumnRole
}

/** The labels in a text; one may be glued to the words before it (…市水务局配合单位：…). */
const labelsIn = (text: string): Label[] =>
  [...text.matchAll(BEFORE_COLON)].flatMap((match) => {
    const words = match[0].slice(0, -1)
    const to = match.index + match[0].length
    for (let cut = 0; cut <= words.length - (cut === 0 ? 2 : SHORTEST_INNER_LABEL); cut++) {
      const reading = readHeading(words.slice(cut))
      if (reading?.exact) return [{ from: match.index + cut, to, role: reading.role }]
    }
    return []
  })

const LABELLED = ['units', 'lead', 'cooperating', 'office', 'timing', 'contact']
const isTold = ({ role }: Label): boolean => LABELLED.includes(role.kind)

/** A、B，6月底前完成: the clauses behind a list of units that say by when. */
const withoutTiming = (value: string): { units: string; timing: string | null } => {
  const clauses = value.split(/(?<=[；;，,。])/u)
  let from = clauses.length
  while (from > 0 && isTiming(clauses[from - 1] as string)) from--
  const timing = clauses.slice(from).join('')
  return {
    units: clauses
      .slice(0, from)
      .join('')
      .replace(/[；;，,。\s]+$/u, ''),
    timing: timing === '' ? null : timing,
  }
}

/**
 * 责任单位：A、B；完成时限：…: the parts by their labels; null where none of them names anybody or a deadline. A label of
 * something else (适用范围：…) ends the part before it.
 */
export const readLabelled = (text: string): Responsibility | null => {
  const labels = labelsIn(text)
  if (labels[0]?.from !== 0 || !isTold(labels[0])) return null
  const read: Responsibility = { units: [], timing: null, contacts: [] }
  labels.forEach(({ to, role }, i) => {
    const value = text.slice(to, labels[i + 1]?.from ?? text.length).replace(/[；;，,。、\s|｜]+$/u, '')
    if (value === '') return
    if (role.kind === 'units' || role.kind === 'lead' || role.kind === 'cooperating') {
      const { units, timing } = withoutTiming(value)
      if (units !== '') read.units.push({ kind: role.kind, text: units })
      if (timing !== null) read.timing = read.timing === null ? timing : `${read.timing}，${timing}`
    } else if (role.kind === 'office') read.units.push({ kind: 'units', text: value })
    else if (role.kind === 'timing') read.timing = read.timing === null ? value : `${read.timing}，${value}`
    else if (role.kind === 'contact') read.contacts.push(...readContacts(value, role.role))
  })
  return read.units.length > 0 || read.timing !== null || read.contacts.length > 0 ? read : null
}

/** A牵头，B、C配合, A、B按职责分工负责, or nothing but units; a clause with a date is the deadline. */
const readUnlabelled = (inner: string): Responsibility | null => {
  const clauses = inner
    .split(/[；;，,。]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
  const dated = clauses.filter((clause) => !DUTY.test(clause) && isTiming(clause))
  const others = clauses.filter((clause) => !dated.includes(clause))
  const words = others.join('，')
  if (words === '') return null
  const timing = dated.length > 0 ? dated.join('，') : null
  const units = DUTY.test(words) ? mostlyUnits(words) : unitsOnly(words)
  return units !== null && (DUTY.test(words) || namesBody(units))
    ? { units: [{ kind: 'units', text: words }], timing, contacts: [] }
    : null
}

/** 以下均需各市落实，不再列出: a remark on the brackets that follow, and nobody's duty. */
const REMARK = /[。；;，,](?:以下|下同|下述|后文|排|列)[^。]*$/u

const readInner = (bracket: string): Responsibility | null => {
  const inner = bracket.replace(REMARK, '')
  return NOT_RESPONSIBLE.test(inner) ? null : (readLabelled(inner) ?? readUnlabelled(inner))
}

/** Whether what stands in a text after a bracket lets it be the end of a sentence or of a heading. */
const endsThere = (text: string, from: number, to: number): boolean => {
  const after = text.slice(to)
  return /^[。；;，\s]*$/u.test(after) || /^[。；;]/u.test(after) || /[。；;！]$/u.test(text.slice(0, from))
}

const ENDS_IN_DUTY = /(?:牵头|负责|配合|落实|主办|协办|承办|参与|参加|主责|按职责分工)(?:组织|落实|实施|推进|配合)*$/u
const LONGEST_SENTENCE = 160

/** 市农业农村局牵头，各县区配合。: sentences of their own, behind what is to be done. */
const sentencesIn = (text: string): FoundResponsibility[] =>
  [...text.matchAll(/[^。！]+/gu)].flatMap((match) => {
    const words = match[0].trim()
    const clauses = words.split(/[，,；;]/u).filter((clause) => !isTiming(clause))
    if (words.length > LONGEST_SENTENCE || /[（(【［[：:]/u.test(words) || !ENDS_IN_DUTY.test(clauses.at(-1) ?? ''))
      return []
    const read = readUnlabelled(words.replace(/^由/u, ''))
    return read ? [{ ...read, from: match.index, to: match.index + match[0].length }] : []
  })

/** Labels that are a paragraph's last words, without a bracket. */
const tailIn = (text: string): FoundResponsibility | null => {
  const first = labelsIn(text).find(
    (label) => isTold(label) && (label.from === 0 || /[。；;！：:）)\s]$/u.test(text.slice(0, label.from))),
  )
  const read = first && readLabelled(text.slice(first.from))
  return first && read ? { ...read, from: first.from, to: text.length } : null
}

/** The responsibilities that a paragraph states, in brackets, in sentences of their own or as its last words. */
export const findResponsibilities = (text: string): FoundResponsibility[] => {
  const found: FoundResponsibility[] = []
  for (const match of text.matchAll(BRACKET)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const inner = match[1] as string
    if (!endsThere(text, from, to) && !DUTY.test(inner) && !/[：:]/u.test(inner)) continue
    const read = readInner(inner)
    if (read) found.push({ ...read, from, to })
  }
  const inBracket = ({ from, to }: FoundResponsibility): boolean =>
    found.some((other) => other.from < to && from < other.to)
  found.push(...sentencesIn(text).filter((sentence) => !inBracket(sentence)))
  found.sort((a, b) => a.from - b.from)
  const tail = tailIn(text)
  if (!tail || found.some(({ from, to }) => from <= tail.from && tail.from < to)) return found
  return [...found.filter(({ to }) => to <= tail.from), tail]
}

/** Joins what several brackets or lines say of one task. */
export const mergeResponsibilities = (all: readonly Responsibility[]): Responsibility => ({
  units: all.flatMap(({ units }) => units),
  timing: all.flatMap(({ timing }) => timing ?? []).join('；') || null,
  contacts: all.flatMap(({ contacts }) => contacts),
})
