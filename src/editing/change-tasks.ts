import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { Reply } from '../reply.ts'
import { tellLeads } from '../reporting/tell-leads.ts'
import { rowChange } from '../reports/carry-out.ts'
import { askConfirmation, askWhichMilestone, askWhichTask } from './ask-edit.ts'
import type { EditDraft } from './draft.ts'
import { changeCard } from './edit-card.ts'
import { changeContext } from './edit-context.ts'
import { findEdited } from './find-edited.ts'
import { type PlannedChange, planChange } from './plan-change.ts'
import type { SpokenChange } from './spoken-edit.ts'

type Drafted = EditDraft & { spoken: SpokenChange }
type Ready = Extract<PlannedChange, { kind: 'ready' }>

const HOW = '请这样说：第3项时限改为6月30日；第3项牵头单位改为市财政局。'

/** What is to be done to each task, or the reply that asks or refuses. */
const plan = (
  draft: Drafted,
  tasks: readonly Task[],
  context: IntentContext,
): { rows: { task: Task; planned: Ready }[] } | { reply: Partial<Reply> } => {
  const rows: { task: Task; planned: Ready }[] = []
  // what else is said beside a number is of one of its milestones
  const spoken = draft.spoken.numbers.length > 0 ? draft.spoken : { ...draft.spoken, words: '' }
  for (const task of tasks) {
    if (task.status === 'closed') return { reply: { tasks: [task], text: `${taskLabel(task)}已销号，没有改动。` } }
    const planned = planChange(task, spoken, changeContext(context, draft.places[task.id] ?? null))
    if (planned.kind === 'refused') return { reply: { tasks: [task], text: `${taskLabel(task)}：${planned.reason}。` } }
    if (planned.kind === 'which') return { reply: askWhichMilestone(task, planned.milestones, draft, context) }
    rows.push({ task, planned })
  }
  return { rows }
}

const shownOf = (rows: readonly { task: Task; planned: Ready }[], { index }: IntentContext): string =>
  rows
    .map(({ task, planned }) => changeCard(task, { ledger: index.ledgerOf(task)?.short ?? '', ...planned }))
    .join('\n')

/** Takes a change as far as it goes: asks what is open, then shows it to be confirmed. */
export const showChange = (draft: Drafted, context: IntentContext): Partial<Reply> => {
  const { index } = context
  if (draft.spoken.edits.length === 0) return { needs: 'date', text: `没有写明改为什么，没有改动。${HOW}` }
  if (draft.tasks === null) {
    const found = findEdited(draft.spoken, context)
    if ('several' in found) return askWhichTask(found.several, draft, context)
    if ('missing' in found)
      return found.missing === ''
        ? { needs: 'task', text: `没有写明改哪一项，没有改动。${HOW}` }
        : { text: `台账里没有找到“${found.missing}”，没有改动。请说序号，如：第3项时限改为6月30日。` }
    return showChange({ ...draft, tasks: found.tasks.map(({ id }) => id) }, context)
  }
  const tasks = draft.tasks.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  const planned = plan(draft, tasks, context)
  if ('reply' in planned) return planned.reply
  return askConfirmation(
    draft,
    { heading: '请核对，确认后修改：', shown: shownOf(planned.rows, context), tasks },
    context,
  )
}

/** Carries out a change that was confirmed, as long as it still comes to what was shown. */
export const carryOutChange = async (
  draft: Drafted,
  shown: string,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { store, at, access, messageKey } = context
  let again = false
  const ids = new Set(draft.tasks)
  const change = await store.commit((state) => {
    const planned = plan(
      draft,
      state.tasks.filter(({ id }) => ids.has(id)),
      context,
    )
    again = 'reply' in planned || shownOf(planned.rows, context) !== shown
    if (again || 'reply' in planned || planned.rows.length === 0) return null
    return {
      id: messageKey,
      at,
      by: access.actor,
      action: 'edit',
      text: draft.text,
      rows: planned.rows.map(({ task, planned: { after } }) => rowChange(task, after)),
    }
  })
  if (again) return showChange(draft, context)
  const tasks = store.snapshot().tasks.filter(({ id }) => ids.has(id))
  if (change === null) return { tasks, text: '这项修改已经登记过，没有重复登记。' }
  await tellLeads(change, context)
  return { tasks, text: `已修改：${tasks.map(taskLabel).join('；')}。10分钟内回复“撤回”可恢复。` }
}
