import { defineIntent, type IntentContext } from '../src/intent.ts'
import type { UnitFilter } from '../src/matching/query.ts'
import { detailAction } from '../src/replies/actions/rows.ts'
import { describeQuery } from '../src/replies/describe-query.ts'
import { headline, requirementLine } from '../src/replies/task-detail.ts'
import { TaskListing } from '../src/replies/task-listing.ts'
import type { ReplyAction } from '../src/reply.ts'

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
    const each = unitByUnit(context)
    const lines = [
      `${about === '' ? '台账' : about}共${tasks.length}项${beside(context)}`,
      ...each,
      ...(listing.groupCount > 1 && each.length === 0 ? split : []),
      ...(listing.groupCount > MOST_GROUPS && each.length === 0 ? ['其余时限略'] : []),
      // 跨省通办要办成多少项: how many may be what the one task tells
      ...(only ? [headline(only, index), requirementLine(only)] : []),
      ...(tasks.length > 0 ? [only ? '回复 详细 看全文' : '回复 列出来 看清单'] : []),
    ]
    const list: ReplyAction = { label: '列出来', say: '列出来', refers: 'answer' }
    const actions = tasks.length === 0 ? [] : only ? [detailAction(only)] : [list]
    return { tasks: listing.tasks, text: lines.join('\n'), actions }
  },
})

/** 两家各有几项, 谁的任务多: what each has, in the order of the question and not of the numbers. */
const unitByUnit = ({ question: { query }, count }: IntentContext): string[] => {
  const { units } = query
  if (units.length < 2 || query.unitsJoin === 'all' || units.some(({ negated }) => negated)) return []
  return units.map((unit) => {
    const of = (role: UnitFilter['role']): number => count({ ...query, units: [{ ...unit, role }] })
    const parts = unit.role === 'any' ? `（牵头${of('lead')}、配合${of('any') - of('lead')}）` : ''
    const does = unit.role === 'lead' ? '牵头' : unit.role === 'cooperating' ? '配合' : ''
    return `${unit.label}${does}：${of(unit.role)}项${parts}`
  })
}

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
