import type { Day, Edit, EditedField, Milestone, Task } from '../domain/index.ts'
import { retimed } from './edited-timing.ts'
import type { FieldEdit, SpokenChange } from './spoken-edit.ts'

/** A field before and after, in words. */
export interface Difference {
  field: FieldEdit['field']
  before: string
  after: string
}

export type PlannedChange =
  | { kind: 'ready'; after: Partial<Task>; differences: readonly Difference[]; hints: readonly string[] }
  /** One of these milestones is meant. */
  | { kind: 'which'; milestones: readonly number[] }
  | { kind: 'refused'; reason: string }

export interface ChangeContext {
  today: Day
  edit: Edit
  /** The milestone that was chosen, `all` for the whole deadline, null where nothing was asked yet. */
  place: number | 'all' | null
  /** The unit that a name means, as the ledgers write it; the name itself where they know none; why it is not clear. */
  unit(name: string): UnitNamed
  /** Milestones in words. */
  timingInWords(milestones: readonly Milestone[]): string
}

/** A unit as the ledgers write it, and whether they know it; or why it is not clear which is meant. */
export type UnitNamed = { unit: string; known: boolean } | { refused: string }

/** Names as the ledgers write them, and what is to be said of those they do not know; the first that is not clear. */
export const unitsNamed = (
  names: readonly string[],
  unit: ChangeContext['unit'],
): { units: string[]; hints: string[] } | { refused: string } => {
  const units: string[] = []
  const hints: string[] = []
  for (const name of names) {
    const named = unit(name)
    if ('refused' in named) return named
    if (!units.includes(named.unit)) units.push(named.unit)
    if (!named.known) hints.push(`台账里没有“${name}”，按原文登记`)
  }
  return { units, hints }
}

const named = (units: readonly string[]): string => (units.length === 0 ? '无' : units.join('、'))

/** What was doubtful about a field is settled once it has been set by message. */
const SETTLES: Readonly<Record<FieldEdit['field'], readonly string[]>> = {
  timing: ['timing', 'milestones'],
  lead: ['lead'],
  cooperating: ['cooperating'],
  content: ['content'],
  title: ['title'],
}

type Fields = Pick<Task, 'lead' | 'cooperating'>

const withUnits = (
  { lead, cooperating }: Fields,
  { field, mode }: Extract<FieldEdit, { mode: unknown }>,
  units: readonly string[],
): Fields | string => {
  const before = field === 'lead' ? lead : cooperating
  const absent = units.find((unit) => !before.includes(unit))
  if (mode === 'remove' && absent !== undefined) return `${field === 'lead' ? '牵头' : '配合'}单位中没有${absent}`
  const after =
    mode === 'set'
      ? [...units]
      : mode === 'add'
        ? [...new Set([...before, ...units])]
        : before.filter((one) => !units.includes(one))
  // who leads does not cooperate as well
  if (field === 'lead') return { lead: after, cooperating: cooperating.filter((unit) => !after.includes(unit)) }
  const both = after.find((unit) => lead.includes(unit))
  return both === undefined ? { lead, cooperating: after } : `${both}已是牵头单位`
}

/** What a change by message makes of a task; the fields that it sets are noted with when and by whom. */
export const planChange = (task: Task, { edits, words }: SpokenChange, context: ChangeContext): PlannedChange => {
  const { today, place, edit, unit, timingInWords } = context
  const refused = (reason: string): PlannedChange => ({ kind: 'refused', reason })
  let after: Partial<Task> = {}
  const differences: Difference[] = []
  const hints: string[] = []
  const set = new Set<EditedField>()
  for (const one of edits) {
    const now = { ...task, ...after }
    if (one.field === 'timing') {
      const timed = retimed(now, { value: one.value, words }, place, today)
      if ('refused' in timed) return refused(timed.refused)
      if ('which' in timed) return { kind: 'which', milestones: timed.which }
      const { milestones, timing } = timed
      const before = timingInWords(now.milestones)
      after = { ...after, milestones, timing }
      differences.push({ field: 'timing', before, after: timingInWords(milestones) })
      if (milestones.some(({ due }) => due !== null && due < today)) hints.push('新时限已过')
      set.add('timing').add('milestones')
    } else if ('mode' in one) {
      const read = unitsNamed(one.value, unit)
      if ('refused' in read) return refused(read.refused)
      const units = withUnits(now, one, read.units)
      if (typeof units === 'string') return refused(units)
      differences.push({ field: one.field, before: named(now[one.field]), after: named(units[one.field]) })
      hints.push(...read.hints)
      for (const field of ['lead', 'cooperating'] as const)
        if (named(now[field]) !== named(units[field])) set.add(field)
      after = { ...after, ...units }
    } else {
      differences.push({ field: one.field, before: now[one.field] ?? '', after: one.value })
      after = { ...after, [one.field]: one.value }
      set.add(one.field)
    }
  }
  if (differences.every((difference) => difference.before === difference.after))
    return refused('与现在的一样，没有改动')
  const settled = new Set(differences.flatMap(({ field }) => SETTLES[field]))
  const edited = { ...task.edited, ...Object.fromEntries([...set].map((field) => [field, edit])) }
  const doubts = task.doubts.filter(({ field }) => !settled.has(field))
  return { kind: 'ready', after: { ...after, doubts, edited }, differences, hints }
}
