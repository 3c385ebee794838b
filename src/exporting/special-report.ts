import {
  type Day,
  dayNumber,
  dayOf,
  isFinished,
  isOngoing,
  isOverdue,
  lateSince,
  nextDueDay,
  statusOn,
  type Task,
} from '../domain/index.ts'
import { cut, dayInWords, nameInFew } from './words.ts'

/** 专报: what the office reports upwards on how the tasks stand, before it is laid out. */
export interface SpecialReport {
  title: string
  opening: string
  sections: { heading: string; paragraphs: string[] }[]
  date: string
}

/** What is due so soon is named one by one. */
const AHEAD_DAYS = 30
/** Reports of so many days back are told. */
const BACK_DAYS = 30
const LONGEST_TITLE = 40
const LONGEST_TEXT = 200

type Part = '已办结' | '待审核或已中止' | '时限已过、未收到办结申请' | '今后到期' | '持续推进' | '未写明时限'
const PARTS: readonly Part[] = [
  '已办结',
  '待审核或已中止',
  '时限已过、未收到办结申请',
  '今后到期',
  '持续推进',
  '未写明时限',
]

/** The one part of the whole that a task is counted in. */
const partOf = (task: Task, today: Day): Part => {
  if (isFinished(task, today)) return '已办结'
  const status = statusOn(task, today)
  if (status === 'pending-review' || status === 'suspended') return '待审核或已中止'
  if (isOverdue(task, today)) return '时限已过、未收到办结申请'
  if (nextDueDay(task, today) !== null) return '今后到期'
  return isOngoing(task) ? '持续推进' : '未写明时限'
}

/** How many tasks stand how; every task is in exactly one part. */
export const countParts = (tasks: readonly Task[], today: Day): ReadonlyMap<Part, number> => {
  const counts = new Map<Part, number>(PARTS.map((part) => [part, 0]))
  for (const task of tasks) counts.set(partOf(task, today), (counts.get(partOf(task, today)) ?? 0) + 1)
  return counts
}

const nameOf = (task: Task): string => `第${task.no}项“${nameInFew(task, LONGEST_TITLE)}”`

const unitsOf = ({ lead }: Task): string => (lead.length === 0 ? '' : `，牵头单位：${lead.join('、')}`)

const overall = (tasks: readonly Task[], today: Day): string[] => {
  const counts = countParts(tasks, today)
  const said = PARTS.filter((part) => part === '已办结' || (counts.get(part) ?? 0) > 0)
  const finished = counts.get('已办结') ?? 0
  const rate = tasks.length === 0 ? 0 : Math.round((finished * 100) / tasks.length)
  return [
    `任务共${tasks.length}项，其中：${said.map((part) => `${part}${counts.get(part)}项`).join('，')}。办结率${rate}%。`,
  ]
}

/** The first day that passed. */
const passed = (task: Task, today: Day): Day =>
  task.milestones.flatMap((milestone) => lateSince(milestone, task, today) ?? []).sort()[0] ?? today

const late = (tasks: readonly Task[], today: Day): string[] =>
  tasks
    .filter((task) => partOf(task, today) === '时限已过、未收到办结申请')
    .sort((a, b) => passed(a, today).localeCompare(passed(b, today)))
    .map((task, i) => {
      const day = passed(task, today)
      return `${i + 1}．${nameOf(task)}${unitsOf(task)}；时限${dayInWords(day)}，已过${dayNumber(today) - dayNumber(day)}天。`
    })

const soon = (tasks: readonly Task[], today: Day): string[] =>
  tasks
    .flatMap((task) => {
      const day = partOf(task, today) === '今后到期' ? nextDueDay(task, today) : null
      return day !== null && dayNumber(day) - dayNumber(today) <= AHEAD_DAYS ? [{ task, day }] : []
    })
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ task, day }, i) => `${i + 1}．${nameOf(task)}${unitsOf(task)}；时限${dayInWords(day)}。`)

const progress = (tasks: readonly Task[], today: Day): string[] =>
  tasks
    .flatMap((task) => task.reports.filter(({ decision }) => !decision).map((report) => ({ task, report })))
    .map(({ task, report }) => ({ task, report, day: dayOf(new Date(report.at)) }))
    .filter(({ day, report }) => dayNumber(today) - dayNumber(day) <= BACK_DAYS && day <= today && report.text !== '')
    .sort((a, b) => a.report.at.localeCompare(b.report.at))
    .map(({ task, report, day }, i) => {
      const difficulty = report.difficulty ? '（反映困难）' : ''
      return `${i + 1}．${nameOf(task)}${difficulty}：${cut(report.text.replace(/。$/u, ''), LONGEST_TEXT)}（${dayInWords(day)}报送）。`
    })

const NUMERALS = ['一', '二', '三', '四']

/**
 * Says how tasks stand, for those above. Facts and dates alone: no ranking, and nobody is called late who has not been
 * asked.
 * @param about what the tasks are, as the title names it: 《…》, 市财政局牵头任务 …
 */
export const specialReportOf = (tasks: readonly Task[], about: string, today: Day): SpecialReport => {
  const parts: [string, string[]][] = [
    ['总体情况', overall(tasks, today)],
    ['时限已过、未收到办结申请的事项', late(tasks, today)],
    [`今后${AHEAD_DAYS}日内到期的事项`, soon(tasks, today)],
    [`近${BACK_DAYS}日报送的进展`, progress(tasks, today)],
  ]
  const kept = parts.filter(([, paragraphs]) => paragraphs.length > 0)
  return {
    title: `关于${about}办理情况的专报`,
    opening: `现将${about}截至${dayInWords(today)}的办理情况报告如下，情况据各单位报送。`,
    sections: kept.map(([heading, paragraphs], i) => ({
      heading: `${NUMERALS[i]}、${heading}${i === 0 ? '' : `（${paragraphs.length}项）`}`,
      paragraphs,
    })),
    date: dayInWords(today),
  }
}
