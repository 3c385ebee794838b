import { type Day, dayOf, isInHand, type Person, type Task } from '../domain/index.ts'
import { isCollective } from '../units/collectives.ts'
import { isShared } from './shared-lead.ts'

/** A lead unit that has not reported, and on what. */
export interface Missing {
  unit: string
  tasks: readonly Task[]
}

const dayOfReport = (at: string): Day => dayOf(new Date(at))

/** Whether somebody has reported on a task since a day; on one part of it, where a unit is given. */
const hasReported = ({ reports, unitStates = [] }: Task, since: Day, unit: string | null): boolean =>
  reports.some(
    ({ at, decision, unit: of }) => !decision && (unit === null || of === undefined) && dayOfReport(at) >= since,
  ) || unitStates.some((state) => state.unit === unit && (state.done || dayOfReport(state.at) >= since))

/** The units that have a part in a task: those bound among the bodies that a collective stands for. */
const partsOf = (
  { lead }: Pick<Task, 'lead'>,
  people: readonly Person[],
  covers: (collective: string, unit: string) => boolean,
): string[] =>
  lead.flatMap((name) => {
    if (!isCollective(name)) return [name]
    const units = people.flatMap((person) => (person.state === 'active' ? person.units : []))
    const own = [...new Set(units.filter((unit) => covers(name, unit)))]
    return own.length > 0 ? own : [name]
  })

/** Collectives among the lead units of open tasks, and how many of their bodies are bound: nobody else is counted. */
export const countedOf = (
  tasks: readonly Task[],
  today: Day,
  { people, covers }: { people: readonly Person[]; covers: (collective: string, unit: string) => boolean },
): { collective: string; bound: number }[] => {
  const open = tasks.filter((task) => isInHand(task, today))
  const collectives = [...new Set(open.flatMap(({ lead }) => lead.filter(isCollective)))]
  return collectives.flatMap((collective) => {
    const parts = partsOf({ lead: [collective] }, people, covers)
    return parts.includes(collective) ? [] : [{ collective, bound: parts.length }]
  })
}

/**
 * 谁还没报: the lead units that have said nothing of open tasks since a day, in the order in which the ledgers name them.
 * @param covers whether a collective (各区政府) stands for a unit among others
 */
export const missingReports = (
  tasks: readonly Task[],
  since: Day,
  today: Day,
  { people, covers }: { people: readonly Person[]; covers: (collective: string, unit: string) => boolean },
): Missing[] => {
  const byUnit = new Map<string, Task[]>()
  for (const task of tasks) {
    if (!isInHand(task, today)) continue
    const shared = isShared(task)
    for (const unit of partsOf(task, people, covers)) {
      if (hasReported(task, since, shared ? unit : null)) continue
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), task])
    }
  }
  return [...byUnit].map(([unit, own]) => ({ unit, tasks: own }))
}
