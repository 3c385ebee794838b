import type { NumberReference } from './number-reference.ts'
import type { AskedStatus, AskedUnit, Period, Role, TopicWords, UnitCount } from './reading.ts'

/** A unit that a task must have, or must not have. */
export interface UnitFilter {
  /** Names under which the ledgers may write it, collectives that cover it included. */
  names: readonly string[]
  /** The name to use in the answer. */
  label: string
  role: Role
  negated: boolean
}

/**
 * Which tasks are meant. Every question intent shares it; all filters must hold together. An empty one means every
 * task of the ledgers at hand.
 */
export interface Query {
  units: readonly UnitFilter[]
  unitsJoin: 'any' | 'all'
  unitCounts: readonly UnitCount[]
  /** Parts of the documents, by number; any of them. */
  parts: readonly number[]
  periods: readonly Period[]
  statuses: readonly AskedStatus[]
  numbers: readonly NumberReference[]
  topic: TopicWords | null
  people: readonly string[]
  /** Ids of ledgers; empty means all that are not archived. */
  ledgers: readonly string[]
  /** Ids of tasks that a selection or 其中 has narrowed it to; null means no such limit. */
  within: readonly string[] | null
}

export const EMPTY_QUERY: Query = {
  units: [],
  unitsJoin: 'any',
  unitCounts: [],
  parts: [],
  periods: [],
  statuses: [],
  numbers: [],
  topic: null,
  people: [],
  ledgers: [],
  within: null,
}

/** Whether a query names anything at all. */
export const isEmptyQuery = (query: Query): boolean =>
  query.units.length === 0 &&
  query.unitCounts.length === 0 &&
  query.parts.length === 0 &&
  query.periods.length === 0 &&
  query.statuses.length === 0 &&
  query.numbers.length === 0 &&
  query.topic === null &&
  query.people.length === 0 &&
  query.within === null

/** A filter for a unit once it is settled which one is meant. */
export const unitFilter = (
  asked: AskedUnit,
  unit: string,
  directory: { sameBody(unit: string): readonly string[]; collectivesOf(unit: string): readonly string[] },
): UnitFilter => ({
  names: [...new Set([...directory.sameBody(unit), ...directory.collectivesOf(unit)])],
  label: unit,
  role: asked.role,
  negated: asked.negated,
})
