import type { Task } from '../domain/index.ts'

/** Notes shown under one list. */
const MOST = 3

/**
 * What a list of dates must not hide: the rows whose deadline the document itself contradicts.
 * @param numberAt the number printed before a row, by its place in `tasks`.
 */
export const doubtLines = (tasks: readonly Task[], numberAt: (place: number) => string): string[] =>
  tasks
    .flatMap((task, place) =>
      task.doubts
        .filter(({ field }) => field === 'milestones')
        .slice(0, 1)
        .map((doubt) => `注：${numberAt(place)} ${doubt.message}`),
    )
    .slice(0, MOST)
