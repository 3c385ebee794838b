import { dayOf } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'

/** 恢复推送: what came due meanwhile is made up for, one message a person. */
export const resumePushing = defineIntent({
  name: 'resume-pushing',
  summary: '恢复推送，暂停期间的合并补发（督查室）',
  examples: ['恢复推送', '继续推送'],
  topic: '提醒',
  asks: ['resume-pushing'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ reminders, keepWish, at, today }) => {
    const settings = reminders.settings()
    if (settings.pausedAt === null) return { text: '推送没有暂停。' }
    const owed = reminders.plan(new Date(at)).filter(({ held }) => held === null || held === 'paused')
    await keepWish({ what: 'pushing', on: true })
    const since = dayWithWeekday(dayOf(new Date(settings.pausedAt)), today)
    const rest =
      owed.length > 0
        ? `暂停期间未发的合并补发，每人一条，共${owed.length}条，工作时间内发出。`
        : '现在没有要补发的；休息时间的留到工作时间发。'
    return { text: `已恢复推送（${since}起暂停）。${rest}` }
  },
})
