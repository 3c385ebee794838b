import { type Day, openDueDay, type Task } from '../domain/index.ts'
import type { Reply } from '../reply.ts'
import { shortDay, weekdayName } from './dates.ts'

const ENDING = '本群只显示项数、序号和时限，详情请私聊询问'
/** Numbers shown for one day; a group's screen is a phone's. */
const MOST_NUMBERS = 30

const dueOf = (task: Task, today: Day): string => {
  const days = task.milestones.flatMap((milestone) => openDueDay(milestone, today) ?? [])
  const [first] = days.sort()
  if (first !== undefined) return `${shortDay(first, today)}（${weekdayName(first)}）前`
  return task.milestones.some(({ ongoing }) => ongoing) ? '持续推进' : '未写明时限'
}

const numbersOf = (tasks: readonly Task[]): string => {
  const shown = tasks.slice(0, MOST_NUMBERS).map(({ no }) => no)
  return `第${shown.join('、')}项${tasks.length > shown.length ? '等' : ''}`
}

/**
 * An answer cut down to counts, numbers and dates, for a group that may not carry more of the ledgers it is about. Of
 * what holds nothing of these (who, a text, a question back), nothing is left but where to ask.
 */
export const briefReply = (reply: Reply, today: Day): Partial<Reply> => {
  const { tasks, total } = reply
  if (tasks.length === 0) return { text: `${ENDING}。可以问：3月底前到期几项`, needs: null }
  const byDue = new Map<string, Task[]>()
  for (const task of tasks) {
    const due = dueOf(task, today)
    byDue.set(due, [...(byDue.get(due) ?? []), task])
  }
  // numbers of several ledgers mean nothing side by side
  const oneLedger = tasks.every(({ ledgerId }) => ledgerId === tasks[0]?.ledgerId)
  const lines = [...byDue].map(([due, those]) =>
    oneLedger ? `${due}：${numbersOf(those)}` : `${due}：${those.length}项`,
  )
  return { text: [`共${total}项`, ...lines, ENDING].join('\n'), total }
}
