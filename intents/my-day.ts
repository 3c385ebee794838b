import { addDays, type Day, dayOf, isInHand, isOverdue, nextDueDay, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { rowActions } from '../src/replies/actions/rows.ts'
import { shortDay, weekdayName } from '../src/replies/dates.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import { reportLine } from '../src/replies/report-line.ts'
import type { Reply } from '../src/reply.ts'

/** What is near: a week. */
const AHEAD_DAYS = 7
const MOST_LINES = 8
const MOST_ROWS = 20

/** 今天跟我单位有关的事: what has changed in the own unit's tasks, and what is due. Group talk is never kept, nor read here. */
export const myDay = defineIntent({
  name: 'my-day',
  summary: '看今天与本单位有关的变化和近期到期的任务',
  examples: ['今天跟我单位有关的事', '今天有什么和我们局有关的'],
  topic: '报送',
  asks: ['my-day'],
  aboutTasks: false,
  run: (context) => {
    const { access, index } = context
    if (access.units.length === 0)
      return { needs: 'identity', text: '还不知道您是哪个单位的。请先绑定：我是某单位联络员某某。' }
    const own = index.tasks.filter((task) => access.may('history', task) || access.may('report', task))
    return summary(own, context)
  },
})

const summary = (own: readonly Task[], context: IntentContext): Partial<Reply> => {
  const { access, today } = context
  const changed = own.filter((task) => task.reports.some(({ at }) => dayOf(new Date(at)) === today))
  const led = own.filter((task) => access.may('report', task) && isInHand(task, today))
  const soon = led.filter((task) => (nextDueDay(task, today) ?? '9999') <= addDays(today, AHEAD_DAYS))
  const late = led.filter((task) => isOverdue(task, today))
  const lines = [
    ...section('今天的变化', changed, (task) => changesIn(task, context)),
    ...section('7天内到期', soon, (task) => [`${taskLabel(task)}：${dueInWords(task, today)}`]),
    ...section('时限已过、未收到办结申请', late, (task) => [taskLabel(task)]),
  ]
  const units = access.units.join('、')
  const tasks = [...new Set([...changed, ...soon, ...late])]
  return {
    tasks,
    actions: rowActions(tasks.slice(0, MOST_ROWS).map((task) => ({ task, label: taskLabel(task) }))),
    text: [lines.length === 0 ? `今天没有与${units}有关的变化，7天内没有到期任务。` : units, ...lines].join('\n'),
  }
}

const section = (heading: string, tasks: readonly Task[], words: (task: Task) => string[]): string[] => {
  if (tasks.length === 0) return []
  const lines = tasks.flatMap(words)
  const rest = lines.length > MOST_LINES ? [`等${lines.length}条`] : []
  return [`【${heading}】${tasks.length}项`, ...lines.slice(0, MOST_LINES), ...rest]
}

const dueInWords = (task: Task, today: Day): string => {
  const day = nextDueDay(task, today)
  return day === null ? '' : `${shortDay(day, today)}（${weekdayName(day)}）`
}

const changesIn = (task: Task, { access, today }: IntentContext): string[] =>
  task.reports.filter(({ at }) => dayOf(new Date(at)) === today).map((report) => reportLine(task, report, access))
