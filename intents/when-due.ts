import { nextDueDay, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { distance, fullDay } from '../src/replies/dates.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { datesOf } from '../src/replies/task-dates.ts'
import { headline, sourceLine, timingLines } from '../src/replies/task-detail.ts'
import { listRows, listText, PAGE } from '../src/replies/task-list.ts'
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
    const tasks = nearest ? extremes(context) : context.tasks
    const [task] = tasks
    if (!task) return { text: nearest ? '没有今后到期的任务。' : nothingFound(question.query, index) }
    if (tasks.length > 1) {
      const rows = listRows(tasks, { today, periods: [], overdue: false })
      const ordered = rows.map((row) => row.task)
      const text = [
        `相关任务${tasks.length}项`,
        ...listText(rows, index, 0, true),
        ...(rows.length > PAGE ? [`只列前${PAGE}项`] : []),
        '回复序号看详情',
      ]
      return {
        tasks: ordered,
        dates: nearest ? nextDates(tasks, context) : datesOf(tasks, today),
        text: text.join('\n'),
      }
    }
    const next = nextDueDay(task, today)
    const left = next !== null ? [`距${fullDay(next)}${distance(next, today)}`] : []
    return {
      tasks,
      dates: nearest ? nextDates(tasks, context) : datesOf(tasks, today),
      text: [
        ...(nearest ? [] : verdictLines(task, context)),
        headline(task, index),
        ...timingLines(task, today),
        ...(question.asks.has('days-left') || nearest ? left : []),
        sourceLine(task),
      ].join('\n'),
    }
  },
})

/** 第16项有没有时限, 第2项到期了吗: the answer first. */
const verdictLines = (task: Task, { question, today }: IntentContext): string[] => {
  if (question.whether === 'fact') return [lateVerdict(task, today)]
  if (question.whether !== 'any') return []
  return [task.milestones.some(({ due, recurs }) => due !== null || recurs !== null) ? '有时限' : '没有写明时限']
}

/** The tasks that fall due first, or last, of those asked about. */
const extremes = ({ tasks, question, today }: IntentContext): Task[] => {
  const dated = tasks.flatMap((task) => {
    const day = nextDueDay(task, today)
    return day === null ? [] : [{ task, day }]
  })
  const days = dated.map(({ day }) => day).sort()
  const wanted = question.asks.has('nearest') ? days[0] : days.at(-1)
  return dated.filter(({ day }) => day === wanted).map(({ task }) => task)
}

const nextDates = (tasks: readonly Task[], { today }: IntentContext): string[] =>
  [...new Set(tasks.flatMap((task) => nextDueDay(task, today) ?? []))].sort()
