import type { Doubt, TaskDraft } from '../../domain/index.ts'
import { readUnit } from '../../units/entries.ts'

/** One unit that the document calls by two names (省中医局, 省中医药局): a doubt for each such unit. */
export const sameBodyDoubts = (tasks: readonly TaskDraft[]): Doubt[] => {
  /** The first task that names each unit. */
  const first = new Map<string, TaskDraft>()
  for (const task of tasks)
    for (const unit of [...task.lead, ...task.cooperating]) if (!first.has(unit)) first.set(unit, task)
  const byBody = new Map<string, string[]>()
  for (const unit of first.keys()) {
    const { body } = readUnit(unit)
    const names = byBody.get(body)
    if (names) names.push(unit)
    else byBody.set(body, [unit])
  }
  return [...byBody.values()]
    .filter((names) => names.length > 1)
    .map((names) => {
      const where = names.map((name) => {
        const task = first.get(name)
        return `“${name}”（如第${task?.source.row ?? ''}行${task?.no ?? ''}）`
      })
      return {
        field: 'units',
        message: `${where.join('与')}可能是同一单位的不同写法，查询时按同一单位处理，请核对。`,
      }
    })
}
