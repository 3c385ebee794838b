import type { GroupBinding, Ledger, Person, Task } from '../domain/index.ts'
import type { Snapshot } from './store.ts'

type Kind = 'string' | 'text?' | 'number' | 'number?' | 'boolean' | 'array' | 'object'

/**
 * The fields that every row must have, by the kind of their value; `?` allows null. The types see to it that no field
 * is forgotten here. Optional fields are not checked.
 */
const LEDGER: Record<Exclude<keyof Ledger, 'tables'>, Kind> = {
  id: 'string',
  name: 'string',
  short: 'string',
  year: 'number?',
  file: 'string',
  importedAt: 'string',
  archived: 'boolean',
  openness: 'string',
  verification: 'string',
}

const TASK: Record<
  Exclude<keyof Task, 'request' | 'unitStates' | 'edited' | 'added' | 'settled' | 'original' | 'table' | 'cells'>,
  Kind
> = {
  id: 'string',
  ledgerId: 'string',
  no: 'string',
  path: 'array',
  title: 'text?',
  content: 'string',
  lead: 'array',
  cooperating: 'array',
  timing: 'string',
  milestones: 'array',
  contacts: 'array',
  source: 'object',
  doubts: 'array',
  status: 'string',
  progress: 'number',
  extensions: 'number',
  reports: 'array',
  importedOn: 'string',
}

const PERSON: Record<keyof Person, Kind> = {
  id: 'string',
  name: 'string',
  role: 'string',
  units: 'array',
  state: 'string',
  since: 'string',
  deputies: 'array',
}

const GROUP: Record<Exclude<keyof GroupBinding, 'level' | 'circular'>, Kind> = {
  id: 'string',
  adapter: 'string',
  conversation: 'string',
  ledgers: 'array',
  carries: 'string',
  purpose: 'text?',
  owner: 'text?',
  boundAt: 'string',
  until: 'text?',
}

const ROWS: Record<keyof Snapshot, Record<string, Kind>> = {
  ledgers: LEDGER,
  tasks: TASK,
  groups: GROUP,
  people: PERSON,
}

/** The parts of a snapshot, in the order in which the file has them. */
export const PARTS = Object.keys(ROWS) as (keyof Snapshot)[]

const fits = (value: unknown, kind: Kind): boolean => {
  switch (kind) {
    case 'text?':
      return value === null || typeof value === 'string'
    case 'number?':
      return value === null || typeof value === 'number'
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
    default:
      return typeof value === kind
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a task has every field of {@link TASK}. Written out, because this takes a quarter of the time that a loop over
 * the fields takes, and every command reads all tasks before it does anything.
 */
const isTask = (task: Readonly<Partial<Record<keyof Task, unknown>>>): boolean =>
  typeof task.id === 'string' &&
  typeof task.ledgerId === 'string' &&
  typeof task.no === 'string' &&
  Array.isArray(task.path) &&
  (task.title === null || typeof task.title === 'string') &&
  typeof task.content === 'string' &&
  Array.isArray(task.lead) &&
  Array.isArray(task.cooperating) &&
  typeof task.timing === 'string' &&
  Array.isArray(task.milestones) &&
  Array.isArray(task.contacts) &&
  isRecord(task.source) &&
  Array.isArray(task.doubts) &&
  typeof task.status === 'string' &&
  typeof task.progress === 'number' &&
  typeof task.extensions === 'number' &&
  Array.isArray(task.reports) &&
  typeof task.importedOn === 'string'

/** What is wrong with the shape of a snapshot, in Chinese, or null. Looks at each row's own fields, not inside them. */
export const shapeFault = (value: Readonly<Record<string, unknown>>): string | null => {
  const stranger = Object.keys(value).find((key) => !(key in ROWS))
  if (stranger !== undefined) return `有不认识的内容“${stranger}”`
  for (const part of PARTS) {
    const rows = value[part]
    if (!Array.isArray(rows)) return `缺少“${part}”`
    const fields = Object.entries(ROWS[part])
    for (let index = 0; index < rows.length; index++) {
      const row: unknown = rows[index]
      if (!isRecord(row)) return `“${part}”第${index + 1}项不是一条记录`
      if (part === 'tasks' && isTask(row)) continue
      const wrong = fields.find(([field, kind]) => !fits(row[field], kind))
      if (wrong !== undefined) return `“${part}”第${index + 1}项的“${wrong[0]}”缺失或不对`
    }
  }
  return null
}
