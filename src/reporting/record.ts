import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { reviewActions } from '../replies/actions/review.ts'
import { rowActions } from '../replies/actions/rows.ts'
import { itemLine, taskLabel } from '../replies/report-card.ts'
import type { Reply } from '../reply.ts'
import { carryOut } from '../reports/carry-out.ts'
import type { Draft } from '../reports/draft.ts'
import type { Item } from '../reports/plan.ts'
import { capacityOf, reporterOf } from './capacity.ts'
import { tellLeads } from './tell-leads.ts'

const TAKE_BACK = '10分钟内回复“撤回”可取消。'

/** Carries out what was planned, in one change; resolves once it is on disk. */
export const record = async (
  items: readonly Item[],
  { behalf, attachments }: { behalf: string | null; attachments: Draft['attachments'] },
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { store, access, at, today, messageKey, nextReceipt, notify } = context
  const ids = new Set(items.map(({ task }) => task))
  const taskOf = (): Task[] => store.snapshot().tasks.filter(({ id }) => ids.has(id))
  const asksFor = !access.administrator && items.some(({ deed }) => deed.kind !== 'progress')
  const receipt = asksFor ? nextReceipt() : ''
  const occasion = { id: messageKey, at, today, actor: access.actor, receipt, attachments }
  const change = await store.commit((state) =>
    carryOut(state, items, occasion, (task) => reporterOf(task, behalf, context)),
  )
  const tasks = taskOf()
  if (change === null) return { tasks, text: '这条报送已经登记过，没有重复登记。' }
  await tellLeads(change, context)
  // a part of a shared task is nobody's to approve until all parts are there
  if (asksFor && tasks.some(({ request }) => request?.receipt === receipt)) {
    const waiting = tasks.filter(({ request }) => request?.receipt === receipt)
    // the numbers are those of the buttons
    const labels = waiting.map((task, place) => `${waiting.length === 1 ? '' : `${place + 1} `}${taskLabel(task)}`)
    await notify('administrators', {
      text: `${access.actor.name ?? ''}报送，待审核（受理号${receipt}）：${labels.join('；')}。回复 待审核 查看。`,
      actions: [
        ...reviewActions(waiting.map((task) => ({ kind: 'task', task }))),
        ...rowActions(waiting.map((task, place) => ({ task, label: labels[place] ?? '' }))),
      ],
    })
    return { tasks, text: `已登记并送审，受理号${receipt}，审核结果另行通知。` }
  }
  return { tasks, text: `${acknowledgement(items, tasks, behalf, context)}${TAKE_BACK}` }
}

const acknowledgement = (
  items: readonly Item[],
  tasks: readonly Task[],
  behalf: string | null,
  context: IntentContext,
): string => {
  const [item] = items
  const [task] = tasks
  if (items.length > 1 || !item || !task) return `已登记${items.length}项：${tasks.map(({ no }) => no).join('、')}。`
  const said = itemLine({ ...item, hints: [] }, task, capacityOf(task, behalf, context), context.today)
  const hints = item.hints.length > 0 ? `提示：${item.hints.join('；')}。` : ''
  return `已记：${said}。${hints}`
}
