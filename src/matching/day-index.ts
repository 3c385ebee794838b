import type { Day, Milestone, Recurrence, Task } from '../domain/index.ts'
import { NumberList } from './number-list.ts'
import type { PeriodDues } from './period-dues.ts'
import { PlaceSet, type Places, union } from './places.ts'
import { Postings } from './postings.ts'

/**
 * Tasks by the days on which they are due. Milestones that always fall on the same days share a rule; a hundred thousand
 * tasks have a few thousand rules, so that a question about time looks at each rule once, and of a task at numbers only.
 */
export class DayIndex {
  /** What of a task is indexed here; whether it is finished is not. */
  static readonly FIELDS = ['milestones'] as const
  /** Tasks with continuing work. */
  readonly ongoing: PlaceSet
  /** A milestone for each rule: single dates with their year, by day, then recurrences and dates without a year. */
  readonly rules: readonly Milestone[]
  /** How many rules are single dates. */
  private readonly fixed: number
  /** The rules of the tasks, one task behind the other, and where those of each end. */
  private readonly ruleOf: Int32Array
  private readonly ends: Int32Array
  private readonly places: Postings

  constructor(readonly tasks: readonly Task[]) {
    const collected = new Rules()
    const numbers = new NumberList()
    const ongoing: number[] = []
    this.ends = new Int32Array(tasks.length)
    for (let place = 0; place < tasks.length; place++) {
      const { milestones } = tasks[place] as Task
      for (let i = 0; i < milestones.length; i++) {
        const milestone = milestones[i] as Milestone
        if (milestone.ongoing && ongoing.at(-1) !== place) ongoing.push(place)
        const rule = collected.numberOf(milestone)
        if (rule !== null) numbers.push(rule)
      }
      this.ends[place] = numbers.length
    }
    this.ongoing = new PlaceSet(ongoing, tasks.length)
    const order = collected.inOrder()
    this.rules = order.map((rule) => collected.rules[rule] as Milestone)
    this.fixed = collected.fixed
    const renumbered = new Int32Array(order.length)
    for (const [number, rule] of order.entries()) renumbered[rule] = number
    this.ruleOf = numbers.toArray().map((rule) => renumbered[rule] as number)
    this.places = new Postings(this.ruleOf, this.ends, order.length)
  }

  /** Tasks with a milestone that falls due in a period, finished ones included. */
  due(dues: PeriodDues): Places {
    return this.having(this.rulesDue(dues))
  }

  /** The rules by which something falls due in a period. */
  rulesDue(dues: PeriodDues): number[] {
    const found: number[] = []
    for (let rule = this.firstFixed(dues.from); rule < this.fixed; rule++) {
      const milestone = this.rules[rule] as Milestone
      if (dues.to !== null && (milestone.due as Day) > dues.to) break
      if (dues.dayOf(milestone) !== null) found.push(rule)
    }
    for (let rule = this.fixed; rule < this.rules.length; rule++)
      if (dues.dayOf(this.rules[rule] as Milestone) !== null) found.push(rule)
    return found
  }

  /** Tasks with a recurrence, or with one that comes so often. */
  recurring(every?: Recurrence): Int32Array {
    const found: number[] = []
    for (let rule = this.fixed; rule < this.rules.length; rule++) {
      const { recurs } = this.rules[rule] as Milestone
      if (every === undefined ? recurs !== null : recurs === every) found.push(rule)
    }
    return this.having(found)
  }

  /** 0 for some rules, -1 for all others: {@link least} then tells whether a task has one of them. */
  markRules(rules: readonly number[]): Int32Array {
    const marks = new Int32Array(this.rules.length).fill(-1)
    for (const rule of rules) marks[rule] = 0
    return marks
  }

  /** Whether something of a task falls on any day. */
  isDated(place: number): boolean {
    return this.start(place) < (this.ends[place] as number)
  }

  /** The rules of a task, in the order of its milestones; those without a day have none. */
  rulesOf(place: number): Int32Array {
    return this.ruleOf.subarray(this.start(place), this.ends[place])
  }

  /** The least of the values that the rules of a task have, those below zero left out; -1 where there is none. */
  least(place: number, values: Int32Array): number {
    let least = -1
    for (let i = this.start(place); i < (this.ends[place] as number); i++) {
      const value = values[this.ruleOf[i] as number] as number
      if (value >= 0 && (least < 0 || value < least)) least = value
    }
    return least
  }

  private start(place: number): number {
    return place === 0 ? 0 : (this.ends[place - 1] as number)
  }

  private having(rules: readonly number[]): Int32Array {
    return union(
      rules.map((rule) => this.places.of(rule)),
      this.tasks.length,
    )
  }

  /** Where the single dates from a day on begin. */
  private firstFixed(from: Day): number {
    let [low, high] = [0, this.fixed]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (((this.rules[middle] as Milestone).due as Day) < from) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Rules numbered as they come. */
class Rules {
  readonly rules: Milestone[] = []
  /** How many are single dates. */
  fixed = 0
  private readonly open = new Map<Day, number>()
  private readonly done = new Map<Day, number>()
  private readonly moving = new Map<string, number>()

  /** Null for a milestone that never falls on any day. */
  numberOf(milestone: Milestone): number | null {
    const { due, recurs, anchor, until, done } = milestone
    if (recurs !== null || due?.startsWith('X'))
      return this.number(
        this.moving,
        `${due} ${recurs} ${anchor} ${until} ${recurs === null ? done !== undefined : done}`,
        milestone,
      )
    return due === null ? null : this.number(done === undefined ? this.open : this.done, due, milestone)
  }

  /** The numbers of the rules, single dates first, by day. */
  inOrder(): number[] {
    const fixed = [...this.open, ...this.done].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    this.fixed = fixed.length
    return [...fixed.map(([, rule]) => rule), ...this.moving.values()]
  }

  private number(known: Map<string, number>, key: string, milestone: Milestone): number {
    let rule = known.get(key)
    if (rule === undefined) {
      rule = this.rules.length
      this.rules.push(milestone)
      known.set(key, rule)
    }
    return rule
  }
}
