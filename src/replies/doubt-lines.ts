import type { Task } from '../domain/index.ts'

/** Notes shown under one list. */
const MOST = 3

/** What a list of dates must not hide: the rows whose deadline the document itself contradicts. */
export const doubtLines = (tasks: readonly Task[], numbers: ReadonlyMap<string, string>): string[] =>
  tasks
    .flatMap((task) =>
      task.doubts
        .filter(({ field }) => field === 'milestones')
        .slice(0, 1)
        .map((doubt) => `注：${numbers.get(task.id)} ${doubt.message}`),
    )
    .slice(0, MOST)
