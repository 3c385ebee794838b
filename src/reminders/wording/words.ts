import { type Day, type Ledger, type Milestone, type Task, yearOf } from '../../domain/index.ts'
import { fullDay, shortDay, weekdayName } from '../../replies/dates.ts'
import { taskTitle } from '../../replies/task-title.ts'

/** A phone screen shows about 18 characters a line. */
export const TITLE = 22

/** 第11项; a composite number as it is: （十五）1. */
export const numberOf = ({ no }: Pick<Task, 'no'>): string => (/^\d+$/.test(no) ? `第${no}项` : no)

/** 《医改施工图》（十一）“取消医用耗材加成”. */
export const matterOf = (task: Task, ledger: Pick<Ledger, 'short'> | undefined): string =>
  `《${ledger?.short ?? '台账'}》${numberOf(task)}“${taskTitle(task, [], TITLE)}”`

/** 12月31日（周四）, with the year where it is not this one. */
export const dayWithWeekday = (day: Day, today: Day): string => `${shortDay(day, today)}（${weekdayName(day)}）`

/** 2020年12月31日. */
export const dateOf = (day: Day): string => `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const PLAIN = /^\d{1,4}$/

/** The number printed before each row, as lists have them: the ledger's own where all are plain 序号 of one ledger. */
export const printedNumbers = (tasks: readonly Task[]): readonly string[] => {
  const own = tasks.every(({ ledgerId, no }) => ledgerId === tasks[0]?.ledgerId && PLAIN.test(no))
  return tasks.map(({ no }, row) => (own ? no : String(row + 1)))
}

const EVERY: Readonly<Record<NonNullable<Milestone['recurs']>, string>> = {
  yearly: '每年一次',
  quarterly: '每季度一次',
  monthly: '每月一次',
  weekly: '每周一次',
  workday: '每个工作日',
  daily: '每日',
}

export const everyWords = ({ recurs }: Pick<Milestone, 'recurs'>): string => (recurs === null ? '' : EVERY[recurs])

/** What is to be handed in, without the verb, and 上年度 as the year that is meant. */
export const deliverable = (task: Task, milestone: Milestone, due: Day): string => {
  const words = (milestone.what ?? taskTitle(task, [], TITLE)).replace(/^(?:上报|报送|报告|报)/, '')
  return words.replace(/上一?年度/, `${yearOf(due) - 1}年度`)
}

export { fullDay, taskTitle }
