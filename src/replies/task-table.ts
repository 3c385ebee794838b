import type { LedgerIndex } from '../matching/ledger-index.ts'
import { numbering } from './printed-numbers.ts'
import { PAGE, type Row } from './task-list.ts'
import { taskTitle } from './task-title.ts'

const WIDEST_TITLE = 30

/** One page of rows as columns, with the same numbers as the text. */
export const taskTable = (
  rows: readonly Row[],
  index: LedgerIndex,
  offset: number,
  showWhat: boolean,
): { columns: readonly string[]; rows: readonly (readonly string[])[] } => {
  const tasks = rows.map((row) => row.task)
  const numberAt = numbering(tasks)
  const own = tasks.every((task, place) => numberAt(place) === task.no)
  const several = tasks.some((task) => task.ledgerId !== tasks[0]?.ledgerId)
  const page = rows.slice(offset, offset + PAGE)
  return {
    columns: ['序号', ...(own ? [] : ['编号']), ...(several ? ['台账'] : []), '任务', '时限', '牵头'],
    rows: page.map(({ task, group, what }, place) => [
      numberAt(offset + place),
      ...(own ? [] : [task.no]),
      ...(several ? [index.ledgerOf(task)?.short ?? ''] : []),
      taskTitle(task, tasks, WIDEST_TITLE) + (showWhat && what ? `：${what}` : ''),
      group,
      task.lead.join('、') || '文件未写明',
    ]),
  }
}
