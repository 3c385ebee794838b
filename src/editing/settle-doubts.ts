import type { RowChange, Task } from '../domain/index.ts'
import { rowChange } from '../reports/carry-out.ts'
import { differenceLines } from './edit-card.ts'
import { type ChangeContext, planChange } from './plan-change.ts'
import type { Verdict } from './read-verdicts.ts'
import type { FieldEdit } from './spoken-edit.ts'

/** A doubtful task under the number printed before it. */
export interface NumberedTask {
  number: string
  task: Task
}

/** What verdicts come to: the rows that change, and what is told of each. */
export interface SettledDoubts {
  rows: readonly RowChange[]
  told: readonly string[]
}

const UNITS = ['lead', 'cooperating', 'units']
const YEAR = /^(20\d\d)年?$/u

/** Which field is meant: that of the doubt, and where there are several kinds the one the words fit. */
const editOf = (task: Task, value: string): FieldEdit => {
  const units = task.doubts.filter(({ field }) => UNITS.includes(field))
  const others = task.doubts.length - units.length
  const looksLikeTime = /\d|[年月季周]|底|长期|持续/u.test(value)
  if (units.length === 0 || (others > 0 && looksLikeTime)) return { field: 'timing', value }
  const names = value.split(/[、，,；;\s]+/u).filter((name) => name !== '')
  return { field: units[0]?.field === 'cooperating' ? 'cooperating' : 'lead', mode: 'set', value: names }
}

/** 2025年, where nothing but the year was missing. */
const withYear = (task: Task, value: string, { edit }: ChangeContext): Partial<Task> | null => {
  const year = YEAR.exec(value)?.[1]
  const lacks = ({ due, recurs }: Task['milestones'][number]): boolean =>
    recurs === null && due?.startsWith('X') === true
  if (year === undefined || !task.milestones.some(lacks)) return null
  const dated = (day: string | null): string | null => (day === null ? null : day.replace(/^X{4}/u, year))
  const milestones = task.milestones.map((one) =>
    lacks(one) ? { ...one, due: dated(one.due), start: dated(one.start) } : one,
  )
  const doubts = task.doubts.filter(({ field }) => field !== 'milestones' && field !== 'timing')
  return { milestones, doubts, edited: { ...task.edited, milestones: edit } }
}

const settledAs = (task: Task, doubts: Task['doubts']): Pick<Task, 'settled'> => ({
  settled: [
    ...(task.settled ?? []),
    ...task.doubts.filter((one) => !doubts.includes(one)).map(({ message }) => message),
  ],
})

/** What each verdict makes of its task; one that cannot be carried out is told and changes nothing. */
export const settleDoubts = (
  verdicts: readonly Verdict[],
  tasks: readonly NumberedTask[],
  context: ChangeContext,
): SettledDoubts => {
  const rows: RowChange[] = []
  const told: string[] = []
  const take = ({ number, task }: NumberedTask, value: string | null): void => {
    if (value === null) {
      rows.push(rowChange(task, { doubts: [], ...settledAs(task, []) }))
      told.push(`${number} 按读取的结果`)
      return
    }
    const dated = withYear(task, value, context)
    if (dated) {
      rows.push(rowChange(task, { ...dated, ...settledAs(task, dated.doubts ?? []) }))
      told.push(`${number} 时限：${context.timingInWords(dated.milestones ?? [])}`)
      return
    }
    const spoken = { kind: 'change' as const, numbers: [], words: '', edits: [editOf(task, value)] }
    const planned = planChange(task, spoken, { ...context, place: 'all' })
    if (planned.kind !== 'ready') {
      told.push(
        `${number} 没有改动：${planned.kind === 'refused' ? planned.reason : '有几个节点，请在对话里写明改哪一个'}`,
      )
      return
    }
    rows.push(rowChange(task, { ...planned.after, ...settledAs(task, planned.after.doubts ?? task.doubts) }))
    told.push([`${number} ${differenceLines(planned.differences).join('，')}`, ...planned.hints].join('；'))
  }
  for (const { numbers, value } of verdicts) {
    for (const number of numbers) if (!tasks.some((one) => one.number === number)) told.push(`${number} 没有这一项`)
    for (const one of tasks) if (numbers.length === 0 || numbers.includes(one.number)) take(one, value)
  }
  return { rows, told }
}
