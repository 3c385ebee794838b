import { addDays, type Day } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import type { Outgoing } from '../src/reminders/records.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'

const MOST = 12

/** 今天发了哪些提醒: what went out, what did not arrive; nothing of who has answered. */
export const sentReminders = defineIntent({
  name: 'sent-reminders',
  summary: '看发出了哪些提醒、送达没有（督查室）',
  examples: ['今天发了哪些提醒', '提醒发出去没有'],
  topic: '提醒',
  asks: ['sent-reminders'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { question, reminders, today } = context
    const [period] = question.reading.periods
    const from = period?.from ?? today
    const to = period?.to ?? today
    const sent = reminders.outgoing().filter(({ day }) => day >= from && day <= to)
    const when =
      from === to ? dayWithWeekday(from, today) : `${dayWithWeekday(from, today)}至${dayWithWeekday(to, today)}`
    const { pausedAt } = reminders.settings()
    const paused = pausedAt === null ? '' : '\n推送现已暂停，恢复请说：恢复推送'
    if (from > today) return { text: `${when}还没到。${nextWords(context, to)}看内容请说：预览提醒。${paused}` }
    if (sent.length === 0) return { text: `${when}没有发过提醒。${nextWords(context, to)}${paused}` }
    const failed = sent.filter(({ ended }) => ended?.failed != null).length
    const pending = sent.filter(({ ended }) => ended === undefined).length
    const lines = sent
      .slice(0, MOST)
      .map((message) => `${nameOf(message, context)}　${message.title.slice(0, 20)}　${stateOf(message)}`)
    const rest = sent.length > MOST ? [`等${sent.length}条`] : []
    return {
      text:
        [
          `${when}发出${sent.length}条：送达${sent.length - failed - pending}、发送中${pending}、未送达${failed}`,
          ...lines,
          ...rest,
        ].join('\n') + paused,
    }
  },
})

const stateOf = ({ ended }: Outgoing): string =>
  ended === undefined ? '发送中' : ended.failed === null ? '已送达' : '未送达'

const nameOf = ({ to }: Outgoing, { store }: IntentContext): string => {
  const { people, groups } = store.snapshot()
  const person = people.find(({ id }) => id === to)
  if (person) return `${person.units[0] ?? ''}${person.name}`
  return groups.some(({ id }) => id === to) ? '群' : '管理员'
}

/** When the next ones are due, for who wonders about the silence. */
const nextWords = ({ reminders, at, index, today }: IntentContext, asked: Day): string => {
  const { enabled } = reminders.settings()
  const on = index.ledgers.filter(({ id, archived }) => !archived && enabled.has(id))
  if (on.length === 0) return '还没有台账启用提醒，启用请说：预览提醒。'
  if (asked < today) return ''
  const days = on.flatMap((ledger) =>
    reminders
      .walk(ledger, new Date(at), new Date(Date.parse(at) + 7 * 86_400_000))
      .filter(({ held }) => held === null)
      .map(({ key }) => key.split('/')[1] ?? ''),
  )
  const next = days.filter((day) => day > today && day <= addDays(today, 7)).sort()[0]
  return next === undefined ? '今后七天没有要发的。' : `下一批${dayWithWeekday(next, today)}。`
}
