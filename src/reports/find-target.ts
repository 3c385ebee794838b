import { isFinished, type Task } from '../domain/index.ts'
import { EMPTY_QUERY, type Query } from '../matching/query.ts'
import { tasksAlike } from './alike.ts'
import type { Target } from './target.ts'

/** How tasks are found for a target. */
export interface Finder {
  select(query: Query): readonly Task[]
  /** Tasks that words name, closest first and only the closest. */
  named(words: string): readonly Task[]
  /** The list last shown, the id of its row with a number printed before it, and what was last spoken of. */
  list: readonly Task[]
  printed(number: string): string | undefined
  about: readonly Task[]
  /** All tasks at hand, and the open ones that the sender's units lead. */
  all: readonly Task[]
  own(): readonly Task[]
  /** Ledger in focus, or null. */
  ledger: string | null
  /** Whether the sender's units lead it. */
  isOwn(task: Task): boolean
}

export type Found =
  /** `likely`: the words are no more than like the task's. */
  | { kind: 'tasks'; tasks: readonly Task[]; likely?: true }
  /** One of these is meant. */
  | { kind: 'several'; tasks: readonly Task[] }
  | { kind: 'none'; words: string }
  /** Nothing says which. */
  | { kind: 'unsaid' }

const oneOf = (tasks: readonly Task[]): Found =>
  tasks.length === 1 ? { kind: 'tasks', tasks } : { kind: 'several', tasks }

const placed = ({ selection }: Extract<Target, { kind: 'selection' }>, list: readonly Task[]): readonly Task[] => {
  const { first, places } = selection
  if (first !== undefined) return first > 0 ? list.slice(0, first) : list.slice(first)
  return places.flatMap((place) => list.at(place > 0 ? place - 1 : place) ?? [])
}

const inLedgers = ({ numbers }: Extract<Target, { kind: 'numbers' }>, finder: Finder): readonly Task[] => {
  const ledgers = finder.ledger === null ? [] : [finder.ledger]
  const here = finder.select({ ...EMPTY_QUERY, numbers, ledgers })
  return here.length > 0 ? here : finder.select({ ...EMPTY_QUERY, numbers })
}

const byNumbers = (target: Extract<Target, { kind: 'numbers' }>, finder: Finder): Found => {
  const [only] = target.numbers
  const found = inLedgers(target, finder)
  // a number by itself is the one printed before a row; where the ledger's own is another task, it has to be asked
  if (only?.bare && target.numbers.length === 1) {
    const printed = finder.printed(String(only.parts[0]))
    const row = finder.list.find(({ id }) => id === printed)
    const [other] = found
    if (row && (other === undefined || (found.length === 1 && other.id === row.id))) return oneOf([row])
    if (row) return { kind: 'several', tasks: [row, ...found.filter(({ id }) => id !== row.id)] }
  }
  const words = target.numbers.map(({ parts, to }) => `${parts.join('.')}${to === undefined ? '' : `至${to}`}`)
  if (found.length === 0) return { kind: 'none', words: `第${words.join('、')}项` }
  if (new Set(found.map(({ ledgerId }) => ledgerId)).size === 1) return { kind: 'tasks', tasks: found }
  // several ledgers have the number: the sender's own is meant where there is just one
  const own = found.filter(finder.isOwn)
  return new Set(own.map(({ ledgerId }) => ledgerId)).size === 1
    ? { kind: 'tasks', tasks: own }
    : { kind: 'several', tasks: found }
}

const byWords = ({ words }: Extract<Target, { kind: 'topic' }>, finder: Finder): Found => {
  const tasks = words.map(finder.named).find((named) => named.length > 0) ?? []
  const own = tasks.filter(finder.isOwn)
  if (own.length === 1) return oneOf(own)
  // 方案正在征求意见: of the one just spoken of
  if (finder.about.length === 1 && tasks.length !== 1) return { kind: 'tasks', tasks: finder.about }
  if (own.length > 0) return oneOf(own)
  if (tasks.length > 0) return oneOf(tasks)
  const alike = tasksAlike(words.at(-1) ?? '', finder.all)
  const [only] = alike
  // what is only like it is shown before it is recorded
  if (only && alike.length === 1) return { kind: 'tasks', tasks: [only], likely: true }
  return alike.length > 0 ? { kind: 'several', tasks: alike } : { kind: 'none', words: words.at(-1) ?? '' }
}

/**
 * The tasks a part of a report is about.
 * @param mentioned ids of those that other parts are about
 */
export const findTarget = (target: Target, finder: Finder, mentioned: ReadonlySet<string>): Found => {
  switch (target.kind) {
    case 'numbers':
      return byNumbers(target, finder)
    case 'selection': {
      const tasks = placed(target, finder.list)
      return tasks.length === 0 ? { kind: 'unsaid' } : { kind: 'tasks', tasks }
    }
    case 'rest': {
      const except = target.except === undefined ? [] : inLedgers({ kind: 'numbers', numbers: target.except }, finder)
      const left = new Set(except.map(({ id }) => id))
      const tasks = finder.own().filter(({ id }) => !mentioned.has(id) && !left.has(id))
      return tasks.length === 0 ? { kind: 'unsaid' } : { kind: 'tasks', tasks }
    }
    case 'topic':
      return byWords(target, finder)
    case 'last': {
      if (finder.about.length === 1) return { kind: 'tasks', tasks: finder.about }
      if (finder.about.length > 1) return { kind: 'several', tasks: finder.about }
      const own = finder.own()
      return own.length === 1 ? { kind: 'tasks', tasks: own } : { kind: 'unsaid' }
    }
  }
}

/** Whether somebody is expected to report on a task. */
export const isOpenFor = (task: Task, today: string): boolean =>
  !isFinished(task, today) && task.status !== 'suspended' && task.status !== 'pending-review'
