import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { printedAs } from '../replies/printed-numbers.ts'
import type { Reply } from '../reply.ts'
import type { Draft } from '../reports/draft.ts'
import { type Found, findTarget, isOpenFor } from '../reports/find-target.ts'
import { type Item, planPart } from '../reports/plan.ts'
import { askMilestone, askTask } from './ask.ts'
import { behalfOf } from './behalf.ts'
import { reporterOf } from './capacity.ts'
import { whyNotThis } from './refusals.ts'

/** What a draft comes to: what is to be done and what cannot be, or the reply that asks for what is missing. */
export type Settled =
  | { kind: 'ready'; items: readonly Item[]; refused: readonly string[]; behalf: string | null }
  | { kind: 'reply'; reply: Partial<Reply> }

/** Settles what a draft leaves open, one question at a time. */
export const settle = (draft: Draft, context: IntentContext): Settled => {
  const behalf = behalfOf(draft.behalf, context)
  if ('refused' in behalf) return { kind: 'reply', reply: { text: behalf.refused } }
  const items: Item[] = []
  const refused: string[] = []
  const mentioned = new Set<string>()
  for (const [place, part] of draft.parts.entries()) {
    const found = tasksOf(draft, place, mentioned, context)
    if (found.kind !== 'tasks') return { kind: 'reply', reply: unfound(found, place, draft, context) }
    for (const task of found.tasks) {
      mentioned.add(task.id)
      const reason = whyNotThis(task, context)
      if (reason !== null) {
        refused.push(reason)
        continue
      }
      const planned = planPart(task, part, {
        at: context.at,
        today: context.today,
        administrator: context.access.administrator,
        shared: reporterOf(task, behalf.unit, context).unit !== null,
        draft: found.likely ? { ...draft, faint: true } : draft,
        unitIn: (words) => unitIn(words, context),
      })
      if (planned.kind === 'which')
        return { kind: 'reply', reply: askMilestone(task, planned.milestones, draft, context) }
      if (planned.kind === 'refused') refused.push(planned.reason)
      else items.push(planned.item)
    }
  }
  return { kind: 'ready', items, refused, behalf: behalf.unit }
}

/** The one unit that words name. */
const unitIn = (words: string, { index }: IntentContext): string | null => {
  const sure = index.directory.find(words).filter(({ candidates }) => candidates.length === 1)
  const [mention] = sure
  return sure.length === 1 ? (mention?.candidates[0]?.unit ?? null) : null
}

const tasksOf = (draft: Draft, place: number, mentioned: ReadonlySet<string>, context: IntentContext): Found => {
  const { index, dialogue, select, named, access, today } = context
  const byId = (ids: readonly string[]): Task[] => ids.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  const settled = draft.tasks[place]
  if (settled) return { kind: 'tasks', tasks: byId(settled) }
  const part = draft.parts[place]
  if (!part) return { kind: 'unsaid' }
  const isOwn = (task: Task): boolean => !access.administrator && access.may('report', task)
  const list = dialogue.last?.list ?? []
  return findTarget(
    part.target,
    {
      select,
      named,
      list: byId(list),
      printed: (number) => printedAs(number, list, index),
      about: byId(dialogue.last?.about ?? []),
      all: index.tasks,
      own: () => index.tasks.filter((task) => isOwn(task) && isOpenFor(task, today)),
      ledger: dialogue.ledger,
      isOwn,
    },
    mentioned,
  )
}

const unfound = (
  found: Exclude<Found, { kind: 'tasks' }>,
  place: number,
  draft: Draft,
  context: IntentContext,
): Partial<Reply> => {
  switch (found.kind) {
    case 'none':
      return { text: `台账里没有找到“${found.words}”，没有登记。请说序号，如：第3项已完成。` }
    case 'unsaid':
      return { needs: 'task', text: '这条进展是哪一项的？没有登记。请带上序号再报，如：第3项已完成。' }
    case 'several':
      return askTask(found.tasks, place, draft, context)
  }
}
