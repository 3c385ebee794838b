import { squeeze } from '../cell-text.ts'
import { withoutMarker } from '../numbering.ts'
import type { TaskSource } from '../task-source.ts'

/** A clause as long as this is not found elsewhere by chance. */
const TELLING = 8
const MOST = 0.5

const clausesOf = (content: string): string[] =>
  squeeze(withoutMarker(content))
    .replace(/[（(【][^（()）【】]*[）)】]/gu, '')
    .split(/[，。；：、,.;:]/u)
    .filter((clause) => clause.length >= TELLING)

/** Whether tables say again what the prose before them sets: as an annex that shares the tasks of a plan out. */
export const repeats = (prose: readonly TaskSource[], tables: readonly TaskSource[]): boolean => {
  const text = squeeze(tables.map(({ path, content }) => [...path, content].join('\n')).join('\n'))
  const again = prose.filter(({ content }) => clausesOf(content).some((clause) => text.includes(clause)))
  return again.length >= prose.length * MOST
}
