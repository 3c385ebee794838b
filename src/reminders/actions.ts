import { reportForm } from '../replies/actions/forms.ts'
import { detailAction, rowActions } from '../replies/actions/rows.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { ReplyAction } from '../reply.ts'
import { isOverdueStage } from './marks.ts'
import type { DigestItem } from './wording/several.ts'

/** What can be answered to a reminder, as buttons where the channel has buttons. */
export const actionsFor = (items: readonly DigestItem[]): ReplyAction[] => {
  const tasks = [...new Set(items.map(({ task }) => task))]
  const [only, second] = tasks
  const later: ReplyAction = { label: '暂缓三天', say: '暂缓三天' }
  const why: ReplyAction = { label: '为什么提醒我', say: '为什么提醒我', private: true }
  if (!only || second !== undefined) {
    const details = rowActions(tasks.map((task) => ({ task, label: taskLabel(task) })))
    return [...details.map((action) => ({ ...action, private: true })), later, why]
  }
  const late = items.some(({ stage }) => stage !== null && isOverdueStage(stage))
  return [
    { label: '报进展', say: '报进展', form: reportForm, task: only.id, style: 'primary' },
    { label: '申请办结', say: '已全部完成，申请办结', task: only.id },
    ...(late ? [] : [later]),
    { ...detailAction(only), private: true },
    why,
  ]
}
