import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { namesOfUnit } from '../matching/unit-names.ts'
import type { Capacity } from '../replies/report-card.ts'
import type { Reporter } from '../reports/deed.ts'
import { partOf } from '../reports/shared-lead.ts'

/** In what capacity somebody reports on a task. `behalf`: the unit for which an administrator does, or null. */
export const reporterOf = (
  task: Pick<Task, 'lead'>,
  behalf: string | null,
  { access, index }: Pick<IntentContext, 'access' | 'index'>,
): Reporter => {
  const { administrator, actor } = access
  const units = behalf === null ? access.units : [behalf]
  const name = actor.name ?? '督查室'
  return {
    name: behalf === null ? name : `${name}（代${behalf}报）`,
    id: actor.id,
    administrator,
    // a plain report of the 督查室 is on the whole row
    unit: administrator && behalf === null ? null : partOf(task, units, (unit) => namesOfUnit(unit, index.directory)),
  }
}

/** The same for the card: 省人社厅（牵头）. */
export const capacityOf = (
  task: Task,
  behalf: string | null,
  context: Pick<IntentContext, 'access' | 'index'>,
): Capacity => {
  const { access, index } = context
  const { unit, administrator } = reporterOf(task, behalf, context)
  const own = access.units.find((one) => namesOfUnit(one, index.directory).some((name) => task.lead.includes(name)))
  const words = administrator
    ? `${behalf ?? (task.lead.join('、') || '未写明')}（督查室代报）`
    : `${unit ?? own ?? task.lead[0] ?? ''}（牵头${unit === null ? '' : '之一，只报本单位部分'}）`
  return { words, administrator, unit }
}
