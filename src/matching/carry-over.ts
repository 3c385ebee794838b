import type { Task } from '../domain/index.ts'

/**
 * The former index where nothing that it holds has changed, place by place. A report changes how a task stands and
 * leaves its other fields the very same values, so that most indexes outlive it.
 */
export const carryOver = <I extends { readonly tasks: readonly Task[] }>(
  former: I | undefined,
  tasks: readonly Task[],
  fields: readonly (keyof Task)[],
): I | undefined => {
  if (former?.tasks.length !== tasks.length) return undefined
  const same = tasks.every((task, place) => {
    const known = former.tasks[place] as Task
    return task === known || fields.every((field) => task[field] === known[field])
  })
  return same ? former : undefined
}
