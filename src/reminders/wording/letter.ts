import { type Day, dayNumber, isMilestoneOverdue, type Ledger, nextDueDay, type Task } from '../../domain/index.ts'
import { dateOf, dayWithWeekday, numberOf, taskTitle } from './words.ts'

/** What a letter is called, and how far it goes. */
export type LetterKind = '催办单' | '督办单'

export interface LetterParts {
  kind: LetterKind
  unit: string
  tasks: readonly Task[]
  ledgerOf: (task: Task) => Ledger | undefined
  today: Day
  /** By when an answer is asked for. */
  answerBy: Day
}

const factOf = (task: Task, today: Day): string => {
  const late = task.milestones.find(
    (milestone) => milestone.recurs === null && isMilestoneOverdue(milestone, task, today),
  )
  if (late?.due)
    return `完成时限为${dateOf(late.due)}，已超过${dayNumber(today) - dayNumber(late.due)}天，未收到办结申请`
  const next = nextDueDay(task, today)
  return next === null ? '请报送最新进展' : `完成时限为${dateOf(next)}`
}

/**
 * The text of a 催办单 or 督办单, for the office's own OA: whom, on what ground, the facts, what is asked by when.
 * It says nothing of consequences and names no leader: that is for whoever signs it.
 */
export const letterText = ({ kind, unit, tasks, ledgerOf, today, answerBy }: LetterParts): string => {
  const ledgers = [...new Set(tasks.map((task) => `《${ledgerOf(task)?.name ?? '工作台账'}》`))].join('、')
  const rows = tasks.map(
    (task, at) => `${at + 1}．${numberOf(task)}“${taskTitle(task, [], 40)}”：${factOf(task, today)}。`,
  )
  const asked =
    kind === '催办单'
      ? `请于${dayWithWeekday(answerBy, today)}前反馈办理情况、未完成原因及预计完成时间。`
      : `请抓紧办理，于${dayWithWeekday(answerBy, today)}前经主要负责同志审阅同意后，书面报送办理情况、未完成原因、下一步措施和完成时间。`
  return [
    kind === '催办单' ? '督查事项催办单' : '督办通知单',
    `${unit}：`,
    `根据${ledgers}，由你单位牵头的下列事项：`,
    ...rows,
    asked,
    '联系人及电话：（请填写）',
    ...(kind === '督办单' ? ['抄送：（请按审定意见填写）'] : []),
    dateOf(today),
  ].join('\n')
}
