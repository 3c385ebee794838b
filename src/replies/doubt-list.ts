import type { Doubt, Task } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { numbering } from './printed-numbers.ts'
import { taskTitle } from './task-title.ts'

/** Doubtful tasks shown at a time. */
export const MOST_DOUBTS = 12

export const HOW_TO_SETTLE = '核定请回复序号和结论，如：1对 2改为2025年6月底；看详情回复序号'

const READ_AS: Readonly<Record<string, (task: Task) => string>> = {
  lead: ({ lead }) => lead.join('、'),
  cooperating: ({ cooperating }) => cooperating.join('、'),
  timing: ({ milestones }) => milestones.map(({ due }) => due ?? '持续').join('、'),
  milestones: ({ milestones }) => milestones.map(({ due }) => due ?? '持续').join('、'),
}

/** What was read where there is a doubt, beside the doubt. */
const readAs = (task: Task, { field, message }: Doubt): string => {
  const value = READ_AS[field]?.(task) ?? ''
  return value === '' || message.includes(value) ? '' : `（读作：${value}）`
}

/** Doubtful tasks by number, each with what is doubtful about it and how it was read. */
export const doubtList = (doubtful: readonly Task[], index: LedgerIndex): string[] => {
  const numbers = numbering(doubtful, index)
  const lines = doubtful
    .slice(0, MOST_DOUBTS)
    .flatMap((task, row) => [
      `${numbers.at(row)} ${taskTitle(task, doubtful, 18)}（${task.source.file}第${task.source.row}行）`,
      ...task.doubts.map((doubt) => `　${doubt.message}${readAs(task, doubt)}`),
    ])
  return doubtful.length > MOST_DOUBTS ? [...lines, `共${doubtful.length}项，只列前${MOST_DOUBTS}项`] : lines
}
