import { addDays, type Day, dayOf, minutesOf, nextOccurrence, statusOn, type Task } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import { collectionMarks, formerCollection } from './collections.ts'
import { comingUp } from './coming-up.ts'
import {
  DUE_TODAY,
  isOverdueStage,
  type Mark,
  type MarksOf,
  marksIn,
  OVERDUE_WEEKLY,
  RESUMED,
  type Window,
} from './marks.ts'
import type { Collection, Policy } from './policy.ts'
import type { Recipient, Roster } from './recipient.ts'

/** One thing that one recipient is to be told. */
export interface Reminder {
  /** task/milestone/stage/date/recipient: unique, and the same whenever it is reckoned. */
  readonly key: string
  readonly task: Task
  /** Place of the milestone in the task; null where progress is collected whatever the dates are. */
  readonly milestone: number | null
  readonly stage: string
  /** The working day on which it is to go out. */
  readonly date: Day
  /** '' where the work has no day and comes back after it was put off. */
  readonly due: Day | ''
  readonly recipient: Recipient
  /** It waited because the recipient had put it off, or was away. */
  readonly deferred: boolean
}

/** Keys of reminders that have gone out or are on their way. */
export type Sent = Pick<ReadonlySet<string>, 'has'>

/** What is not reminded of, whatever its dates: it is finished, or waits for somebody else than the unit. */
const isAtRest = (task: Task, today: Day): boolean => {
  const status = statusOn(task, today)
  return status === 'done' || status === 'closed' || status === 'suspended' || status === 'pending-review'
}

/** The last day on which the unit itself reported, or null; decisions of the 督查室 are in the list as well. */
const reportedOn = ({ reports }: Task): Day | null => {
  for (let at = reports.length - 1; at >= 0; at--) {
    const report = reports[at]
    if (report && (report.progress !== null || report.status !== null || report.by !== '督查室'))
      return dayOf(new Date(report.at))
  }
  return null
}

/** The last occurrence that a recurring milestone's completion covers. */
const coveredBy = (milestone: Task['milestones'][number]): Day | null =>
  milestone.recurs === null || milestone.done === undefined ? null : nextOccurrence(milestone, milestone.done)

/** Whether a mark of a milestone still has somebody to tell, the task's state being as it is now. */
const isOwed = (mark: Pick<Mark, 'stage' | 'due'>, task: Task, place: number, unverified: boolean): boolean => {
  const milestone = task.milestones[place]
  if (!milestone) return false
  if (task.request?.milestones.includes(place)) return false
  if (milestone.recurs === null) {
    if (milestone.done !== undefined) return false
    // whether what had passed at import is done has been asked, and nobody is called late before it is answered
    return !(unverified && isOverdueStage(mark.stage) && mark.due < task.importedOn)
  }
  const covered = coveredBy(milestone)
  if (covered !== null && mark.due <= covered) return false
  return !isOverdueStage(mark.stage) || mark.due > task.importedOn
}

interface Rules {
  policy: Policy
  calendar: Calendar
  window: Window
  marksOf: MarksOf
  collections: { collection: Collection; marks: readonly Mark[] }[]
}

const continues = (task: Task): boolean =>
  task.milestones.some(({ ongoing }) => ongoing) &&
  task.milestones.every(({ due, done }) => due === null || done !== undefined)

/** What the ledgers are known by, for what only they can tell. */
export interface LedgerFacts {
  /** Ids of the ledgers whose deadlines passed at import are still to be settled (待核实). */
  readonly unverified: ReadonlySet<string>
}

/** Of whom and what reminders are reckoned. */
export interface Duties {
  readonly tasks: readonly Task[]
  readonly roster: Roster & Partial<LedgerFacts>
  readonly calendar: Calendar
  /** Keys of what has gone out. */
  readonly sent: Sent
}

/**
 * Every reminder that is owed at `now` and has not been sent, oldest first, each recipient's in the order of the tasks. Pure. What was not
 * sent on its day stays owed for the policy's catch-up days, from the recipient's `since` on.
 */
export const dueReminders = (duties: Duties, now: Date): Reminder[] => {
  const today = dayOf(now)
  const minutes = minutesOf(now)
  return remindersBetween(duties, today, ({ catchUpDays, sendAt }) => ({
    from: addDays(today, -catchUpDays),
    to: minutes >= sendAt ? today : addDays(today, -1),
  }))
}

/** The reminders that fall into a window and have not been sent, the tasks being as they are today. */
export const remindersBetween = (
  { tasks, roster, calendar, sent }: Duties,
  today: Day,
  windowOf: (policy: Policy) => Window,
): Reminder[] => {
  const rulesOf = createRules(calendar, windowOf)
  const reminders: Reminder[] = []
  for (const task of tasks) {
    if (task.milestones.length === 0) continue
    const recipients = roster.recipientsOf(task)
    if (recipients.length === 0 || isAtRest(task, today)) continue
    let reportDay: Day | null | undefined
    // instants are dear, and most tasks have nothing to be asked about
    const reported = (): Day | null => {
      if (reportDay === undefined) reportDay = reportedOn(task)
      return reportDay
    }
    const unverified = roster.unverified?.has(task.ledgerId) ?? false
    for (const recipient of recipients) {
      const { policy, calendar: own, window, marksOf, collections } = rulesOf(recipient)
      const owe = (mark: Mark, milestone: number | null, name: string, heardOf: Day): void => {
        const { stage, date, due } = mark
        // nothing is made up for that came before somebody was there to be reminded
        if (date < today && (date < recipient.since || date < task.importedOn)) return
        const last = reported()
        if (last !== null && stage !== DUE_TODAY && last >= heardOf) return
        const key = `${task.id}/${name}/${stage}/${date}/${recipient.id}`
        // what comes due while somebody wants nothing, or is away, waits until that is over
        if (sent.has(key) || roster.isSnoozed(recipient.id, task.id, today)) return
        const deferred = stage === RESUMED || roster.isSnoozed(recipient.id, task.id, date)
        reminders.push({ key, task, milestone, stage, date, due, recipient, deferred })
      }
      const add = (mark: Mark, milestone: number | null, name: string): void =>
        owe(mark, milestone, name, addDays(mark.date, -policy.freshDays))
      for (const { from, until } of roster.putOffs(recipient.id, task.id)) {
        const date = own.plus(until, 1)
        if (date < window.from || date > window.to) continue
        const next = comingUp(task, today, (place, due) =>
          isOwed({ stage: due !== '' && due < today ? OVERDUE_WEEKLY : RESUMED, due }, task, place, unverified),
        )
        // whoever has reported since is not asked again
        if (next !== null) owe({ stage: RESUMED, date, due: next.due }, next.milestone, 'put-off', from)
      }
      for (let place = 0; place < task.milestones.length; place++) {
        const marks = marksOf(task.milestones[place] as Task['milestones'][number])
        for (const mark of marks)
          if (isOwed(mark, task, place, unverified) && isFor(recipient, mark)) add(mark, place, String(place))
      }
      for (const [at, { collection, marks }] of collections.entries())
        for (const mark of marks) {
          if (collection.tasks === 'ongoing' && !continues(task)) continue
          const last = reported()
          if (last === null || last <= formerCollection(collection, mark.due)) add(mark, null, `c${at}`)
        }
    }
  }
  return reminders.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The rules of each recipient; those of one policy are reckoned once. */
const createRules = (calendar: Calendar, windowOf: (policy: Policy) => Window) => {
  const rules = new Map<Policy, Rules>()
  return ({ policy }: Recipient): Rules => {
    let found = rules.get(policy)
    if (found === undefined) {
      const own = policy.weekends ? calendar : calendar.weekdaysOnly
      const window = windowOf(policy)
      found = {
        policy,
        calendar: own,
        window,
        marksOf: marksIn(policy, own, window),
        collections: policy.collections.map((collection) => ({
          collection,
          marks: collectionMarks(collection, own, window),
        })),
      }
      rules.set(policy, found)
    }
    return found
  }
}

/** What is late is told to the unit and not before a whole group. */
const isFor = ({ kind }: Recipient, { stage }: Mark): boolean => kind !== 'group' || !isOverdueStage(stage)
