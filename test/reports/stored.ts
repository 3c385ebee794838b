import type { Task } from '../../src/domain/index.ts'

/**
 * What a report has made of a task, in one word: `none`, `done`, a progress (`60`), `noted` (a report and nothing
 * else), `milestone 1`, `extended 2024-06-30`, `suspended`.
 */
export const storedAs = (task: Task, before: Task): string => {
  if (JSON.stringify(task) === JSON.stringify(before)) return 'none'
  if (task.status === 'done' || task.status === 'suspended') return task.status
  const changed = task.milestones.filter(({ due }, place) => due !== before.milestones[place]?.due)
  if (task.extensions > before.extensions) return `extended ${changed.map(({ due }) => due).join()}`
  const closed = task.milestones.flatMap(({ done }, place) => (done && !before.milestones[place]?.done ? [place] : []))
  if (closed.length > 0) return `milestone ${closed.join()}`
  return task.progress === before.progress ? 'noted' : String(task.progress)
}

const isNumber = (word: string): boolean => /^\d+$/.test(word)

/**
 * Whether what is stored is among what is right, parted by `|`. `asks`: nothing, and the bot asked back; `not-done`:
 * nothing, or no more than noted.
 */
export const isRight = (stored: string, right: string, asked: boolean): boolean =>
  right.split('|').some((word) => {
    if (word === 'asks') return stored === 'none' && asked
    if (word === 'not-done') return stored === 'none' || stored === 'noted'
    if (isNumber(word) && isNumber(stored)) return Math.abs(Number(word) - Number(stored)) <= 1
    return word === stored
  })
