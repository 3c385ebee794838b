import { type Day, statusOn, type Task } from '../domain/index.ts'
import { checkClaim } from './checks.ts'
import type { Claim } from './claim.ts'
import type { Deed } from './deed.ts'
import type { Draft } from './draft.ts'
import { progressStep } from './effects.ts'
import { planCompletion } from './plan-completion.ts'
import { planExtension } from './plan-extension.ts'
import type { ReportPart } from './read-report.ts'
import { after, type Step, whyNot } from './workflow.ts'

/** What is to be done to one task, ready to be confirmed and carried out. JSON. */
export interface Item {
  task: string
  deed: Deed
  claim: Claim
  text: string
  /** 提示. */
  hints: readonly string[]
  /** It contradicts itself or what was said before, or it is not sure which task is meant: it must be confirmed. */
  doubtful: boolean
}

export type Planned =
  | { kind: 'item'; item: Item }
  /** Several milestones are open and it does not say which is done. */
  | { kind: 'which'; task: Task; milestones: readonly number[] }
  /** It cannot be done, for a reason in Chinese. */
  | { kind: 'refused'; reason: string }

export interface PlanContext {
  /** ISO 8601. */
  at: string
  today: Day
  administrator: boolean
  draft: Draft
  /** The sender reports on the part of one of several units. */
  shared: boolean
  /** The one unit that words name; null where they name none, or several. */
  unitIn(words: string): string | null
}

type Decided = Deed | { which: readonly number[] } | { refused: string }

const decide = (task: Task, part: ReportPart, context: PlanContext, said: string): Decided & { hints?: string[] } => {
  const { today, administrator, draft, unitIn } = context
  const { request } = part.claim
  switch (request) {
    case 'extension': {
      const planned = planExtension(task, said, today)
      if ('refused' in planned) return planned
      return { kind: 'extension', until: planned.until, milestones: [planned.place], hints: planned.hints }
    }
    case 'transfer': {
      const to = unitIn(said)
      if (to === null) return { refused: `请写明第${task.no}项转给哪个单位，用台账里的单位名称` }
      return task.lead.includes(to) ? { refused: `第${task.no}项已由${to}牵头` } : { kind: 'transfer', to }
    }
    case 'suspension':
      return { kind: 'suspension' }
    case 'resumption':
      // of what is under way it is progress
      if (statusOn(task, today) !== 'suspended') break
      return administrator ? { kind: 'resumption' } : { refused: `恢复第${task.no}项由督查室办理` }
  }
  const settled = draft.milestones[task.id]
  if (settled === null) return { kind: 'progress' }
  if (settled !== undefined) return { kind: 'completion', ...settled }
  const deed = planCompletion(task, part, context)
  return 'length' in deed ? { which: deed } : deed
}

/** The step of the workflow that a deed is. */
const stepOf = (task: Task, deed: Deed, claim: Claim, { administrator, today }: PlanContext): Step => {
  switch (deed.kind) {
    case 'completion':
      return administrator ? 'complete' : 'apply'
    case 'extension':
      return 'extend'
    case 'transfer':
      return 'transfer'
    case 'suspension':
      return 'suspend'
    case 'resumption':
      return 'resume'
    case 'progress':
      return progressStep(task, claim, today)
  }
}

/** Decides what one part of a report does to one of its tasks. */
export const planPart = (task: Task, part: ReportPart, context: PlanContext): Planned => {
  const { claim, text, clauses } = part
  const { today, at, draft } = context
  const refused = (reason: string): Planned => ({ kind: 'refused', reason })
  if (claim.percent !== null && (claim.percent > 100 || claim.percent < 0))
    return refused(`第${task.no}项的进度${claim.percent}%不对，应在0到100之间`)
  const said = clauses.map((clause) => clause.text).join('，')
  const { hints = [], ...decided } = decide(task, part, context, said)
  if ('refused' in decided) return refused(decided.refused)
  const status = statusOn(task, today)
  if ('which' in decided)
    return after(status, 'part') === null
      ? refused(whyNot(task.no, status))
      : { kind: 'which', task, milestones: decided.which }
  const step = stepOf(task, decided, claim, context)
  if (after(status, step) === null) return refused(whyNot(task.no, status))
  // 已完成摸底，正在起草方案: a part is done, and the task claims no completion
  const claimed: Claim = decided.kind === 'progress' && claim.state !== null ? { ...claim, state: 'told' } : claim
  const checked = checkClaim(claimed, said, task, { at, today, hasFiles: draft.attachments.length > 0 })
  return {
    kind: 'item',
    item: {
      task: task.id,
      deed: decided,
      claim,
      text,
      hints: [...hints, ...(claim.request === null ? checked.hints : [])],
      doubtful:
        draft.faint === true ||
        checked.doubtful ||
        (step === 'deny' && status !== 'in-progress' && status !== 'not-started'),
    },
  }
}

/** Whether items must be confirmed before they are carried out: all but plain progress on one task. */
export const needsConfirmation = (items: readonly Item[]): boolean =>
  items.length > 1 || items.some(({ deed, doubtful }) => deed.kind !== 'progress' || doubtful)
