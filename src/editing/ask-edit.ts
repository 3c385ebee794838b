import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { choiceText } from '../replies/choices.ts'
import { milestoneInWords } from '../replies/dates.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { Reply } from '../reply.ts'
import type { EditChoice, EditDraft } from './draft.ts'

const NAME = 'edit-task'
/** 确认 stays open for two hours in private; in a group as long as the dialogue. */
const OPEN_MS = 2 * 3_600_000
const MOST_CHOICES = 9

const ask = (
  need: 'task' | 'ledger',
  question: string,
  choices: readonly { label: string; choice: EditChoice }[],
  { dialogue }: IntentContext,
): Partial<Reply> => {
  dialogue.pending = {
    need,
    choices: choices.map(({ label, choice }) => ({ label, value: JSON.stringify(choice) })),
    purpose: { kind: 'intent', name: NAME },
  }
  return {
    needs: need,
    text: choiceText(
      question,
      choices.map(({ label }) => label),
    ),
  }
}

const CANCEL = { label: '取消', choice: { step: 'cancel' } } as const

export const askWhichTask = (tasks: readonly Task[], draft: EditDraft, context: IntentContext): Partial<Reply> =>
  ask(
    'task',
    '改哪一项？',
    [
      ...tasks.slice(0, MOST_CHOICES).map((task) => ({
        label: `${taskLabel(task)}〔${context.index.ledgerOf(task)?.short ?? ''}〕`,
        choice: { step: 'settled', draft: { ...draft, tasks: [task.id] } } as const,
      })),
      CANCEL,
    ],
    context,
  )

export const askWhichMilestone = (
  task: Task,
  places: readonly number[],
  draft: EditDraft,
  context: IntentContext,
): Partial<Reply> => {
  const at = (place: number | 'all'): EditChoice => ({
    step: 'settled',
    draft: { ...draft, places: { ...draft.places, [task.id]: place } },
  })
  const choices = places.flatMap((place) => {
    const milestone = task.milestones[place]
    return milestone ? [{ label: milestoneInWords(milestone, context.today), choice: at(place) }] : []
  })
  const question = `${taskLabel(task)}有${places.length}个节点，改哪一个？`
  return ask('task', question, [...choices, { label: '整项只留新时限', choice: at('all') }, CANCEL], context)
}

export const askWhichLedger = (draft: EditDraft, context: IntentContext): Partial<Reply> =>
  ask(
    'ledger',
    '加到哪份台账？',
    [
      ...context.index.ledgers.slice(0, MOST_CHOICES).map(({ id, short }) => ({
        label: short,
        choice: { step: 'settled', draft: { ...draft, ledger: id } } as const,
      })),
      CANCEL,
    ],
    context,
  )

/** Shows what is to be changed and waits for 确认 or 取消. */
export const askConfirmation = (
  draft: EditDraft,
  { heading, shown, tasks }: { heading: string; shown: string; tasks: readonly Task[] },
  { dialogue, origin, at }: IntentContext,
): Partial<Reply> => {
  const value = (choice: EditChoice): string => JSON.stringify(choice)
  dialogue.pending = {
    need: 'confirmation',
    choices: [
      { label: '确认', value: value({ step: 'confirm', draft, shown }) },
      { label: '取消', value: value({ step: 'cancel' }) },
    ],
    purpose: { kind: 'intent', name: NAME },
    again: value({ step: 'again', draft }),
    ...(origin.conversation.kind === 'direct' ? { openUntil: Date.parse(at) + OPEN_MS } : {}),
  }
  return {
    tasks,
    needs: 'confirmation',
    text: [heading, shown, '回复：确认、取消'].join('\n'),
    actions: [
      { label: '确认', say: '确认', style: 'primary' },
      { label: '取消', say: '取消', style: 'danger' },
    ],
  }
}
