import { defineIntent } from '../src/intent.ts'

/** 暂停推送: nothing goes out on any channel, questions are answered as before. */
export const pausePushing = defineIntent({
  name: 'pause-pushing',
  summary: '暂停全部推送，查询照常（督查室）',
  examples: ['暂停推送', '停止推送'],
  topic: '提醒',
  asks: ['pause-pushing'],
  aboutTasks: false,
  run: async ({ reminders, keepWish, access }) => {
    if (!access.administrator) return { text: '全部推送由督查室暂停。只停给您的提醒请说：别再提醒我；暂缓三天。' }
    const before = reminders.settings().pausedAt !== null
    await keepWish({ what: 'pushing', on: false })
    const waiting = reminders.outgoing().filter(({ ended }) => ended === undefined).length
    const held = waiting > 0 ? `在途的${waiting}条也已停下。` : ''
    return {
      text: before ? '推送已经暂停。恢复请说：恢复推送。' : `已暂停全部推送，${held}查询照常。恢复请说：恢复推送。`,
    }
  },
})
