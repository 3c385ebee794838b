import type { Task } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import { whyNot } from '../src/reminders/why-not.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import { sentReminders } from './sent-reminders.ts'
import { meantTasks } from './snooze.ts'

const MOST = 6

/** 为什么没提醒我: the first reason that holds, task by task. */
export const whyNotReminded = defineIntent({
  name: 'why-not-reminded',
  summary: '问为什么没有收到提醒',
  examples: ['第3项为什么没提醒我', '为什么没提醒我'],
  topic: '提醒',
  asks: ['why-not-reminded'],
  aboutTasks: false,
  run: (context) => {
    const { access, index, today, reminders, question } = context
    const whom = access.actor.id
    if (whom === null || (access.units.length === 0 && !access.administrator))
      return { needs: 'identity', text: '您还没有绑定单位，提醒不知道发给谁。请先绑定：我是某单位联络员某某。' }
    if (access.units.length === 0 && question.query.numbers.length === 0 && question.query.within === null)
      return sentReminders.run(context)
    const own = (): readonly Task[] =>
      index.tasks.filter((task) => access.may('report', task) && access.units.length > 0)
    const named = question.query.numbers.length > 0 || question.query.within !== null ? meantTasks(context) : own()
    if (named.length === 0) return { text: '没有您牵头的任务，所以没有提醒。' }
    const settings = reminders.settings()
    const sent = reminders.outgoing().filter(({ to }) => to === whom)
    const calendar = createCalendar()
    const reasons = new Map<string, Task[]>()
    for (const task of named) {
      const ledger = index.ledgerOf(task)
      if (!ledger) continue
      const leads = access.units.length > 0 && access.may('report', task)
      const reason = whyNot({ task, ledger, settings, sent, whom, calendar, today, leads })
      reasons.set(reason, [...(reasons.get(reason) ?? []), task])
    }
    const lines = [...reasons].slice(0, MOST).map(([reason, tasks]) => `${wordsOf(tasks)}：${reason}`)
    const rest = reasons.size > MOST ? ['其余请写序号问，如：第3项为什么没提醒我'] : []
    return { tasks: named, text: [...lines, ...rest].join('\n') }
  },
})

const wordsOf = (tasks: readonly Task[]): string => {
  const [only, second] = tasks
  if (only && second === undefined) return taskLabel(only)
  const plain = tasks.every(({ no }) => /^\d+$/.test(no))
  const numbers = tasks
    .slice(0, 8)
    .map(({ no }) => no)
    .join('、')
  return `${plain ? `第${numbers}项` : numbers}${tasks.length > 8 ? `等${tasks.length}项` : ''}`
}
