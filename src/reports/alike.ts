import type { Task } from '../domain/index.ts'
import { cuePattern } from './words.ts'

const MOST = 5
/** So much of the words must stand in a task's own, or so many characters of them side by side. */
const ENOUGH = 0.4
const RUN = 4

/** Whether a stretch of the words stands in a text as it is. */
const sharesRun = (words: string, text: string): boolean =>
  Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN)).some((run) =>
    text.includes(run),
  )

const pairsOf = (text: string): string[] => {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2))
}

/** What is called by so few characters (高速那个项目) is called so in few titles. */
const SHORT = 3
const MOST_CALLED = 3

const calledSo = (words: string, tasks: readonly Task[]): Task[] => {
  if (words.length < 2 || words.length > SHORT || cuePattern('', 'part').test(words)) return []
  const called = tasks.filter(({ title, content }) => (title ?? content).includes(words))
  return called.length > MOST_CALLED ? [] : called
}

/** Tasks whose text has much of some words though not all (信易贷扩面): the likeliest first, to be offered. */
export const tasksAlike = (words: string, tasks: readonly Task[]): Task[] => {
  const pairs = pairsOf(words)
  const called = calledSo(words, tasks)
  if (called.length > 0 || pairs.length < 2) return called
  return tasks
    .map((task) => {
      const text = `${task.title ?? ''} ${task.content}`
      const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length
      return { task, share, fits: share >= ENOUGH || sharesRun(words, text) }
    })
    .filter(({ fits }) => fits)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map(({ task }) => task)
}
