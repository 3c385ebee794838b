import type { Day, Milestone, Recurrence, Task } from '../domain/index.ts'
import type { PeriodDues } from './period-dues.ts'
import { union } from './places.ts'

/** Milestones that always fall on the same days, and the tasks that have one of them. */
interface DayRule {
  milestone: Milestone
  places: number[]
}

/**
 * Tasks by the days on which they are due. Ten thousand tasks have a few hundred different due days, so that a
 * question about a period looks at each day or rule once and never at the tasks.
 */
export class DayIndex {
  /** What of a task is indexed here; whether it is finished is not. */
  static readonly FIELDS = ['milestones'] as const
  /** Tasks with continuing work. */
  readonly ongoing: number[] = []
  /** Single dates with their year, by day. */
  private readonly fixed: DayRule[]
  /** Recurrences and dates without a year. */
  private readonly moving: DayRule[]

  constructor(readonly tasks: readonly Task[]) {
    const fixed = new Map<string, DayRule>()
    const moving = new Map<string, DayRule>()
    for (const [place, { milestones }] of tasks.entries()) {
      for (const milestone of milestones) {
        if (milestone.ongoing && this.ongoing.at(-1) !== place) this.ongoing.push(place)
        const { due, recurs } = milestone
        if (recurs !== null || due?.startsWith('X')) add(moving, movingKey(milestone), milestone, place)
        else if (due !== null) add(fixed, milestone.done === undefined ? due : `${due} done`, milestone, place)
      }
    }
    this.fixed = [...fixed.values()].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))
    this.moving = [...moving.values()]
  }

  /** Tasks with a milestone that falls due in a period, finished ones included. */
  due(dues: PeriodDues): number[] {
    return union(this.rulesIn(dues), this.tasks.length)
  }

  /** Tasks with a recurrence, or with one that comes so often. */
  recurring(every?: Recurrence): number[] {
    const rules = this.moving.filter(({ milestone: { recurs } }) =>
      every === undefined ? recurs !== null : recurs === every,
    )
    return union(
      rules.map(({ places }) => places),
      this.tasks.length,
    )
  }

  /** Tasks that can be overdue on a day: with a single date before it that is not done, or with a recurrence. */
  perhapsOverdue(today: Day): number[] {
    const passed = this.fixed.slice(0, this.firstFixed(today)).filter(({ milestone }) => milestone.done === undefined)
    const recurring = this.moving.filter(({ milestone }) => milestone.recurs !== null)
    return union(
      [...passed, ...recurring].map(({ places }) => places),
      this.tasks.length,
    )
  }

  private rulesIn(dues: PeriodDues): number[][] {
    const lists: number[][] = []
    for (let i = this.firstFixed(dues.from); i < this.fixed.length; i++) {
      const rule = this.fixed[i] as DayRule
      if (dues.to !== null && dueOf(rule) > dues.to) break
      if (dues.dayOf(rule.milestone) !== null) lists.push(rule.places)
    }
    for (const { milestone, places } of this.moving) if (dues.dayOf(milestone) !== null) lists.push(places)
    return lists
  }

  /** Where the single dates from a day on begin. */
  private firstFixed(from: Day): number {
    let [low, high] = [0, this.fixed.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (dueOf(this.fixed[middle] as DayRule) < from) low = middle + 1
      else high = middle
    }
    return low
  }
}

const dueOf = ({ milestone }: DayRule): Day => milestone.due ?? ''

const movingKey = ({ due, recurs, anchor, until, done }: Milestone): string =>
  `${due} ${recurs} ${anchor} ${until} ${recurs === null && done !== undefined}`

const add = (rules: Map<string, DayRule>, key: string, milestone: Milestone, place: number): void => {
  const rule = rules.get(key)
  if (rule) rule.places.push(place)
  else rules.set(key, { milestone, places: [place] })
}
