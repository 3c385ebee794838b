import type { Task } from '../../domain/index.ts'
import type { LedgerIndex } from '../../matching/ledger-index.ts'
import type { ReplyAction } from '../../reply.ts'
import { numbering } from '../printed-numbers.ts'
import { taskTitle } from '../task-title.ts'

/** The whole of one task. */
export const detailAction = (task: Task, label = '详情'): ReplyAction => ({ label, say: '详细', task: task.id })

/** 看详情 of rows, each with what it is called; of one row alone, 详情. */
export const rowActions = (rows: readonly { task: Task; label: string }[]): ReplyAction[] => {
  const once = rows.filter(({ task }, at) => rows.findIndex((row) => row.task.id === task.id) === at)
  const [only, ...others] = once
  if (only && others.length === 0) return [detailAction(only.task)]
  return once.map(({ task, label }) => ({ ...detailAction(task, label), group: '看详情' }))
}

const MOST = 15
const TITLE = 30

/** The same of tasks that are listed with the numbers printed for the whole list. */
export const listedActions = (tasks: readonly Task[], index: LedgerIndex, most = MOST): ReplyAction[] => {
  const numbers = numbering(tasks, index)
  return rowActions(
    tasks.slice(0, most).map((task, row) => ({ task, label: `${numbers.at(row)} ${taskTitle(task, tasks, TITLE)}` })),
  )
}
