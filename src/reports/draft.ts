import type { Task } from '../domain/index.ts'
import type { Query } from '../matching/query.ts'
import { EMPTY_QUERY } from '../matching/query.ts'
import type { ReportPart, Target } from './read-report.ts'

/** A report on its way: what was said, and what has been settled since by asking back. JSON. */
export interface Draft {
  parts: readonly ReportPart[]
  /** By the place of the part: ids of the tasks meant, once that is settled. */
  tasks: Readonly<Record<number, readonly string[]>>
  /** By task: the milestones that are done; null where it is progress only. */
  milestones: Readonly<Record<string, readonly number[] | null>>
  hasFiles: boolean
}

export const newDraft = (parts: readonly ReportPart[], hasFiles: boolean): Draft => ({
  parts,
  tasks: {},
  milestones: {},
  hasFiles,
})

/** How tasks are found for a target. */
export interface Finder {
  select(query: Query): readonly Task[]
  /** Tasks that words name, closest first and only the closest. */
  named(words: string): readonly Task[]
  /** The list last shown, and what was last spoken of. */
  list: readonly Task[]
  about: readonly Task[]
  /** Open tasks that the sender's units lead. */
  own: readonly Task[]
  /** Ledger in focus, or null. */
  ledger: string | null
  /** Whether the sender may report on it. */
  isOwn(task: Task): boolean
}

export type Found =
  | { kind: 'tasks'; tasks: readonly Task[] }
  /** One of these is meant. */
  | { kind: 'several'; tasks: readonly Task[] }
  | { kind: 'none'; words: string }
  /** Nothing says which. */
  | { kind: 'unsaid' }

const placed = (target: Extract<Target, { kind: 'selection' }>, list: readonly Task[]): readonly Task[] => {
  const { first, places } = target.selection
  if (first !== undefined) return first > 0 ? list.slice(0, first) : list.slice(first)
  return places.flatMap((place) => list.at(place > 0 ? place - 1 : place) ?? [])
}

const byNumbers = (target: Extract<Target, { kind: 'numbers' }>, finder: Finder): Found => {
  const ledgers = finder.ledger === null ? [] : [finder.ledger]
  const words = target.numbers
    .map(({ parts, to }) => `${parts.join('.')}${to === undefined ? '' : `至${to}`}`)
    .join('、')
  const here = finder.select({ ...EMPTY_QUERY, numbers: target.numbers, ledgers })
  const found = here.length > 0 ? here : finder.select({ ...EMPTY_QUERY, numbers: target.numbers })
  if (found.length === 0) return { kind: 'none', words: `第${words}项` }
  const ledgersFound = new Set(found.map(({ ledgerId }) => ledgerId))
  if (ledgersFound.size === 1) return { kind: 'tasks', tasks: found }
  // several ledgers have the number: the sender's own is meant where there is just one
  const own = found.filter(finder.isOwn)
  if (new Set(own.map(({ ledgerId }) => ledgerId)).size === 1) return { kind: 'tasks', tasks: own }
  return { kind: 'several', tasks: found }
}

const onlyOne = (tasks: readonly Task[]): Found =>
  tasks.length === 1 ? { kind: 'tasks', tasks } : { kind: 'several', tasks }

/** The tasks a part of a report is about. */
export const findTarget = (target: Target, finder: Finder, mentioned: ReadonlySet<string>): Found => {
  switch (target.kind) {
    case 'numbers':
      return byNumbers(target, finder)
    case 'selection': {
      const tasks = placed(target, finder.list)
      return tasks.length === 0 ? { kind: 'unsaid' } : { kind: 'tasks', tasks }
    }
    case 'rest': {
      const tasks = finder.own.filter(({ id }) => !mentioned.has(id))
      return tasks.length === 0 ? { kind: 'none', words: '其余任务' } : { kind: 'tasks', tasks }
    }
    case 'topic': {
      const tasks = finder.named(target.words)
      const own = tasks.filter(finder.isOwn)
      if (own.length === 1) return onlyOne(own)
      // 方案正在征求意见: of the one just spoken of
      if (finder.about.length === 1 && tasks.length !== 1) return { kind: 'tasks', tasks: finder.about }
      if (own.length > 0) return onlyOne(own)
      return tasks.length === 0 ? { kind: 'none', words: target.words } : onlyOne(tasks)
    }
    case 'last':
      if (finder.about.length === 1) return { kind: 'tasks', tasks: finder.about }
      if (finder.about.length > 1) return { kind: 'several', tasks: finder.about }
      return finder.own.length === 1 ? { kind: 'tasks', tasks: finder.own } : { kind: 'unsaid' }
  }
}
