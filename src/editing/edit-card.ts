import type { Day, Ledger, Milestone, Task } from '../domain/index.ts'
import { milestoneInWords } from '../replies/dates.ts'
import { taskLabel } from '../replies/report-card.ts'
import type { Difference } from './plan-change.ts'
import type { FieldEdit } from './spoken-edit.ts'

const NAMES: Readonly<Record<FieldEdit['field'], string>> = {
  timing: '时限',
  lead: '牵头',
  cooperating: '配合',
  content: '内容',
  title: '名称',
}

const LONGEST = 60

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** Milestones in words, on one line. */
export const timingInWords = (milestones: readonly Milestone[], today: Day): string =>
  milestones.length === 0 ? '未写明' : milestones.map((milestone) => milestoneInWords(milestone, today)).join('；')

/** 时限：2020年6月30日（周二） → 2020年9月30日（周三）. */
export const differenceLines = (differences: readonly Difference[]): string[] =>
  differences.map(({ field, before, after }) => `${NAMES[field]}：${short(before)} → ${short(after)}`)

const hintLine = (hints: readonly string[]): string[] => (hints.length === 0 ? [] : [`提示：${hints.join('；')}`])

/** One changed task, to be checked before it is confirmed. */
export const changeCard = (
  task: Task,
  { ledger, differences, hints }: { ledger: string; differences: readonly Difference[]; hints: readonly string[] },
): string => [`${taskLabel(task)}〔${ledger}〕`, ...differenceLines(differences), ...hintLine(hints)].join('\n')

/** A new task, to be checked before it is confirmed. */
export const newTaskCard = (task: Task, ledger: Ledger, hints: readonly string[], today: Day): string =>
  [
    `〔${ledger.short}〕${/^\d+$/.test(task.no) ? `第${task.no}项` : task.no}`,
    `内容：${task.content}`,
    `牵头：${task.lead.join('、') || '未写明'}`,
    ...(task.cooperating.length > 0 ? [`配合：${task.cooperating.join('、')}`] : []),
    `时限：${timingInWords(task.milestones, today)}`,
    ...hintLine(hints),
  ].join('\n')
