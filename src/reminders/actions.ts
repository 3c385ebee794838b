import type { ReplyAction } from '../reply.ts'
import { isOverdueStage } from './marks.ts'
import type { DigestItem } from './wording/several.ts'
import { numberOf } from './wording/words.ts'

/** What can be answered to a reminder, as buttons where the channel has buttons. */
export const actionsFor = (items: readonly DigestItem[]): ReplyAction[] => {
  const [only, second] = items
  const later: ReplyAction = { label: '暂缓三天', say: '暂缓三天' }
  const why: ReplyAction = { label: '为什么提醒我', say: '为什么提醒我', private: true }
  if (!only || second !== undefined) return [later, why]
  const number = numberOf(only.task)
  const late = only.stage !== null && isOverdueStage(only.stage)
  return [
    { label: '详情', say: `${number}详细说说`, private: true },
    { label: '申请办结', say: `${number}已完成，申请办结`, style: 'primary' },
    ...(late ? [] : [later]),
    why,
  ]
}
