import { type Day, isFinished, isOngoing, isOverdue, nextDueDay, type Task } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { describeQuery } from '../src/replies/describe-query.ts'

/** Units shown in the overview; the rest is counted. */
const MOST = 12

export const overview = defineIntent({
  name: 'overview',
  summary: '看总体情况：任务数、到期情况、各单位任务数',
  examples: ['总体情况', '各单位各有几项', '完成率多少', '台账概况'],
  asks: ['overview'],
  when: ({ query }) => query.numbers.length === 0 && query.topic === null,
  run: ({ tasks, question, index, today }) => {
    const about = describeQuery(question.query, index)
    const ledgers = index.ledgers.filter((ledger) => tasks.some((task) => task.ledgerId === ledger.id))
    const lines = [
      `${about === '' ? ledgers.map((ledger) => `〔${ledger.short}〕`).join('') : about}共${tasks.length}项`,
      breakdown(tasks, today),
      `办结率${tasks.length === 0 ? 0 : Math.round((100 * tasks.filter(isFinished).length) / tasks.length)}%`,
    ]
    const units = countUnits(tasks)
    if (units.length > 0) lines.push(`涉及${units.length}个单位（按台账顺序，不作排名）`)
    for (const { unit, lead, all } of units.slice(0, MOST)) lines.push(`${unit}：牵头${lead}、共${all}`)
    if (units.length > MOST) lines.push(`另有${units.length - MOST}个单位，可直接问单位名称`)
    return { tasks: [...tasks], text: lines.join('\n') }
  },
})

/** A sum that adds up: every task is in exactly one part of it. */
const breakdown = (tasks: readonly Task[], today: Day): string => {
  const parts = { 办结: 0, 时限已过: 0, 今后到期: 0, 持续推进: 0, 未写明时限: 0 }
  for (const task of tasks) {
    if (isFinished(task)) parts.办结++
    else if (isOverdue(task, today)) parts.时限已过++
    else if (nextDueDay(task, today) !== null) parts.今后到期++
    else if (isOngoing(task)) parts.持续推进++
    else parts.未写明时限++
  }
  return `${tasks.length}＝${Object.entries(parts)
    .filter(([name, count]) => count > 0 || name === '办结')
    .map(([name, count]) => `${name}${count}`)
    .join('＋')}`
}

/** Units in the order in which the ledgers first name them. */
const countUnits = (tasks: readonly Task[]): { unit: string; lead: number; all: number }[] => {
  const counts = new Map<string, { unit: string; lead: number; all: number }>()
  const count = (unit: string): { unit: string; lead: number; all: number } => {
    const known = counts.get(unit) ?? { unit, lead: 0, all: 0 }
    counts.set(unit, known)
    return known
  }
  for (const task of tasks) {
    for (const unit of task.lead) {
      count(unit).lead++
      count(unit).all++
    }
    for (const unit of task.cooperating) count(unit).all++
  }
  return [...counts.values()]
}
