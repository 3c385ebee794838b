import { detailAction, rowActions } from '../replies/actions/rows.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { ReplyAction } from '../reply.ts'
import { isOverdueStage } from './marks.ts'
import type { DigestItem } from './wording/several.ts'

/** What can be answered to a reminder, as buttons where the channel has buttons. */
export const actionsFor = (items: readonly DigestItem[]): ReplyAction[] => {
  const [only, ...others] = items
  const later: ReplyAction = { label: '暂缓三天', say: '暂缓三天' }
  const why: ReplyAction = { label: '为什么提醒我', say: '为什么提醒我', private: true }
  if (!only) return [later, why]
  if (others.length > 0) return [...rowActions(items.map(({ task }) => ({ task, label: taskLabel(task) }))), later, why]
  const { task, stage } = only
  const late = stage !== null && isOverdueStage(stage)
  return [
    { ...detailAction(task), private: true },
    { label: '申请办结', say: '已全部完成，申请办结', task: task.id, style: 'primary' },
    ...(late ? [] : [later]),
    why,
  ]
}
