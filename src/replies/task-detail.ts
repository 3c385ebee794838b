import {
  type Contact,
  type Day,
  dayOf,
  type Edit,
  type EditedField,
  isFinished,
  isOverdue,
  progressOn,
  statusOn,
  type Task,
} from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { milestoneInWords, shortDay } from './dates.ts'
import { taskTitle } from './task-title.ts'

const STATUS: Record<Task['status'], string> = {
  'not-started': '未报进展',
  'in-progress': '进行中',
  'pending-review': '已报完成，待审核',
  done: '已办结',
  closed: '已销号',
  suspended: '已中止',
}

/** 第11项　优化公立医院收入结构〔医改23项〕, or with a composite number in front. */
export const headline = (task: Task, index: LedgerIndex): string => {
  const number = /^\d+$/.test(task.no) ? `第${task.no}项` : task.no
  return `${number}　${taskTitle(task, [], 40)}〔${index.ledgerOf(task)?.short ?? ''}〕`
}

/** 时限：…, one line a milestone. */
export const timingLines = (task: Task, today: Day): string[] => {
  if (task.milestones.length === 0) return [`时限：${task.timing || '文件未写明'}`]
  return task.milestones.map((milestone, i) => `${i === 0 ? '时限：' : '　　　'}${milestoneInWords(milestone, today)}`)
}

/** Units and the row they stand in. */
export const unitLines = (task: Task): string[] => [
  `牵头：${task.lead.join('、') || '文件未写明'}`,
  ...(task.cooperating.length > 0 ? [`配合：${task.cooperating.join('、')}`] : []),
]

/** 各单位：东城区政府已完成、西城区政府50%, where several lead a task and report on their parts. */
export const partLines = ({ unitStates = [] }: Task): string[] =>
  unitStates.length === 0
    ? []
    : [
        `已报单位：${unitStates.map(({ unit, done, progress }) => `${unit}${done ? '已完成' : `${progress}%`}`).join('、')}`,
      ]

const dayOfEdit = ({ at }: Edit, today: Day): string => shortDay(dayOf(new Date(at)), today)

/** 依据：…第12行; a task that stands in no document has who added it when. */
export const sourceLine = ({ source, added }: Task, today: Day): string =>
  added === undefined
    ? `依据：${source.file}第${source.row}行`
    : `依据：${added.by}${dayOfEdit(added, today)}新增，不在导入的文件中`

const EDITED: Readonly<Record<EditedField, string>> = {
  title: '名称',
  content: '内容',
  lead: '牵头单位',
  cooperating: '配合单位',
  timing: '时限',
  milestones: '时限',
}

/** 改动：时限（2月26日，督查室）: what is no longer as the document has it. */
export const editedLine = ({ edited }: Task, today: Day): string[] => {
  const parts = Object.entries(edited ?? {}).map(
    ([field, edit]) => `${EDITED[field as EditedField]}（${dayOfEdit(edit, today)}，${edit.by}）`,
  )
  return parts.length === 0 ? [] : [`改动：${[...new Set(parts)].join('、')}`]
}

export const statusLine = (task: Task, today: Day): string => {
  const late = isOverdue(task, today) ? '，时限已过、未收到办结申请' : ''
  const percent = progressOn(task, today)
  const progress = percent > 0 && !isFinished(task, today) ? `${percent}%` : ''
  return `状态：${STATUS[statusOn(task, today)]}${progress}${late}`
}

/** 异议：市水务局提出不是牵头单位（2月26日），待督查室核定. */
export const objectionLine = ({ request }: Task, today: Day): string[] =>
  request?.kind === 'objection'
    ? [`异议：${request.unit}提出不是牵头单位（${shortDay(dayOf(new Date(request.at)), today)}），待督查室核定`]
    : []

const LONGEST_REQUIREMENT = 160

/** 要求：…, cut to a few lines. */
export const requirementLine = ({ content }: Task): string =>
  `要求：${content.length > LONGEST_REQUIREMENT ? `${content.slice(0, LONGEST_REQUIREMENT)}…` : content}`

/** 承办人：… 151****6767, as the sender may see it. */
export const contactLine = (contact: Contact): string =>
  `${contact.role}：${[contact.office, contact.name, contact.phone].filter(Boolean).join(' ')}`

/** Everything about one task, below what it is called. */
export const detailLines = (task: Task, contacts: readonly Contact[], today: Day): string[] => [
  statusLine(task, today),
  ...objectionLine(task, today),
  ...partLines(task),
  ...timingLines(task, today),
  `要求：${task.content}`,
  ...unitLines(task),
  ...contacts.map(contactLine),
  ...task.doubts.map((doubt) => `疑点：${doubt.message}`),
  ...editedLine(task, today),
  sourceLine(task, today),
]
