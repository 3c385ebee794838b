import type { Task } from '../src/domain/index.ts'
import type { IntentContext } from '../src/intent.ts'
import { defineIntent } from '../src/intent.ts'
import { countStandings } from '../src/matching/task-counts.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'
import { doubtLines } from '../src/replies/doubt-lines.ts'
import { requirementLine } from '../src/replies/task-detail.ts'
import { listText, PAGE, pageLine } from '../src/replies/task-list.ts'
import { TaskListing } from '../src/replies/task-listing.ts'
import { taskTable } from '../src/replies/task-table.ts'

export const listTasks = defineIntent({
  name: 'list-tasks',
  summary: '按单位、时限、状态、主题列出任务，条件可以叠加',
  examples: [
    '市教委都有哪些任务',
    '市卫健委牵头的有哪些',
    '3月底前要交哪些',
    '逾期的有哪些',
    '持续推进的任务有哪些',
    '与耗材有关的任务',
    '市中医局年底前要完成的',
  ],
  asks: ['list', 'which'],
  run: (context) => {
    const { tasks, question, index, today } = context
    const { query } = question
    const offset = context.dialogue.last?.offset ?? 0
    const overdue = query.statuses.some(({ status, negated }) => status === 'overdue' && !negated)
    if (tasks.length === 0) return { tasks: [], text: nothingFound(query, index) }
    const listing = new TaskListing(tasks, { today, periods: query.periods, overdue }, index)
    const start = question.asks.has('more') ? offset : 0
    const first = `${question.whether === 'any' ? '有。' : ''}${header(context)}`
    const after = [
      ...(query.periods.length > 0
        ? doubtLines(listing.tasks.slice(start, start + PAGE), (place) => listing.numberAt(start + place))
        : []),
      ...lateLine(context),
      ...pageLine(tasks.length, start),
      ...(query.topic !== null && tasks.length === 1 ? [requirementLine(tasks[0] as Task)] : []),
      tasks.length === 1 ? '回复 详细 看全文' : '回复序号看详情',
    ]
    const showWhat = query.periods.length > 0 || overdue
    const lines = [first, ...listText(listing, start, showWhat), ...after]
    const table = { before: first, ...taskTable(listing, start, showWhat), after: after.join('\n') }
    return { tasks: listing.tasks, text: lines.join('\n'), table }
  },
})

/** What is due does not show what was due before: it is counted, and can be asked for. */
const lateLine = ({ question, count, tasks, index, today }: IntentContext): string[] => {
  const { query } = question
  if (query.periods.length === 0 || query.statuses.length > 0 || query.within !== null) return []
  const late = count({ ...query, periods: [], statuses: [{ status: 'overdue', negated: false }] })
  // what is due and late at once stands in the list already
  const others = late - countStandings(tasks, index, today).late
  return others > 0 ? [`另${others}项时限已过、未收到办结申请，回复 已过时限`] : []
}

const header = ({ question, count, tasks, index }: IntentContext): string => {
  const { query } = question
  const [unit] = query.units
  const about = describeQuery(query, index)
  const only = query.units.length === 1 && query.periods.length + query.statuses.length === 0 && query.topic === null
  if (unit && only && unit.role === 'any' && !unit.negated) {
    const lead = count({ ...query, units: [{ ...unit, role: 'lead' }] })
    return `${about}共${tasks.length}项（牵头${lead}、配合${tasks.length - lead}）`
  }
  return about === '' ? `共${tasks.length}项` : `${about}：${tasks.length}项`
}
