import { defineIntent, type IntentContext } from '../src/intent.ts'
import { describeQuery } from '../src/replies/describe-query.ts'
import { headline, requirementLine } from '../src/replies/task-detail.ts'
import { TaskListing } from '../src/replies/task-listing.ts'

/** Dates told apart in an answer. */
const MOST_GROUPS = 8

export const countTasks = defineIntent({
  name: 'count-tasks',
  summary: '数一数有几项，可带任何条件',
  examples: ['总共有多少项任务', '市卫健委牵头几项', '年底前还剩几项', '现在逾期几项'],
  asks: ['count'],
  run: (context) => {
    const { tasks, question, index, today } = context
    const { query } = question
    const about = describeQuery(query, index)
    const listing = new TaskListing(tasks, { today, periods: query.periods, overdue: false }, index)
    const split = listing.groups(MOST_GROUPS).map(({ heading, from, to }) => `${heading}：${to - from}项`)
    const only = query.topic !== null && tasks.length === 1 ? tasks[0] : undefined
    const lines = [
      `${about === '' ? '台账' : about}共${tasks.length}项${beside(context)}`,
      ...(listing.groupCount > 1 ? split : []),
      ...(listing.groupCount > MOST_GROUPS ? ['其余时限略'] : []),
      ...(query.units.length > 1 && query.unitsJoin === 'any' ? byUnit(context) : []),
      // 跨省通办要办成多少项: how many may be what the one task tells
      ...(only ? [headline(only, index), requirementLine(only)] : []),
      ...(tasks.length > 0 ? [only ? '回复 详细 看全文' : '回复 列出来 看清单'] : []),
    ]
    return { tasks: listing.tasks, text: lines.join('\n') }
  },
})

/** Of several units each by itself. */
const byUnit = ({ question: { query }, count }: IntentContext): string[] =>
  query.units.map((unit) => `${unit.label}：${count({ ...query, units: [unit] })}项`)

/** What the number is a part of: a unit's tasks by role, else the whole ledger's. */
const beside = ({ question, count, index }: IntentContext): string => {
  const { query } = question
  const [unit] = query.units
  if (query.within !== null) return ''
  if (unit && query.units.length === 1 && !unit.negated) {
    const [all, lead] = (['any', 'lead'] as const).map((role) => count({ ...query, units: [{ ...unit, role }] }))
    return unit.role === 'any' ? `（牵头${lead}、配合${(all ?? 0) - (lead ?? 0)}）` : `（参与共${all}项）`
  }
  const filtered = query.periods.length + query.statuses.length > 0 || query.topic !== null
  return filtered && index.ledgers.length === 1 ? `（台账共${index.tasks.length}项）` : ''
}
