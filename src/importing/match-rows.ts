import type { Task, TaskDraft } from '../domain/index.ts'
import { squeeze } from './cell-text.ts'
import { withoutMarker } from './numbering.ts'

/** How alike two texts must be to be the same task: under the same number, and under any. */
const ALIKE_SAME_NUMBER = 0.4
const ALIKE = 0.6
/** So many pairs are compared by their text; of more only those that begin alike. */
const MOST_PAIRS = 250_000
const BEGINNING = 8

const bare = ({ content }: Pick<TaskDraft, 'content'>): string => squeeze(withoutMarker(content))

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's coefficient over pairs of characters: 0 nothing in common, 1 the same. */
const alike = (a: Map<string, number>, b: Map<string, number>): number => {
  let common = 0
  let size = 0
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0)
    size += count
  }
  for (const count of b.values()) size += count
  return size === 0 ? 1 : (2 * common) / size
}

/**
 * Which of the tasks a ledger has is which of those read anew: by text and number, then by text alone (renumbered), then
 * by number with a text that is alike (edited), then by the likest text.
 */
export const matchRows = (existing: readonly Task[], read: readonly TaskDraft[]): Map<TaskDraft, Task> => {
  const matches = new Map<TaskDraft, Task>()
  const free = new Set(existing)
  const open = (): TaskDraft[] => read.filter((draft) => !matches.has(draft))
  const take = (draft: TaskDraft, task: Task): void => {
    matches.set(draft, task)
    free.delete(task)
  }
  const byKey = (key: (row: TaskDraft) => string): void => {
    const waiting = new Map<string, Task[]>()
    for (const task of free) waiting.set(key(task), [...(waiting.get(key(task)) ?? []), task])
    for (const draft of open()) {
      const task = waiting.get(key(draft))?.shift()
      if (task) take(draft, task)
    }
  }
  byKey((row) => `${row.no}\n${bare(row)}`)
  byKey((row) => `${row.path.join('\n')}\n${bare(row)}\n${row.timing}`)
  byKey(bare)

  const pairs = new Map<TaskDraft, Map<string, number>>()
  const known = (row: TaskDraft): Map<string, number> => {
    const found = pairs.get(row) ?? pairsOf(bare(row))
    pairs.set(row, found)
    return found
  }
  const byNumber = new Map([...free].map((task) => [task.no, task]))
  for (const draft of open()) {
    const task = byNumber.get(draft.no)
    if (task && free.has(task) && alike(known(draft), known(task)) >= ALIKE_SAME_NUMBER) take(draft, task)
  }
  const left = open()
  const all = left.length * free.size <= MOST_PAIRS
  const likeness = left.flatMap((draft) =>
    [...free]
      .filter((task) => all || bare(task).slice(0, BEGINNING) === bare(draft).slice(0, BEGINNING))
      .map((task) => ({ draft, task, score: alike(known(draft), known(task)) }))
      .filter(({ score }) => score >= ALIKE),
  )
  for (const { draft, task } of likeness.sort((a, b) => b.score - a.score)) {
    if (!matches.has(draft) && free.has(task)) take(draft, task)
  }
  return matches
}
