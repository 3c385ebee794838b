import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { cardMessage } from '../replies/card.ts'
import { choiceText } from '../replies/choices.ts'
import { milestoneInWords } from '../replies/dates.ts'
import { type Capacity, itemCard, itemLine, taskLabel } from '../replies/report-card.ts'
import type { Reply, ReplyCard } from '../reply.ts'
import type { Draft } from '../reports/draft.ts'
import type { Item } from '../reports/plan.ts'
import { capacityOf } from './capacity.ts'

/** What an answer to a question asked back stands for. JSON. */
export type Choice =
  /** Something is settled; the report goes on. */
  | { step: 'settled'; draft: Draft }
  /** It was shown, and not confirmed in time. */
  | { step: 'again'; draft: Draft }
  /** The items were shown and are confirmed. */
  | { step: 'confirm'; draft: Draft; items: readonly Item[] }
  /** More is to be said: the message itself, or the next one where it says nothing yet. */
  | { step: 'supplement'; draft: Draft }
  | { step: 'cancel' }

/** 确认 stays open for two hours in private; in a group as long as the dialogue. */
const OPEN_MS = 2 * 3_600_000
const MOST_CHOICES = 9
/** Items shown line by line. */
const MOST_LINES = 12

const NAME = 'report'

const choicesOf = (choices: readonly { label: string; choice: Choice }[]) =>
  choices.map(({ label, choice }) => ({ label, value: JSON.stringify(choice) }))

export const askTask = (
  tasks: readonly Task[],
  place: number,
  draft: Draft,
  { dialogue, index }: IntentContext,
): Partial<Reply> => {
  const choices = tasks.slice(0, MOST_CHOICES).map((task): { label: string; choice: Choice } => ({
    label: `${taskLabel(task)}〔${index.ledgerOf(task)?.short ?? ''}〕`,
    choice: { step: 'settled', draft: { ...draft, tasks: { ...draft.tasks, [place]: [task.id] } } },
  }))
  const all = [...choices, { label: '取消', choice: { step: 'cancel' } as const }]
  dialogue.pending = { need: 'task', choices: choicesOf(all), purpose: { kind: 'intent', name: NAME } }
  return {
    needs: 'task',
    text: choiceText(
      '这条进展是哪一项的？',
      all.map(({ label }) => label),
    ),
  }
}

export const askMilestone = (
  task: Task,
  places: readonly number[],
  draft: Draft,
  { dialogue, today }: IntentContext,
): Partial<Reply> => {
  const settled = (deed: Draft['milestones'][string]): Choice => ({
    step: 'settled',
    draft: { ...draft, milestones: { ...draft.milestones, [task.id]: deed } },
  })
  const choices = [
    ...places.flatMap((place) => {
      const milestone = task.milestones[place]
      return milestone ? [{ label: milestoneInWords(milestone, today), choice: settled({ milestones: [place] }) }] : []
    }),
    { label: '整项任务', choice: settled({ milestones: places, whole: true }) },
    { label: '都没有，只记进展', choice: settled(null) },
  ]
  dialogue.pending = { need: 'task', choices: choicesOf(choices), purpose: { kind: 'intent', name: NAME } }
  const question = `${taskLabel(task)}有${places.length}个节点未办结，完成的是哪一个？`
  return {
    tasks: [task],
    needs: 'task',
    text: choiceText(
      question,
      choices.map(({ label }) => label),
    ),
  }
}

const goesToReview = ({ administrator, unit }: Capacity): boolean => !administrator && unit === null

/** One item with its facts side by side. */
const cardOf = (before: string, item: string, after: readonly string[]): ReplyCard => {
  const [title = '', ...lines] = item.replace('　动作：', '\n动作：').split('\n')
  return cardMessage({ before: [before], title, lines: [...lines, ...after] }).card
}

/** Shows what is to be done and waits for 确认, 补充 or 取消. */
export const askConfirmation = (
  draft: Draft,
  { items, refused, behalf }: { items: readonly Item[]; refused: readonly string[]; behalf: string | null },
  context: IntentContext,
): Partial<Reply> => {
  const { index, today, dialogue, at, origin } = context
  const shown = items.flatMap((item) => {
    const task = index.tasks[index.placeOf(item.task) ?? -1]
    return task ? [{ item, task, capacity: capacityOf(task, behalf, context) }] : []
  })
  dialogue.pending = {
    need: 'confirmation',
    choices: choicesOf([
      { label: '确认', choice: { step: 'confirm', draft, items } },
      { label: '取消', choice: { step: 'cancel' } },
    ]),
    purpose: { kind: 'intent', name: NAME },
    supplement: JSON.stringify({ step: 'supplement', draft } satisfies Choice),
    again: JSON.stringify({ step: 'again', draft } satisfies Choice),
    ...(origin.conversation.kind === 'direct' ? { openUntil: Date.parse(at) + OPEN_MS } : {}),
  }
  const [first] = shown
  const lines =
    shown.length === 1 && first
      ? [itemCard(first.item, first.task, first.capacity, today)]
      : shown.slice(0, MOST_LINES).map(({ item, task, capacity }) => itemLine(item, task, capacity, today))
  const reviewed = shown.some(({ item, capacity }) => item.deed.kind !== 'progress' && goesToReview(capacity))
  const before = reviewed ? '请核对，确认后送督查室审核：' : '请核对，确认后登记：'
  const after = [
    ...(shown.length > MOST_LINES ? [`等共${shown.length}项`] : []),
    ...(draft.attachments.length > 0 ? [`附件：${draft.attachments.map(({ name }) => name).join('、')}`] : []),
    ...refused.map((reason) => `不登记：${reason}`),
    '回复：确认、补充、取消',
  ]
  return {
    tasks: shown.map(({ task }) => task),
    needs: 'confirmation',
    text: [before, ...lines, ...after].join('\n'),
    ...(shown.length === 1 ? { card: cardOf(before, lines.join('\n'), after) } : {}),
  }
}
