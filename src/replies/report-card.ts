import { type Day, dayNumber, openDueDay, type Task } from '../domain/index.ts'
import type { Item } from '../reports/plan.ts'
import { shortDay, weekdayName } from './dates.ts'
import { taskTitle } from './task-title.ts'

const TITLE = 22

const numberOf = ({ no }: Task): string => (/^\d+$/.test(no) ? `第${no}项` : no)

/** 第11项　优化公立医院收入结构. */
export const taskLabel = (task: Task): string => `${numberOf(task)}　${taskTitle(task, [], TITLE)}`

/** In what capacity something is reported. */
export interface Capacity {
  /** In words: 省人社厅（牵头）. */
  words: string
  /** 督查室: it is done, where others only ask for it. */
  administrator: boolean
  /** The part of one of several units, else null. */
  unit: string | null
}

/** What a deed is called. */
export const deedName = ({ deed, claim }: Item, task: Task, { administrator, unit }: Capacity, today: Day): string => {
  const asks = administrator ? '' : '申请'
  switch (deed.kind) {
    case 'completion': {
      if (unit !== null) return `${unit}已完成`
      const dated = task.milestones.filter(({ due }) => due !== null).length
      if (deed.whole || deed.milestones.length >= dated) return `${asks}办结`
      const named = deed.milestones.map((place) => task.milestones[place]?.what ?? task.milestones[place]?.due ?? '')
      return `${asks}节点“${named.join('、')}”办结`
    }
    case 'extension':
      return `${asks}延期至${shortDay(deed.until, today)}（${weekdayName(deed.until)}）`
    case 'transfer':
      return `${asks}转由${deed.to}牵头`
    case 'suspension':
      return `${asks}中止`
    case 'resumption':
      return '恢复办理'
    case 'progress':
      return progressName(claim)
  }
}

const progressName = ({ percent, state }: Item['claim']): string => {
  if (percent !== null) return `进度${Math.round(percent)}%`
  if (state === 'no-news') return '无新进展'
  if (state === 'not-begun') return '尚未启动'
  return state === 'not-done' ? '尚未完成' : '报送进展'
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
export const itemCard = (item: Item, task: Task, capacity: Capacity, today: Day): string =>
  [
    taskLabel(task),
    `单位：${capacity.words}　动作：${deedName(item, task, capacity, today)}`,
    ...(item.text === '' ? [] : [`内容：${item.text}`]),
    `时限：${dueLine(task, today)}`,
    ...(item.hints.length === 0 ? [] : [`提示：${item.hints.join('；')}`]),
  ].join('\n')

/** One item on one line, where there are several. */
export const itemLine = (item: Item, task: Task, capacity: Capacity, today: Day): string =>
  `${taskLabel(task)}：${deedName(item, task, capacity, today)}${item.hints.length > 0 ? `（${item.hints.join('；')}）` : ''}`
