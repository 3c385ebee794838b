import { readTimes } from '../dates/index.ts'
import type { Day, Task } from '../domain/index.ts'
import { checkClaim } from './checks.ts'
import type { Claim } from './claim.ts'
import type { Draft } from './draft.ts'
import type { Deed } from './effects.ts'
import { milestoneMeant, openMilestones } from './milestones.ts'
import type { ReportPart } from './read-report.ts'
import { cuePattern } from './words.ts'

/** What is to be done to one task, ready to be confirmed and carried out. JSON. */
export interface Item {
  task: string
  deed: Deed
  claim: Claim
  text: string
  /** 提示. */
  hints: readonly string[]
}

export type Planned =
  | { kind: 'item'; item: Item }
  /** Several milestones are open and it does not say which is done. */
  | { kind: 'which'; task: Task; milestones: readonly number[] }
  /** It cannot be done, for a reason in Chinese. */
  | { kind: 'refused'; reason: string }

export interface PlanContext {
  today: Day
  administrator: boolean
  draft: Draft
}

const EXTENSION_AMOUNT = /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(天|日|周|星期|礼拜|月|年)/

/** The day up to which it is to be put off: 到6月底, 两周 (from the deadline). */
const untilOf = (text: string, task: Task, places: readonly number[], today: Day): Day | null => {
  const asked = cuePattern('', 'extension').exec(text)
  const words = asked ? text.slice(asked.index) : text
  const days = readTimes(words, { now: today, purpose: 'question', looks: 'ahead' })
    .milestones.map(({ due }) => due)
    .filter((due): due is Day => due !== null && !due.startsWith('X'))
  const amount = EXTENSION_AMOUNT.exec(words)
  // 宽限两周 goes on from the deadline, 两周内 and 到6月底 name the day
  if (amount && !/[到至]|以?内|之?前/.test(words.slice(0, amount.index + amount[0].length + 2))) {
    const due = task.milestones[places[0] ?? -1]?.due
    const from = due && !due.startsWith('X') && due > today ? due : today
    const later = readTimes(`${amount[0]}后`, { now: from as Day, purpose: 'question', looks: 'ahead' }).milestones[0]
    return later?.due ?? later?.start ?? days.at(-1) ?? null
  }
  return days.at(-1) ?? null
}

/** The milestones that can be put off: open ones with a fixed day, the earliest first. */
const movable = (task: Task, today: Day): number[] =>
  openMilestones(task, today)
    .filter((place) => {
      const milestone = task.milestones[place]
      return milestone?.recurs === null && milestone.due !== null
    })
    .sort((a, b) => ((task.milestones[a]?.due ?? '') < (task.milestones[b]?.due ?? '') ? -1 : 1))

const planExtension = (task: Task, { claim, text }: ReportPart, { today }: PlanContext): Planned => {
  const places = movable(task, today)
  const meant = milestoneMeant(task, text, today)
  const [first] = meant !== null && places.includes(meant) ? [meant] : places
  if (first === undefined) return { kind: 'refused', reason: `第${task.no}项没有固定时限，不需要申请延期` }
  const until = untilOf(text, task, [first], today)
  if (until === null)
    return { kind: 'refused', reason: `请说明第${task.no}项延期到哪一天，如：第${task.no}项申请延期到6月底，原因是…` }
  if (until <= today) return { kind: 'refused', reason: `延期日期${until}已过，请写今天以后的日期` }
  const due = task.milestones[first]?.due ?? null
  if (due !== null && until <= due) return { kind: 'refused', reason: `第${task.no}项原时限为${due}，延期日期应在其后` }
  const hints = due !== null && due < today ? ['时限后提出'] : []
  if (!/因|原因|由于|受|未|没|需要|影响|待/.test(text)) hints.push('未说明原因')
  return {
    kind: 'item',
    item: { task: task.id, deed: { kind: 'extension', until, milestones: [first] }, claim, text, hints },
  }
}

/** 已经报上去了, and no word of what: it may be all of it, or nothing yet. */
const SHORT = 12
const isBare = (text: string): boolean => text.length <= SHORT

/** What was delivered closes the milestone it is meant by; of nothing in particular, the only one or one to be asked for. */
const deliveredDeed = (meant: number | null, open: readonly number[]): Deed | readonly number[] => {
  if (meant !== null) return { kind: 'completion', milestones: [meant] }
  if (open.length > 1) return open
  return open.length === 1 ? { kind: 'completion', milestones: open } : { kind: 'progress' }
}

const planDeed = (task: Task, { claim, text }: ReportPart, context: PlanContext): Deed | readonly number[] => {
  const { draft, today, administrator } = context
  const settled = draft.milestones[task.id]
  if (settled === null) return { kind: 'progress' }
  if (settled !== undefined) return { kind: 'completion', milestones: settled }
  const done = claim.state === 'done' ? claim.percent === null || claim.percent === 100 : claim.percent === 100
  const open = openMilestones(task, today)
  const meant = milestoneMeant(task, text, today)
  if (claim.state === 'delivered' && claim.percent === null) return deliveredDeed(meant, isBare(text) ? open : [])
  if (!done) return { kind: 'progress' }
  if (open.length <= 1) return { kind: 'completion', milestones: open }
  if (meant !== null && text.length > 8) return { kind: 'completion', milestones: [meant] }
  return administrator ? { kind: 'completion', milestones: open } : open
}

/** Decides what one part of a report does to one of its tasks. */
export const planPart = (task: Task, part: ReportPart, context: PlanContext): Planned => {
  const { claim, text } = part
  const { today, draft } = context
  if (task.status === 'closed') return { kind: 'refused', reason: `第${task.no}项已销号，不再接收报送` }
  if (claim.percent !== null && (claim.percent > 100 || claim.percent < 0))
    return { kind: 'refused', reason: `第${task.no}项的进度${claim.percent}%不对，应在0到100之间` }
  if (claim.request === 'extension') return planExtension(task, part, context)
  if (claim.request === 'suspension' && context.administrator)
    return { kind: 'item', item: { task: task.id, deed: { kind: 'suspension' }, claim, text, hints: [] } }
  const deed = planDeed(task, part, context)
  if ('length' in deed) return { kind: 'which', task, milestones: deed }
  const hints = checkClaim(claim, text, task, { today, hasFiles: draft.hasFiles })
  return { kind: 'item', item: { task: task.id, deed, claim, text, hints } }
}

/** Whether items must be confirmed before they are carried out: all but plain progress on one task. */
export const needsConfirmation = (items: readonly Item[]): boolean =>
  items.length > 1 ||
  items.some(
    ({ deed, claim, hints }) =>
      deed.kind !== 'progress' ||
      claim.request !== null ||
      hints.some((hint) => hint.startsWith('进度由') || hint.startsWith('既称')),
  )
