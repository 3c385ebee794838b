import { type Day, type Milestone, openDueDay, type Report, type Task, type TaskRequest } from '../domain/index.ts'
import type { Claim } from './claim.ts'
import { isAllDone, openMilestones, withDone } from './milestones.ts'

/** Who reports, and in what capacity. */
export interface Reporter {
  /** As the history names them. */
  name: string
  /** Id of the person; null at the terminal. */
  id: string | null
  /** 督查室: what they report done is done. */
  administrator: boolean
  /** The lead unit they report for, where the task has several; null for the whole row. */
  unit: string | null
}

export interface ReportMoment {
  /** ISO 8601. */
  at: string
  today: Day
  /** Number under which a request is received. */
  receipt: string
}

/** What is done to one task by one report. */
export type Deed =
  /** Progress, wherever it stands. */
  | { kind: 'progress' }
  /** These milestones are done; all of the task where none is left. */
  | { kind: 'completion'; milestones: readonly number[] }
  | { kind: 'extension'; until: Day; milestones: readonly number[] }
  | { kind: 'suspension' }

type Patch = Partial<Task>

const reportOf = (
  text: string,
  claim: Claim,
  after: Patch,
  { name, unit }: Reporter,
  { at }: ReportMoment,
): Report => ({
  at,
  by: name,
  text,
  progress: claim.percent ?? (after.progress === undefined ? null : after.progress),
  status: after.status ?? null,
  ...(unit === null ? {} : { unit }),
})

const progressPatch = (task: Task, { percent, state }: Claim): Patch => {
  const progress = percent === null ? task.progress : Math.round(percent)
  // nothing new, said of what has not begun, does not begin it
  const status = state === 'no-news' && percent === null ? task.status : 'in-progress'
  return { progress, status }
}

/** One of several lead units has done its part; the row is done when all have. */
const unitPatch = (task: Task, unit: string, done: boolean, claim: Claim, at: string): Patch => {
  const others = (task.unitStates ?? []).filter((state) => state.unit !== unit)
  const progress = done ? 100 : Math.round(claim.percent ?? others.find((state) => state.unit === unit)?.progress ?? 0)
  const unitStates = [...others, { unit, done, progress, at }]
  const total = task.lead.reduce(
    (sum, name) => sum + (unitStates.find((state) => state.unit === name)?.progress ?? 0),
    0,
  )
  return { unitStates, progress: Math.round(total / Math.max(1, task.lead.length)), status: 'in-progress' }
}

const allUnitsDone = ({ lead }: Task, states: readonly { unit: string; done: boolean }[]): boolean =>
  lead.every((name) => states.some((state) => state.unit === name && state.done))

const completionPatch = (
  task: Task,
  places: readonly number[],
  { claim, text, reporter, moment }: { claim: Claim; text: string; reporter: Reporter; moment: ReportMoment },
): Patch => {
  const { administrator, unit, name } = reporter
  if (unit !== null) {
    const patch = unitPatch(task, unit, true, claim, moment.at)
    if (!allUnitsDone(task, patch.unitStates ?? [])) return patch
  }
  const all = isAllDone(task, places, moment.today)
  if (!administrator) {
    const request: TaskRequest = {
      kind: 'completion',
      at: moment.at,
      by: name,
      from: reporter.id,
      text,
      milestones: places,
      receipt: moment.receipt,
    }
    return { request, status: all ? 'pending-review' : 'in-progress' }
  }
  const milestones = withDone(task, places, moment.today)
  return all
    ? { milestones, status: 'done', progress: 100, request: null }
    : { milestones, status: 'in-progress', request: null }
}

/** The milestones with a later day; a fixed day is replaced, a recurrence cannot be put off. */
export const extended = (task: Task, places: readonly number[], until: Day): Milestone[] =>
  task.milestones.map((milestone, place) =>
    places.includes(place) && milestone.recurs === null ? { ...milestone, due: until } : milestone,
  )

const extensionPatch = (
  task: Task,
  { until, milestones }: { until: Day; milestones: readonly number[] },
  { text, reporter, moment }: { text: string; reporter: Reporter; moment: ReportMoment },
): Patch => {
  if (reporter.administrator)
    return { milestones: extended(task, milestones, until), extensions: task.extensions + 1, request: null }
  const late = milestones.some((place) => {
    const due = task.milestones[place]
    return due !== undefined && (openDueDay(due, moment.today) ?? moment.today) < moment.today
  })
  const request: TaskRequest = {
    kind: 'extension',
    at: moment.at,
    by: reporter.name,
    from: reporter.id,
    text,
    milestones,
    until,
    receipt: moment.receipt,
    ...(late ? { late } : {}),
  }
  return { request }
}

/** What a report makes of a task: the fields that change, the report itself among them. */
export const effectOf = (
  task: Task,
  deed: Deed,
  said: { claim: Claim; text: string; reporter: Reporter; moment: ReportMoment },
): Patch => {
  const { claim, text, reporter, moment } = said
  const patch = ((): Patch => {
    switch (deed.kind) {
      case 'completion':
        return completionPatch(task, deed.milestones, said)
      case 'extension':
        return extensionPatch(task, deed, said)
      case 'suspension':
        return { status: 'suspended' }
      case 'progress':
        return reporter.unit === null
          ? progressPatch(task, claim)
          : unitPatch(task, reporter.unit, false, claim, moment.at)
    }
  })()
  return { ...patch, reports: [...task.reports, reportOf(text, claim, patch, reporter, moment)] }
}

/** The deed that a claim amounts to where nothing has to be asked; all open milestones for a plain 完成. */
export const plainDeed = (task: Task, claim: Claim, today: Day): Deed => {
  const done = claim.state === 'done' || (claim.percent === 100 && claim.state !== 'not-done')
  return done && (claim.percent === null || claim.percent === 100)
    ? { kind: 'completion', milestones: openMilestones(task, today) }
    : { kind: 'progress' }
}
