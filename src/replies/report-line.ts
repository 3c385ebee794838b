import type { Report, Task } from '../domain/index.ts'
import type { Access } from '../intent.ts'
import { taskLabel } from './report-card.ts'

/**
 * One report on one line: 第3项　培训网格员：已培训两期（联络员甲）. The words of a report only to whoever may read them, and
 * nowhere else than in private; those of a decision are anybody's who may see the task.
 */
export const reportLine = (
  task: Task,
  { by, text, decision, progress }: Report,
  { alone, may }: Pick<Access, 'alone' | 'may'>,
): string => {
  const shown = (decision ?? false) || (alone && may('words', task))
  const words = shown ? text : progress === null ? '有新报送' : `进度${progress}%`
  return `${taskLabel(task)}：${words}（${by}）`
}
