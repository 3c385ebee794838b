import { type Day, dayNumber, openDueDay, type Task } from '../domain/index.ts'
import type { Item } from '../reports/plan.ts'
import { shortDay, weekdayName } from './dates.ts'
import { taskTitle } from './task-title.ts'

const TITLE = 22

const numberOf = ({ no }: Task): string => (/^\d+$/.test(no) ? `第${no}项` : no)

/** 第11项　优化公立医院收入结构. */
export const taskLabel = (task: Task): string => `${numberOf(task)}　${taskTitle(task, [], TITLE)}`

/** What a deed is called. */
export const deedName = (item: Item, task: Task, administrator: boolean, today: Day): string => {
  const { deed, claim } = item
  switch (deed.kind) {
    case 'completion': {
      const all = deed.milestones.length >= task.milestones.filter(({ due }) => due !== null).length
      const what = all ? '' : `节点“${task.milestones[deed.milestones[0] ?? -1]?.what ?? ''}”`
      return administrator ? `${what}办结` : `申请${what}办结`
    }
    case 'extension':
      return `${administrator ? '' : '申请'}延期至${shortDay(deed.until, today)}（${weekdayName(deed.until)}）`
    case 'suspension':
      return '中止'
    case 'progress':
      return claim.percent === null ? '报送进展' : `进度${Math.round(claim.percent)}%`
  }
}

const dueLine = (task: Task, today: Day): string => {
  const days = task.milestones.flatMap((milestone) => openDueDay(milestone, today) ?? milestone.due ?? [])
  const past = task.milestones.flatMap(({ due, done, recurs }) =>
    recurs === null && done === undefined && due !== null && due < today ? [due as Day] : [],
  )
  const [late] = past.sort()
  if (late !== undefined)
    return `${shortDay(late, today)}（${weekdayName(late)}），已过${dayNumber(today) - dayNumber(late)}天`
  const [next] = days.filter((day) => !day.startsWith('X')).sort() as Day[]
  return next === undefined ? '持续推进' : `${shortDay(next, today)}（${weekdayName(next)}），未超期`
}

/** One item as it is to be checked before it is confirmed. */
export const itemCard = (
  item: Item,
  task: Task,
  { administrator, capacity, today }: { administrator: boolean; capacity: string; today: Day },
): string =>
  [
    taskLabel(task),
    `单位：${capacity}　动作：${deedName(item, task, administrator, today)}`,
    ...(item.text === '' ? [] : [`内容：${item.text}`]),
    `时限：${dueLine(task, today)}`,
    ...(item.hints.length === 0 ? [] : [`提示：${item.hints.join('；')}`]),
  ].join('\n')

/** One item on one line, where there are several. */
export const itemLine = (item: Item, task: Task, administrator: boolean, today: Day): string =>
  `${taskLabel(task)}：${deedName(item, task, administrator, today)}${item.hints.length > 0 ? `（${item.hints.join('；')}）` : ''}`
