import type { Task } from '../domain/index.ts'

const MOST = 5
/** So much of the words must stand in a task's own. */
const ENOUGH = 0.5

const pairsOf = (text: string): string[] => {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2))
}

/** Tasks whose text has much of some words though not all (信易贷扩面): the likeliest first, to be offered. */
export const tasksAlike = (words: string, tasks: readonly Task[]): Task[] => {
  const pairs = pairsOf(words)
  if (pairs.length < 2) return []
  return tasks
    .map((task) => {
      const text = `${task.title ?? ''} ${task.content}`
      return { task, share: pairs.filter((pair) => text.includes(pair)).length / pairs.length }
    })
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map(({ task }) => task)
}
