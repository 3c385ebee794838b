import type { Day, Task } from '../../domain/index.ts'
import { milestoneInWords } from '../../replies/dates.ts'
import type { Reminder } from '../due-reminders.ts'
import { COLLECT, DUE_TODAY, isOverdueStage, OVERDUE_WEEKLY, RESUMED } from '../marks.ts'
import type { DigestItem } from './several.ts'
import { dayWithWeekday, numberOf } from './words.ts'

/** The rule behind a stage: 时限前15天. */
export const ruleOf = (stage: string): string => {
  const amount = /\d+/.exec(stage)?.[0] ?? ''
  if (stage === DUE_TODAY) return '到期当天'
  if (stage === COLLECT) return '定期收集进展'
  if (stage === RESUMED) return '您暂缓的期限已满'
  if (stage === OVERDUE_WEEKLY) return '时限已过，每周一次'
  const days = stage.endsWith('wd') ? `${amount}个工作日` : `${amount}天`
  return isOverdueStage(stage) ? `时限已过${days}` : `时限前${days}`
}

const MOST_NUMBERS = 8

const numbersOf = (tasks: readonly Task[]): string => {
  const shown = tasks.slice(0, MOST_NUMBERS).map(numberOf).join('、')
  return tasks.length > MOST_NUMBERS ? `${shown}等${tasks.length}项` : shown
}

/** Why a message goes out: which rule for which tasks, and in what capacity it reaches its recipient. */
export const whyOf = (
  items: readonly DigestItem[],
  reminders: readonly Reminder[],
  { today }: { today: Day },
): string => {
  const byRule = new Map<string, { rule: string; tasks: Set<Task> }>()
  for (const { task, milestone, stage, due } of items) {
    const meant = task.milestones[milestone ?? -1]
    const every = meant === undefined || meant.recurs === null ? '' : meant.recurs
    const id = `${stage} ${due} ${every}`
    let group = byRule.get(id)
    if (group === undefined) {
      const recurs =
        every === '' || !meant ? '' : `（${milestoneInWords({ ...meant, what: null }, today).split('；')[0]}）`
      const rule = stage === null ? '本周需办' : ruleOf(stage)
      const day = due === '' ? '' : `：${dayWithWeekday(due, today)}${stage === COLLECT ? '前报送' : '到期'}`
      group = { rule: `${rule}${day}${recurs}`, tasks: new Set() }
      byRule.set(id, group)
    }
    group.tasks.add(task)
  }
  const late = reminders.some(({ date, deferred }) => date < today && !deferred) ? '；未能按日发出的合并补发' : ''
  const moved = reminders.some(({ stage, due, date }) => stage === DUE_TODAY && due !== date)
    ? '；到期日为休息日，提前到前一个工作日'
    : ''
  const kind = reminders[0]?.recipient.kind
  const role =
    kind === 'group' ? '；绑定了该台账的群' : kind === 'unit' ? '；牵头单位，尚无人绑定' : '；牵头单位的联络员或承办人'
  return (
    [...byRule.values()].map(({ rule, tasks }) => `${numbersOf([...tasks])} ${rule}`).join('；') + moved + late + role
  )
}
