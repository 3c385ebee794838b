import { dayOf, type Milestone, type Task } from '../domain/index.ts'
import type { KeptEdit } from './kept-edits.ts'
import type { LedgerMerge } from './merge-ledger.ts'

const FIELDS: readonly (readonly [field: keyof Task, label: string])[] = [
  ['no', '序号'],
  ['path', '所属标题'],
  ['title', '名称'],
  ['content', '内容'],
  ['lead', '牵头单位'],
  ['cooperating', '配合单位'],
  ['timing', '时限'],
  ['contacts', '联系人'],
]
const LONGEST = 60
const LONGEST_VALUE = 40

const text = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : ((item as Milestone).due ?? '持续'))).join('、')
    : String(value ?? '')

const quoted = (value: unknown): string => {
  const words = text(value)
  return words === '' ? '空' : `“${words.length > LONGEST_VALUE ? `${words.slice(0, LONGEST_VALUE)}…` : words}”`
}

/** Names what is different between two editions of a task, with before and after where that is short. */
export const changeInWords = (before: Task, after: Task): string => {
  const parts = FIELDS.filter(([field]) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
    ([field, label]) => {
      const [old, now] = [text(before[field]), text(after[field])]
      return field !== 'contacts' && field !== 'content' && old.length + now.length <= LONGEST
        ? `${label}由${quoted(old)}改为${quoted(now)}`
        : `${label}有改动`
    },
  )
  return parts.length > 0 ? parts.join('，') : '读法有改动'
}

/** 时限：新文件“…”，原文件“…”，更正为“…”（督查室，2020-02-26），仍按更正: the three that a correction stands between. */
export const keptInWords = (kept: KeptEdit): string => {
  const { task, field, edit, document } = kept
  const label = FIELDS.find(([known]) => known === field)?.[1] ?? '时限'
  const before = 'before' in kept ? `，原文件${quoted(kept.before)}` : ''
  return `${label}：新文件${quoted(document)}${before}，对话更正为${quoted(task[field])}（${edit.by}，${dayOf(new Date(edit.at))}），仍按更正`
}

/** Whether an import only brings what was not there: nobody needs to look at it before it is applied. */
export const isRevision = ({ revises, added, changed, removed }: LedgerMerge): boolean =>
  revises && added.length + changed.length + removed.length > 0

const number = ({ no }: Task): string => (/^\d+$/u.test(no) ? `第${no}项` : no)

const listed = (heading: string, lines: readonly string[], most: number): string[] =>
  lines.length === 0
    ? []
    : [
        `${heading}${lines.length}项`,
        ...lines.slice(0, most),
        ...(lines.length > most ? [`  另有${lines.length - most}项`] : []),
      ]

/** What a revised document changes of its ledger, on one screen. */
export const diffLines = (merge: LedgerMerge, title: (task: Task) => string, most = 6): string[] => [
  ...listed(
    '新增',
    merge.added.map((task) => `  ${number(task)} ${title(task)}`),
    most,
  ),
  ...listed(
    '变更',
    merge.changed.map(({ before, after }) => `  ${number(after)} ${title(after)}：${changeInWords(before, after)}`),
    most,
  ),
  ...listed(
    '移除',
    merge.removed.map(
      (task) =>
        `  ${number(task)} ${title(task)}${task.reports.length > 0 ? `（已有报送${task.reports.length}条）` : ''}`,
    ),
    most,
  ),
  ...listed(
    '保留对话中的更正',
    merge.kept.map((kept) => `  ${number(kept.task)} ${keptInWords(kept)}`),
    most,
  ),
]
