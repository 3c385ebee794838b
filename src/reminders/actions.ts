import type { ReplyAction } from '../reply.ts'
import { isOverdueStage } from './marks.ts'
import type { DigestItem } from './wording/several.ts'
import { numberOf, taskTitle } from './wording/words.ts'

/** Rows that a select offers; the text lists no more. */
const MOST = 10
const TITLE = 18

/** What can be answered to a reminder, as buttons where the channel has buttons. */
export const actionsFor = (items: readonly DigestItem[]): ReplyAction[] => {
  const tasks = [...new Set(items.map(({ task }) => task))]
  const [only, second] = tasks
  const later: ReplyAction = { label: '暂缓三天', say: '暂缓三天' }
  const why: ReplyAction = { label: '为什么提醒我', say: '为什么提醒我', private: true }
  if (!only || second !== undefined) {
    const details = tasks.slice(0, MOST).map((task): ReplyAction => {
      const label = `${task.no} ${taskTitle(task, tasks, TITLE)}`
      return { label, say: `${numberOf(task)}详细说说`, group: '看详情', private: true }
    })
    return [...details, later, why]
  }
  const number = numberOf(only)
  const late = items.some(({ stage }) => stage !== null && isOverdueStage(stage))
  return [
    { label: '报进展', say: `${number}报进展`, style: 'primary' },
    { label: '申请办结', say: `${number}已完成，申请办结` },
    ...(late ? [] : [later]),
    { label: '详情', say: `${number}详细说说`, private: true },
    why,
  ]
}
