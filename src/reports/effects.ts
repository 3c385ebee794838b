import {
  type Attachment,
  type Day,
  type Edit,
  type Milestone,
  openDueDay,
  progressOn,
  type Report,
  statusOn,
  type Task,
  type TaskRequest,
} from '../domain/index.ts'
import type { Claim } from './claim.ts'
import type { Deed, Reporter, ReportMoment } from './deed.ts'
import { isAllDone, withDone } from './milestones.ts'
import { areAllDone, sharedProgress, withPart } from './shared-lead.ts'
import { after, type Step } from './workflow.ts'

type Patch = Partial<Task>

/** A report as it was made. */
export interface Telling {
  claim: Claim
  text: string
  reporter: Reporter
  moment: ReportMoment
  attachments: readonly Attachment[]
}

/** The step that plain progress is. */
export const progressStep = (task: Task, { state, percent }: Claim, today: Day): Step => {
  const lower = percent !== null && percent < progressOn(task, today)
  if (state === 'not-done' || lower) return 'deny'
  return (state === 'no-news' || state === 'not-begun') && percent === null ? 'idle' : 'progress'
}

const taken = (task: Task, step: Step, today: Day): Pick<Task, 'status'> => {
  const status = statusOn(task, today)
  return { status: after(status, step) ?? status }
}

/** What was last said to be done is not: the milestones closed that day are open again. */
const reopened = ({ milestones }: Task): Milestone[] => {
  const last = milestones
    .map(({ done }) => done ?? '')
    .sort()
    .at(-1)
  return milestones.map(({ done, ...milestone }) =>
    done === undefined || done === last ? milestone : { ...milestone, done },
  )
}

const progressPatch = (task: Task, { claim, moment: { today } }: Telling): Patch => {
  const step = progressStep(task, claim, today)
  const progress = claim.percent === null ? progressOn(task, today) : Math.round(claim.percent)
  const { status } = taken(task, step, today)
  if (step !== 'deny') return { progress, status }
  const was = statusOn(task, today)
  return {
    status,
    progress: Math.min(progress, 99),
    ...(was === 'done' ? { milestones: reopened(task) } : {}),
    ...(task.request?.kind === 'completion' ? { request: null } : {}),
  }
}

/** One of several lead units reports on its own part. */
const partPatch = (task: Task, unit: string, done: boolean, { claim, moment: { at, today } }: Telling): Patch => {
  const before = statusOn(task, today) === task.status ? task : { ...task, unitStates: [] }
  const former = before.unitStates?.find((state) => state.unit === unit)?.progress ?? 0
  const progress = done ? 100 : Math.round(claim.percent ?? former)
  const unitStates = withPart(before, { unit, done, progress, at })
  const step = done ? 'part' : progressStep({ ...task, progress: former }, claim, today)
  return {
    unitStates,
    progress: sharedProgress(task, unitStates) ?? progressOn(task, today),
    ...taken(task, step, today),
  }
}

const requestOf = (
  { text, reporter, moment }: Telling,
  about: Pick<TaskRequest, 'kind' | 'milestones'> & Partial<TaskRequest>,
): TaskRequest => ({
  at: moment.at,
  by: reporter.name,
  from: reporter.id,
  text,
  receipt: moment.receipt,
  ...about,
})

const completionPatch = (
  task: Task,
  { milestones: places, whole = false }: Extract<Deed, { kind: 'completion' }>,
  telling: Telling,
): Patch => {
  const { reporter, moment } = telling
  const { administrator, unit } = reporter
  const part = unit === null ? {} : partPatch(task, unit, true, telling)
  if (unit !== null && !areAllDone(task, part.unitStates ?? [])) return part
  const all = whole || unit !== null || isAllDone(task, places, moment.today)
  if (!administrator) {
    const request = requestOf(telling, { kind: 'completion', milestones: places, ...(all ? { whole: true } : {}) })
    return { ...part, request, ...taken(task, all ? 'apply' : 'progress', moment.today) }
  }
  const milestones = withDone(task, places, moment.today)
  return all
    ? { ...part, milestones, ...taken(task, 'complete', moment.today), progress: 100, request: null }
    : { ...part, milestones, ...taken(task, 'part', moment.today), request: null }
}

/** The milestones with a later day; a fixed day is replaced, a recurrence cannot be put off, 汛期前 becomes a day. */
export const extended = ({ milestones }: Task, places: readonly number[], until: Day): Milestone[] =>
  milestones.length === 0
    ? [{ due: until, start: null, recurs: null, ongoing: false, what: null }]
    : milestones.map((milestone, place) =>
        places.includes(place) && milestone.recurs === null ? { ...milestone, due: until } : milestone,
      )

const extensionPatch = (
  task: Task,
  { until, milestones }: Extract<Deed, { kind: 'extension' }>,
  telling: Telling,
): Patch => {
  const { reporter, moment } = telling
  if (reporter.administrator)
    return { milestones: extended(task, milestones, until), extensions: task.extensions + 1, request: null }
  const late = milestones.some((place) => {
    const due = task.milestones[place]
    return due !== undefined && (openDueDay(due, moment.today) ?? moment.today) < moment.today
  })
  return { request: requestOf(telling, { kind: 'extension', milestones, until, ...(late ? { late } : {}) }) }
}

/** The task in the hands of another lead unit. */
export const transferred = (
  { cooperating, edited }: Task,
  to: string,
  edit: Edit,
): Pick<Task, 'lead' | 'cooperating' | 'edited'> => ({
  lead: [to],
  cooperating: cooperating.filter((unit) => unit !== to),
  edited: { ...edited, lead: edit, ...(cooperating.includes(to) ? { cooperating: edit } : {}) },
})

/** The task with a unit that leads no longer, but helps. */
export const withoutLead = (
  { lead, cooperating, edited }: Task,
  unit: string,
  edit: Edit,
): Pick<Task, 'lead' | 'cooperating' | 'edited'> => ({
  lead: lead.filter((one) => one !== unit),
  cooperating: [...new Set([...cooperating, unit])],
  edited: { ...edited, lead: edit, cooperating: edit },
})

const patchOf = (task: Task, deed: Deed, telling: Telling): Patch => {
  const { administrator, unit } = telling.reporter
  const { today } = telling.moment
  switch (deed.kind) {
    case 'completion':
      return completionPatch(task, deed, telling)
    case 'extension':
      return extensionPatch(task, deed, telling)
    case 'transfer':
      return administrator
        ? { ...transferred(task, deed.to, { at: telling.moment.at, by: telling.reporter.name }), request: null }
        : { request: requestOf(telling, { kind: 'transfer', milestones: [], to: deed.to }) }
    case 'suspension':
      return administrator
        ? { ...taken(task, 'suspend', today), request: null }
        : { request: requestOf(telling, { kind: 'suspension', milestones: [] }) }
    case 'resumption':
      return taken(task, 'resume', today)
    case 'progress':
      return unit === null ? progressPatch(task, telling) : partPatch(task, unit, false, telling)
  }
}

const reportOf = (patch: Patch, { claim, text, reporter, moment, attachments }: Telling): Report => ({
  at: moment.at,
  by: reporter.name,
  text,
  progress: claim.percent ?? patch.progress ?? null,
  status: patch.status ?? null,
  ...(reporter.unit === null ? {} : { unit: reporter.unit }),
  ...(claim.difficulty ? { difficulty: true } : {}),
  ...(attachments.length === 0 ? {} : { attachments }),
})

/** What a report makes of a task: the fields that change, the report itself among them. */
export const effectOf = (task: Task, deed: Deed, telling: Telling): Patch => {
  const patch = patchOf(task, deed, telling)
  return { ...patch, reports: [...task.reports, reportOf(patch, telling)] }
}
