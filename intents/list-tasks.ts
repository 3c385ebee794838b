import type { Task } from '../src/domain/index.ts'
import type { IntentContext } from '../src/intent.ts'
import { defineIntent } from '../src/intent.ts'
import type { UnitFilter } from '../src/matching/query.ts'
import { countStandings } from '../src/matching/task-counts.ts'
import { listActions } from '../src/replies/actions/list.ts'
import { shortDay } from '../src/replies/dates.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'
import { doubtLines } from '../src/replies/doubt-lines.ts'
import { requirementLine } from '../src/replies/task-detail.ts'
import { listText, PAGE, pageLine } from '../src/replies/task-list.ts'
import { TaskListing } from '../src/replies/task-listing.ts'
import { taskSections } from '../src/replies/task-sections.ts'
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
    const { question, index, today, access } = context
    const { query } = question
    const offset = context.dialogue.last?.offset ?? 0
    const overdue = query.statuses.some(({ status, negated }) => status === 'overdue' && !negated)
    const tasks = overdue ? context.tasks.filter(access.late) : context.tasks
    const others = context.tasks.length - tasks.length
    if (tasks.length === 0) return { tasks: [], text: others > 0 ? othersOnly(others) : nothingFound(query, index) }
    const listing = new TaskListing(tasks, { today, periods: query.periods, overdue }, index)
    const start = question.asks.has('more') ? offset : 0
    const first = `${question.whether === 'any' ? '有。' : ''}${header(context, tasks)}`
    const late = lateOf(context)
    const after = [
      ...(query.periods.length > 0
        ? doubtLines(listing.tasks.slice(start, start + PAGE), (place) => listing.numberAt(start + place))
        : []),
      ...(late > 0 ? [`另${late}项时限已过、未收到办结申请，回复 已过时限`] : []),
      ...(others > 0 ? [`另${others}项属其他单位，${WHO_ASKS}`] : []),
      ...pageLine(tasks.length, start),
      ...(query.topic !== null && tasks.length === 1 ? [requirementLine(tasks[0] as Task)] : []),
      tasks.length === 1 ? '回复 详细 看全文' : '回复序号看详情',
    ]
    const showWhat = query.periods.length > 0 || overdue
    const lines = [first, ...listText(listing, start, showWhat), ...after]
    const table = {
      before: first,
      ...basis(context),
      ...taskTable(listing, start, showWhat),
      after: after.join('\n'),
    }
    return {
      tasks: listing.tasks,
      text: lines.join('\n'),
      table,
      ...(query.periods.length > 0 ? { sections: taskSections(listing, start, showWhat) } : {}),
      actions: listActions(listing, start, { lead: others > 0 ? 0 : leadOf(context), late }, context),
    }
  },
})

/** In a group nobody reads there which tasks of others are late, unless who may see it asks, or 群内通报 is on. */
const WHO_ASKS = '群里由督查室或领导查询，您可私聊查看'
const othersOnly = (others: number): string => `时限已过${others}项，都不属您的单位。其他单位的逾期清单${WHO_ASKS}。`

/** What is due does not show what was due before: it is counted, and can be asked for. */
const lateOf = ({ question, count, tasks, index, today }: IntentContext): number => {
  const { query } = question
  if (query.periods.length === 0 || query.statuses.length > 0 || query.within !== null) return 0
  const late = count({ ...query, periods: [], statuses: [{ status: 'overdue', negated: false }] })
  // what is due and late at once stands in the list already
  return late - countStandings(tasks, index, today).late
}

const header = (context: IntentContext, tasks: readonly Task[]): string => {
  const { question, index } = context
  const { query } = question
  const [unit] = query.units
  const about = describeQuery(query, index)
  const only = query.units.length === 1 && query.periods.length + query.statuses.length === 0 && query.topic === null
  if (unit && only && unit.role === 'any' && !unit.negated) {
    const lead = ledBy(context, unit)
    return `${about}共${tasks.length}项（牵头${lead}、配合${tasks.length - lead}）`
  }
  return about === '' ? `共${tasks.length}项` : `${about}：${tasks.length}项`
}

const ledBy = ({ question: { query }, count }: IntentContext, unit: UnitFilter): number =>
  count({ ...query, units: [{ ...unit, role: 'lead' }] })

/** How many of the rows the one unit asked about leads, where that is a part of them; else 0. */
const leadOf = (context: IntentContext): number => {
  const { question, tasks } = context
  const [unit, ...others] = question.query.units
  if (!unit || others.length > 0 || unit.role !== 'any' || unit.negated) return 0
  const lead = ledBy(context, unit)
  return lead < tasks.length ? lead : 0
}

/** 〔医改23项〕截至1月5日, of rows of one ledger. */
const basis = ({ index, tasks, today }: IntentContext): { basis?: string } => {
  const [ledger, ...others] = index.ledgersOf(tasks)
  return ledger && others.length === 0 ? { basis: `〔${ledger.short}〕截至${shortDay(today, today)}` } : {}
}
