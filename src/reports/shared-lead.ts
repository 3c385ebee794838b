import type { Task, UnitState } from '../domain/index.ts'
import { isCollective } from '../units/collectives.ts'

/** Whether several bodies lead a task: named side by side, or by one name for all (各区政府). */
export const isShared = ({ lead }: Pick<Task, 'lead'>): boolean => lead.length > 1 || lead.some(isCollective)

/**
 * The name under which somebody's part of a shared task stands: the lead's own name, or for a collective the unit itself
 * (东城区政府). Null where the task is not shared, or is none of theirs.
 * @param namesOf every name under which the ledgers write a unit or a collective that covers it
 */
export const partOf = (
  task: Pick<Task, 'lead'>,
  units: readonly string[],
  namesOf: (unit: string) => readonly string[],
): string | null => {
  if (!isShared(task)) return null
  for (const unit of units) {
    const names = namesOf(unit)
    const lead = task.lead.find((name) => names.includes(name))
    if (lead !== undefined) return isCollective(lead) ? unit : lead
  }
  return null
}

/** The parts of a shared task after one of them has been reported on. */
export const withPart = ({ unitStates = [] }: Task, part: UnitState): UnitState[] => [
  ...unitStates.filter(({ unit }) => unit !== part.unit),
  part,
]

/** Whether every part is done; of a collective that cannot be known, and the 督查室 says so. */
export const areAllDone = ({ lead }: Pick<Task, 'lead'>, states: readonly UnitState[]): boolean =>
  lead.every((name) => !isCollective(name) && states.some(({ unit, done }) => unit === name && done))

/** How far a shared task is, from 0 to 100; null where it is not known how many have a part in it. */
export const sharedProgress = ({ lead }: Pick<Task, 'lead'>, states: readonly UnitState[]): number | null => {
  if (lead.some(isCollective)) return null
  const sum = lead.reduce((total, name) => total + (states.find(({ unit }) => unit === name)?.progress ?? 0), 0)
  return Math.round(sum / Math.max(1, lead.length))
}
