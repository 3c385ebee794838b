import { createHash } from 'node:crypto'
import type { Day, Ledger, Milestone, Task } from '../domain/index.ts'
import { newTiming } from './edited-timing.ts'
import { type ChangeContext, unitsNamed } from './plan-change.ts'
import type { SpokenTask } from './spoken-edit.ts'

export type PlannedTask = { task: Task; hints: readonly string[] } | { refused: string }

const PLAIN = /^\d+$/

/** The number of a new task: the next one where all are plain, else 新增1. */
export const nextNumber = (tasks: readonly Pick<Task, 'no'>[]): string => {
  const taken = new Set(tasks.map(({ no }) => no))
  const plain = tasks.every(({ no }) => PLAIN.test(no) || no.startsWith('新增'))
  if (plain) return String(Math.max(0, ...tasks.map(({ no }) => (PLAIN.test(no) ? Number(no) : 0))) + 1)
  for (let n = 1; ; n++) if (!taken.has(`新增${n}`)) return `新增${n}`
}

const timesOf = ({ timing, content }: SpokenTask, today: Day): readonly Milestone[] | { refused: string } => {
  if (timing === '') {
    const inText = newTiming(content, today)
    return 'refused' in inText ? [] : inText.milestones
  }
  const read = newTiming(timing, today)
  return 'refused' in read ? read : read.milestones
}

/**
 * A task of its own, that stands in no document.
 * @param key unique to the message that adds it
 */
export const newTask = (
  spoken: SpokenTask,
  { ledger, tasks, key }: { ledger: Ledger; tasks: readonly Task[]; key: string },
  { today, edit, unit }: Pick<ChangeContext, 'today' | 'edit' | 'unit'>,
): PlannedTask => {
  const lead = unitsNamed(spoken.lead, unit)
  if ('refused' in lead) return lead
  const cooperating = unitsNamed(spoken.cooperating, unit)
  if ('refused' in cooperating) return cooperating
  const milestones = timesOf(spoken, today)
  if ('refused' in milestones) return milestones
  const own = tasks.filter(({ ledgerId }) => ledgerId === ledger.id)
  const task: Task = {
    id: createHash('sha256').update(`${ledger.id}\u0000${key}`).digest('hex').slice(0, 12),
    ledgerId: ledger.id,
    no: nextNumber(own),
    path: [],
    title: null,
    content: spoken.content,
    lead: lead.units,
    cooperating: cooperating.units.filter((one) => !lead.units.includes(one)),
    timing: spoken.timing,
    milestones: [...milestones],
    contacts: [],
    source: { file: '', row: 0 },
    doubts: [],
    status: 'not-started',
    progress: 0,
    extensions: 0,
    reports: [],
    importedOn: today,
    added: edit,
  }
  const missing = [
    ...(lead.units.length === 0 ? ['没有写牵头单位'] : []),
    ...(milestones.length === 0 ? ['没有写时限'] : []),
  ]
  const past = milestones.some(({ due }) => due !== null && due < today) ? ['时限已过'] : []
  return { task, hints: [...missing, ...past, ...lead.hints, ...cooperating.hints] }
}
