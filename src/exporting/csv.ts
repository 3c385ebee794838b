import { csvOf } from '../display/csv.ts'
import type { TaskJson } from './task-json.ts'
import { LIGHT, STATUS, TIMELINESS } from './words.ts'

const people = (task: TaskJson): string =>
  task.contacts.map(({ role, office, name, phone }) => [role, office, name, phone].filter(Boolean).join(' ')).join('；')

const RECURRENCES = {
  yearly: '每年',
  quarterly: '每季度',
  monthly: '每月',
  weekly: '每周',
  workday: '每个工作日',
  daily: '每天',
} as const

/** A day of any year as 3月31日. */
const day = (due: string | null): string =>
  due?.startsWith('X') ? `${Number(due.slice(5, 7))}月${Number(due.slice(8, 10))}日` : (due ?? '')

const days = (task: TaskJson): string =>
  task.milestones
    .map(({ due, recurs, ongoing }) =>
      ongoing && due === null ? '持续推进' : [recurs && RECURRENCES[recurs], day(due)].filter(Boolean).join(' '),
    )
    .join('；')

const COLUMNS: readonly [string, (task: TaskJson) => string][] = [
  ['台账', ({ ledger }) => ledger],
  ['序号', ({ no }) => no],
  ['所属', ({ path }) => path.join(' / ')],
  ['任务名称', ({ title }) => title ?? ''],
  ['任务内容', ({ content }) => content],
  ['牵头单位', ({ lead }) => lead.join('、')],
  ['配合单位', ({ cooperating }) => cooperating.join('、')],
  ['完成时限', ({ timing }) => timing],
  ['时限节点', days],
  ['联系人', people],
  ['状态', ({ status }) => STATUS[status]],
  ['时效', ({ timeliness }) => TIMELINESS[timeliness]],
  ['亮灯', ({ light }) => LIGHT[light]],
  ['进度', ({ progress }) => `${progress}%`],
  ['延期次数', ({ extensions }) => String(extensions)],
  ['最近进展', ({ reports }) => reports.at(-1)?.text ?? ''],
  ['来源', ({ source }) => `${source.file} 第${source.row}行`],
]

/** Tasks as CSV. */
export const toCsv = (tasks: readonly TaskJson[]): string =>
  csvOf([COLUMNS.map(([heading]) => heading), ...tasks.map((task) => COLUMNS.map(([, value]) => value(task)))])
