import { type Day, isFinished, type Milestone, nextOccurrence, type Task } from '../domain/index.ts'
import type { Period } from './reading.ts'

/** A milestone and the day on which it falls due. */
export interface Due {
  milestone: Milestone
  day: Day
}

/** Nothing is asked about days before: a period that looks back without a beginning starts here. */
const EARLIEST = '1949-01-01'

/** 过去一个月: what has passed is meant, though today is in it. */
const LOOKS_BACK = /过去|以来/

/**
 * What falls due in a period, prepared once for many tasks. A period that has not ended begins today at the earliest,
 * and what is done is left out of it (unless `withDone`); one that is over is taken whole.
 */
export class PeriodDues {
  /** First and last day; null is without end. */
  readonly from: Day
  readonly to: Day | null
  /** Whether what is done counts. */
  readonly withDone: boolean
  /** 2019年底前, once it is over: a recurrence has no occurrence that is meant. */
  private readonly neverBegan: boolean
  // thousands of milestones share a few hundred due days: each is compared with the period once
  private readonly known = new Map<string, Day | null>()

  constructor(
    period: Period,
    readonly today: Day,
    withDone: boolean,
  ) {
    this.withDone = withDone || (period.to !== null && (period.to < today || LOOKS_BACK.test(period.label)))
    this.from = this.withDone
      ? (period.from ?? EARLIEST)
      : period.from !== null && period.from > today
        ? period.from
        : today
    this.to = period.to
    this.neverBegan = period.from === null && period.to !== null && period.to < today
  }

  /** Whether a task's milestones count at all. */
  takes(task: Task): boolean {
    return this.withDone || !isFinished(task, this.today)
  }

  /** The day in the period on which a milestone falls due, or null. */
  dayOf(milestone: Milestone): Day | null {
    const { due, recurs, until } = milestone
    if (recurs !== null && this.neverBegan) return null
    if (recurs !== null && !(due?.startsWith('X') && until === undefined)) return this.inPeriod(milestone)
    if (due === null || (recurs === null && milestone.done !== undefined && !this.withDone)) return null
    let day = this.known.get(due)
    if (day === undefined) {
      day = this.inPeriod(milestone)
      this.known.set(due, day)
    }
    return day
  }

  private inPeriod(milestone: Milestone): Day | null {
    const day = nextOccurrence(milestone, this.from < EARLIEST ? EARLIEST : this.from)
    return day !== null && day >= this.from && (this.to === null || day <= this.to) ? day : null
  }

  has(task: Task): boolean {
    return this.takes(task) && task.milestones.some((milestone) => this.dayOf(milestone) !== null)
  }

  /** In the order of the milestones. */
  of(task: Task): Due[] {
    if (!this.takes(task)) return []
    return task.milestones.flatMap((milestone) => {
      const day = this.dayOf(milestone)
      return day === null ? [] : [{ milestone, day }]
    })
  }
}
