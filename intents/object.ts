import { askConfirmation } from '../src/dialogue/confirmation.ts'
import type { Task, TaskRequest } from '../src/domain/index.ts'
import { findEdited } from '../src/editing/find-edited.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import type { Reply } from '../src/reply.ts'
import { rowChange } from '../src/reports/carry-out.ts'

interface Choice {
  task: string
  unit: string
  text: string
}

/** The unit for which somebody says that it does not lead, as the task names it; null where they speak for none that does. */
const unitOf = ({ lead }: Task, { units }: IntentContext['access']): string | null =>
  lead.find((unit) => units.includes(unit)) ?? (lead.length === 1 ? (lead[0] as string) : null)

const refusal = (task: Task, { access }: IntentContext): string | null => {
  if (access.administrator) return `督查室可以直接改，如：第${task.no}项牵头单位改为市财政局。`
  if (!access.may('report', task)) return `${taskLabel(task)}不由您的单位牵头，不需要提出异议。`
  if (task.request)
    return task.request.kind === 'objection'
      ? `${taskLabel(task)}的异议已报督查室（受理号${task.request.receipt}），待核定。`
      : `${taskLabel(task)}已有申请待审核（受理号${task.request.receipt}），请等审核后再提。`
  return unitOf(task, access) === null ? '没能确认您代表哪个牵头单位，请写明单位。' : null
}

/** 我们不是牵头: kept as 异议 until the 督查室 decides; meanwhile the unit is not reminded of the task. */
export const object = defineIntent({
  name: 'object',
  summary: '对牵头单位提出异议，报督查室核定',
  examples: ['第3项我们不是牵头单位，应为配合'],
  topic: '报送',
  asks: ['object'],
  aboutTasks: false,
  run: (context) => {
    const { question, dialogue, said } = context
    const found = findEdited({ kind: 'change', numbers: question.reading.numbers, words: '', edits: [] }, context)
    if (!('tasks' in found) || found.tasks.length !== 1)
      return { needs: 'task', text: '请写明是哪一项，如：第3项我们不是牵头单位，应为配合。' }
    const [task] = found.tasks as [Task]
    const refused = refusal(task, context)
    const unit = unitOf(task, context.access)
    if (refused !== null || unit === null) return { tasks: [task], text: refused ?? '' }
    const yes = JSON.stringify({ task: task.id, unit, text: said } satisfies Choice)
    return {
      tasks: [task],
      ...askConfirmation(
        dialogue,
        { intent: 'object', yes, no: '' },
        `${taskLabel(task)}：${unit}提出不是牵头单位。确认后报督查室核定，核定前不再就该项提醒贵单位。\n回复：确认、取消`,
      ),
    }
  },
  choose: (value, context) => (value === '' ? { text: '没有提出异议。' } : raise(JSON.parse(value) as Choice, context)),
})

const raise = async ({ task: id, unit, text }: Choice, context: IntentContext): Promise<Partial<Reply>> => {
  const { store, access, at, messageKey, nextReceipt, notify } = context
  const receipt = nextReceipt()
  const by = access.actor.name ?? unit
  let refused: string | null = null
  const change = await store.commit((state) => {
    const task = state.tasks.find((one) => one.id === id)
    refused = task ? refusal(task, context) : '这项任务已不在台账中。'
    if (!task || refused !== null) return null
    const request: TaskRequest = {
      kind: 'objection',
      at,
      by,
      from: access.actor.id,
      text,
      milestones: [],
      unit,
      receipt,
    }
    return { id: messageKey, at, by: access.actor, action: 'object', text, rows: [rowChange(task, { request })] }
  })
  const task = store.snapshot().tasks.find((one) => one.id === id)
  if (change === null || !task) return { text: refused ?? '没有改动。' }
  await notify('administrators', {
    text: `${receipt} ${taskLabel(task)}：${unit}提出不是牵头单位，请核定。原话：${text}`,
  })
  return {
    tasks: [task],
    text: `已受理，受理号${receipt}。${taskLabel(task)}的异议待督查室核定，核定前不再就该项提醒${unit}。`,
  }
}
