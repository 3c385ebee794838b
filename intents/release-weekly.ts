import { addDays } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import { leadersDigest } from '../src/reminders/leaders/digest.ts'
import { DRAFT, subscribersOf } from '../src/reminders/leaders/week.ts'
import { digestDayOf } from '../src/reminders/weekly.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'

/** 发送: what was drafted for the leaders goes out. */
export const releaseWeekly = defineIntent({
  name: 'release-weekly',
  summary: '看本周给领导的每周情况，确认发送（督查室）',
  examples: ['看本周周报', '发送周报'],
  topic: '提醒',
  asks: ['release-weekly'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ wish, reminders, store, today, index, changes, keepWish }) => {
    const settings = reminders.settings()
    if (wish?.parts.no !== undefined) return { text: '没有发送。要发请回复：发送周报。' }
    if (/^看|^(?:本周|领导)/.test(wish?.text ?? '')) {
      const on = index.ledgers.filter(({ id, archived }) => !archived && settings.enabled.has(id))
      const ledgers = on.length > 0 ? on : index.ledgers.filter(({ archived }) => !archived)
      const digest = leadersDigest(ledgers, index.tasks, changes(), today)
      return digest === null ? { text: '台账里没有任务。' } : { text: digest.text, tasks: digest.tasks }
    }
    const leaders = subscribersOf(store.snapshot().people, settings, today)
    if (leaders.length === 0) return { text: '没有领导订阅每周情况，没有发送。订阅请说：给某某订阅周报。' }
    const day = digestDayOf(today, createCalendar())
    const drafted = reminders.outgoing().some(({ key, stage }) => stage === DRAFT && key.startsWith(`remind/${day}/`))
    if (day === null || !drafted) return { text: '没有待发送的每周情况。每周第一个工作日8:30起草。' }
    if (day < addDays(today, -6)) return { text: '本周的每周情况还没有起草。' }
    if (settings.released.has(day)) return { text: `${dayWithWeekday(day, today)}的每周情况已经确认发送过。` }
    await keepWish({ what: 'release', day })
    return { text: `已确认，发给${leaders.map(({ name }) => name).join('、')}，工作时间内发出。` }
  },
})
