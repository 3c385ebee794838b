import {
  type Contact,
  type Day,
  type Doubt,
  dayOf,
  isFinished,
  type Ledger,
  type Light,
  lightOf,
  type Milestone,
  pastDateDoubts,
  progressOn,
  type Report,
  statusOn,
  type Task,
  type TaskStatus,
  type Timeliness,
  timelinessOf,
} from '../domain/index.ts'

/** A task as other programs read it: the contract's form, in its order. */
export interface TaskJson {
  id: string
  ledger: string
  no: string
  path: string[]
  title: string | null
  content: string
  lead: string[]
  cooperating: string[]
  timing: string
  milestones: Omit<Milestone, 'anchor'>[]
  contacts: Contact[]
  status: TaskStatus
  timeliness: Timeliness
  light: Light
  progress: number
  extensions: number
  reports: Report[]
  source: { file: string; row: number }
  doubts: Doubt[]
}

/** A milestone as other programs read it: without what only the store needs. */
export const milestoneJson = ({
  due,
  start,
  recurs,
  until,
  ongoing,
  done,
  what,
}: Milestone): TaskJson['milestones'][number] => ({
  due,
  start,
  recurs,
  ...(until === undefined ? {} : { until }),
  ongoing,
  ...(done === undefined ? {} : { done }),
  what,
})

/** What is told of the ledger, and whether what had passed at import still waits for an answer (待核实). */
type LedgerFacts = Pick<Ledger, 'name'> & Partial<Pick<Ledger, 'verification' | 'importedAt'>>

// whole documents are imported at one instant: the day of the last one asked for is kept
let lastImport: { at: string; day: Day } | undefined
const importDay = (at: string): Day => {
  if (lastImport?.at !== at) lastImport = { at, day: dayOf(new Date(at)) }
  return lastImport.day
}

const unverified = (task: Task, { verification, importedAt }: LedgerFacts, today: Day): Doubt[] =>
  verification === 'open' && importedAt !== undefined && !isFinished(task, today)
    ? pastDateDoubts(task, importDay(importedAt))
    : []

/** A task of the store in the contract's form, with timeliness and light as they are today. */
export const toTaskJson = (task: Task, ledger: LedgerFacts, today: Day): TaskJson => ({
  id: task.id,
  ledger: ledger.name,
  no: task.no,
  path: [...task.path],
  title: task.title,
  content: task.content,
  lead: [...task.lead],
  cooperating: [...task.cooperating],
  timing: task.timing,
  milestones: task.milestones.map(milestoneJson),
  contacts: task.contacts.map(({ role, name, office, phone }) => ({ role, name, office, phone })),
  status: statusOn(task, today),
  timeliness: timelinessOf(task, today),
  light: lightOf(task, today),
  progress: progressOn(task, today),
  extensions: task.extensions,
  reports: task.reports.map(({ at, by, text, progress, status }) => ({ at, by, text, progress, status })),
  source: { file: task.source.file, row: task.source.row },
  doubts: [...task.doubts, ...unverified(task, ledger, today)].map(({ field, message }) => ({ field, message })),
})
