import { type Day, isMilestoneOverdue, nextDueDay, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { extremeDues } from '../src/matching/task-counts.ts'
import { detailAction, listedActions } from '../src/replies/actions/rows.ts'
import { cardMessage } from '../src/replies/card.ts'
import { distance, fullDay } from '../src/replies/dates.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { datesOf } from '../src/replies/task-dates.ts'
import { headline, sourceLine, timingLines } from '../src/replies/task-detail.ts'
import { listText, PAGE } from '../src/replies/task-list.ts'
import { TaskListing } from '../src/replies/task-listing.ts'
import { lateVerdict } from '../src/replies/verdicts.ts'

export const whenDue = defineIntent({
  name: 'when-due',
  summary: '查某项任务的时限、还剩几天，或最近要到期的是哪项',
  examples: ['第18项的时限是哪天', '家庭医生签约的时限', '第11项还有几天到期', '最先到期的是哪项'],
  asks: ['when', 'days-left', 'nearest', 'furthest'],
  when: ({ asks, query, reading, followsUp }) =>
    asks.has('nearest') ||
    asks.has('furthest') ||
    followsUp ||
    reading.follow.focus ||
    query.numbers.length > 0 ||
    query.topic !== null ||
    (query.units.length > 0 && query.periods.length === 0 && !asks.has('list')),
  specific: true,
  run: (context) => {
    const { question, index, today } = context
    const nearest = question.asks.has('nearest') || question.asks.has('furthest')
    const extreme = nearest ? extremesOf(context) : null
    const tasks = extreme?.tasks ?? context.tasks
    const [task] = tasks
    if (!task) return { text: nearest ? '没有今后到期的任务。' : nothingFound(question.query, index) }
    const dates = extreme === null ? datesOf(tasks, today) : [extreme.day].filter((day) => day !== null)
    if (tasks.length > 1) {
      const listing = new TaskListing(tasks, { today, periods: [], overdue: false }, index)
      const text = [
        `相关任务${tasks.length}项`,
        ...listText(listing, 0, true),
        ...(tasks.length > PAGE ? [`只列前${PAGE}项`] : []),
        '回复序号看详情',
      ]
      return { tasks: listing.tasks, dates, text: text.join('\n'), actions: listedActions(listing.tasks, index, PAGE) }
    }
    const next = nextDueDay(task, today)
    const late = lateDays(task, today)
    const left = [
      ...late.map((day) => `${fullDay(day)}${distance(day, today)}`),
      ...(next !== null ? [`距${fullDay(next)}${distance(next, today)}`] : []),
    ]
    return {
      tasks,
      dates,
      ...cardMessage({
        before: nearest ? [] : verdictLines(task, context),
        title: headline(task, index),
        lines: [
          ...timingLines(task, today),
          ...(question.asks.has('days-left') || nearest ? left : []),
          sourceLine(task, today),
        ],
      }),
      actions: [detailAction(task)],
    }
  },
})

/** 第16项有没有时限, 第2项到期了吗: the answer first. */
const verdictLines = (task: Task, { question, today }: IntentContext): string[] => {
  if (question.whether === 'fact') return [lateVerdict(task, today)]
  if (question.whether !== 'any') return []
  return [task.milestones.some(({ due, recurs }) => due !== null || recurs !== null) ? '有时限' : '没有写明时限']
}

const LATE = /逾期|超期|过期|超时|拖期|拖了|晚了/
const lateDays = (task: Task, today: Day): Day[] =>
  task.milestones.flatMap((m) => (m.due !== null && isMilestoneOverdue(m, task, today) ? [m.due] : []))

/** The tasks that fall due first, or last, of those asked about. */
const extremesOf = ({ tasks, question, index, today }: IntentContext) => {
  const which = question.asks.has('nearest') ? 'first' : 'last'
  const ahead = extremeDues(tasks, which, index, today)
  const late = longestLate(tasks, which, today)
  return ahead.day === null || (late.day !== null && LATE.test(question.reading.text)) ? late : ahead
}

/** Of tasks that are all late, the one that has been so the longest. */
const longestLate = (
  tasks: readonly Task[],
  which: 'first' | 'last',
  today: Day,
): { day: Day | null; tasks: Task[] } => {
  const dated = tasks.flatMap((task) => lateDays(task, today).map((day) => ({ task, day })))
  const days = dated.map(({ day }) => day).sort()
  const day = (which === 'first' ? days[0] : days.at(-1)) ?? null
  return { day, tasks: dated.filter((late) => late.day === day).map(({ task }) => task) }
}
