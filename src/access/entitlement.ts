import type { Conversation } from '../adapter.ts'
import type { Task } from '../domain/index.ts'
import type { Access } from '../intent.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { namesOfUnit } from '../matching/unit-names.ts'
import { type Action, may, type UnitNames } from './permissions.ts'
import type { Standing } from './standing.ts'

const namesOf = (units: readonly string[], { directory }: LedgerIndex): UnitNames =>
  new Set(units.flatMap((unit) => namesOfUnit(unit, directory)))

/**
 * What somebody may see and do here, about these tasks.
 * @param circular 群内通报 is on here
 */
export const entitlement = (
  standing: Standing,
  conversation: Conversation,
  index: LedgerIndex,
  { circular = false }: { circular?: boolean } = {},
): Access => {
  const { rank, actor, units } = standing
  const names = namesOf(units, index)
  const alone = conversation.kind === 'direct' || conversation.only !== undefined
  const mayDo = (action: Action, task: Task): boolean =>
    may({ rank, units: names }, action, task, index.ledgerOf(task)?.openness === 'public')
  return {
    administrator: rank === 'administrator',
    rank,
    binding: standing.person?.state ?? null,
    actor,
    units,
    may: mayDo,
    late: (task) => alone || circular || mayDo('late', task) || mayDo('words', task),
    phones: (tasks) =>
      alone && (rank === 'administrator' || (tasks.length > 0 && tasks.every((task) => mayDo('phones', task)))),
    alone,
  }
}
