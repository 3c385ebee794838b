import type { Ledger, Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { Reply } from '../reply.ts'
import { askConfirmation, askWhichLedger } from './ask-edit.ts'
import type { EditDraft } from './draft.ts'
import { newTaskCard } from './edit-card.ts'
import { changeContext } from './edit-context.ts'
import { newTask } from './new-task.ts'
import type { SpokenTask } from './spoken-edit.ts'

type Drafted = EditDraft & { spoken: SpokenTask }

const HOW = '请这样说：新增任务：开展防汛检查，牵头市应急局，配合市水务局，6月底前完成。'
const LONGEST = 1_000

const ledgerFor = ({ spoken, ledger }: Drafted, { index, dialogue }: IntentContext): Ledger | string | null => {
  const byId = (id: string | null): Ledger | undefined => index.ledgers.find((one) => one.id === id)
  const settled = byId(ledger)
  if (settled) return settled
  const { ledger: words } = spoken
  if (words !== null) {
    const bare = words.replace(/台账$/, '')
    const named = index.ledgers.filter(({ short, name }) => short === bare || name === bare)
    const found =
      named.length > 0 ? named : index.ledgers.filter(({ short, name }) => `${short} ${name}`.includes(bare))
    return found.length === 1 ? (found[0] as Ledger) : found.length === 0 ? `没有名为“${words}”的台账` : null
  }
  return byId(dialogue.ledger) ?? (index.ledgers.length === 1 ? (index.ledgers[0] as Ledger) : null)
}

const plan = (draft: Drafted, ledger: Ledger, tasks: readonly Task[], context: IntentContext) =>
  newTask(draft.spoken, { ledger, tasks, key: draft.key }, changeContext(context, null))

/** Takes a new task as far as it goes: asks for the ledger, then shows it to be confirmed. */
export const showNewTask = (draft: Drafted, context: IntentContext): Partial<Reply> => {
  const { index, store, today } = context
  if (index.ledgers.length === 0) return { text: '还没有导入台账，没有新增。导入：duban import 文件' }
  if (draft.spoken.content === '') return { text: `没有写明任务内容，没有新增。${HOW}` }
  if (draft.spoken.content.length > LONGEST)
    return { text: `任务内容超过${LONGEST}字，没有新增，请精简后再报，或导入文件。` }
  const ledger = ledgerFor(draft, context)
  if (ledger === null) return askWhichLedger(draft, context)
  if (typeof ledger === 'string')
    return { text: `${ledger}，没有新增。现有：${index.ledgers.map(({ short }) => short).join('、')}` }
  const planned = plan(draft, ledger, store.snapshot().tasks, context)
  if ('refused' in planned) return { text: `${planned.refused}。没有新增。` }
  const shown = newTaskCard(planned.task, ledger, planned.hints, today)
  return askConfirmation(
    { ...draft, ledger: ledger.id },
    { heading: '请核对，确认后新增：', shown, tasks: [] },
    context,
  )
}

/** Adds a task that was confirmed; its number is the next one by then. */
export const carryOutNewTask = async (draft: Drafted, context: IntentContext): Promise<Partial<Reply>> => {
  const { store, at, access, messageKey, index } = context
  const ledger = index.ledgers.find(({ id }) => id === draft.ledger)
  if (!ledger) return { text: '台账已不在，没有新增。' }
  let added: string | null = null
  const change = await store.commit((state) => {
    const planned = plan(draft, ledger, state.tasks, context)
    if ('refused' in planned || state.tasks.some(({ id }) => id === planned.task.id)) return null
    const { id, ...fields } = planned.task
    added = id
    const rows = [{ part: 'tasks' as const, id, before: null, after: fields }]
    return { id: messageKey, at, by: access.actor, action: 'add', text: draft.text, rows }
  })
  const task = store.snapshot().tasks.find(({ id }) => id === added)
  if (change === null || !task) return { text: '这项任务已经新增过，没有重复登记。' }
  return { tasks: [task], text: `已新增：${taskLabel(task)}〔${ledger.short}〕。10分钟内回复“撤回”可取消。` }
}
