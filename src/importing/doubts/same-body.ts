import type { Doubt, TaskDraft } from '../../domain/index.ts'
import { buildDirectory } from '../../units/build-directory.ts'

/** One unit that the document calls by two names (省中医局, 省中医药局): a doubt for each such unit. */
export const sameBodyDoubts = (tasks: readonly TaskDraft[]): Doubt[] => {
  const units = [...new Set(tasks.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]))]
  const directory = buildDirectory(units)
  const told = new Set<string>()
  return units.flatMap((unit) => {
    const names = directory.sameBody(unit).filter((name) => units.includes(name))
    if (names.length < 2 || told.has(unit)) return []
    for (const name of names) told.add(name)
    const where = names.map((name) => {
      const task = tasks.find(({ lead, cooperating }) => lead.includes(name) || cooperating.includes(name))
      return `“${name}”（如第${task?.source.row ?? ''}行${task?.no ?? ''}）`
    })
    return [{ field: 'units', message: `${where.join('与')}可能是同一单位的不同写法，查询时按同一单位处理，请核对。` }]
  })
}
