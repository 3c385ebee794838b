import { type Day, lateSince, type Milestone, openDueDay, type Task } from '../domain/index.ts'
import type { DayIndex } from './day-index.ts'
import { PlaceSet } from './places.ts'

const NONE = -1

/** How the tasks of an index stand on one day, as numbers: reckoned once a day, rule by rule and not task by task. */
export class Standings {
  /** The days that matter today, ascending. */
  readonly days: readonly Day[]
  /** The next day on which something of a task is due, as a place in {@link days}; -1 where there is none. */
  readonly next: Int32Array
  /** The first day that has passed with something not done, likewise. What is finished is not late. */
  readonly late: Int32Array
  readonly overdue: PlaceSet

  /** @param finished 1 for each task of which nothing is expected: it is finished, or held. */
  constructor(tasks: readonly Task[], index: DayIndex, finished: Uint8Array, today: Day) {
    const { rules } = index
    const next = rules.map((rule) => openDueDay(rule, today))
    // the rule alone tells when a single date has passed; of a recurrence it is a matter of the task's import as well
    const late = rules.map((rule) => (rule.recurs === null ? lateSince(rule, { importedOn: today }, today) : null))
    const recurring = lateRecurrences(tasks, index, finished, today)
    this.days = [...new Set([...next, ...late, ...recurring.values()].filter((day) => day !== null))].sort()
    const ranks = new Map(this.days.map((day, rank) => [day, rank]))
    const rankOf = (day: Day | null): number => (day === null ? NONE : (ranks.get(day) as number))

    const [nextRanks, lateRanks] = [Int32Array.from(next, rankOf), Int32Array.from(late, rankOf)]
    this.next = new Int32Array(tasks.length)
    this.late = new Int32Array(tasks.length)
    const overdue: number[] = []
    for (let place = 0; place < tasks.length; place++) {
      this.next[place] = index.least(place, nextRanks)
      let first = finished[place] === 1 ? NONE : index.least(place, lateRanks)
      const again = recurring.get(place)
      if (again !== undefined) first = first === NONE ? rankOf(again) : Math.min(first, rankOf(again))
      this.late[place] = first
      if (first !== NONE) overdue.push(place)
    }
    this.overdue = new PlaceSet(overdue, tasks.length)
  }
}

/** By place: since when the recurrences of unfinished tasks are late. */
const lateRecurrences = (
  tasks: readonly Task[],
  index: DayIndex,
  finished: Uint8Array,
  today: Day,
): Map<number, Day> => {
  // whole documents are imported on the same day
  const known = new Map<Day, Map<Milestone, Day | null>>()
  const late = new Map<number, Day>()
  for (const place of index.recurring()) {
    const { importedOn } = tasks[place] as Task
    if (finished[place] === 1 || importedOn >= today) continue
    const ofDay = known.get(importedOn) ?? new Map<Milestone, Day | null>()
    known.set(importedOn, ofDay)
    for (const number of index.rulesOf(place)) {
      const rule = index.rules[number] as Milestone
      if (rule.recurs === null) continue
      let day = ofDay.get(rule)
      if (day === undefined) {
        day = lateSince(rule, { importedOn }, today)
        ofDay.set(rule, day)
      }
      const first = late.get(place)
      if (day !== null && (first === undefined || day < first)) late.set(place, day)
    }
  }
  return late
}
