import { isInHand, isOverdue } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { countStandings } from '../src/matching/task-counts.ts'
import { periodLookedBackOn } from '../src/replies/asked-period.ts'
import { type CircularFacts, circularText } from '../src/replies/circular.ts'
import { finishedBetween } from '../src/reports/finished-lately.ts'
import { missingOf } from './who-has-not-reported.ts'

const KINDS = ['周报', '月报'] as const

/** 生成督查周报: a text in official register from the ledger, to be checked and signed by people. */
export const circular = defineIntent({
  name: 'circular',
  summary: '起草督查周报、月报的文字（督查室、单位领导）',
  examples: ['生成督查周报', '起草一份3月份月报'],
  asks: ['circular'],
  aboutTasks: false,
  run: (context) => {
    const { access, question, today, index } = context
    const { text } = question.reading
    const tasks = asked(context)
    if (tasks.length === 0 || !tasks.every((task) => access.may('late', task)))
      return { text: '周报、月报由督查室和单位领导起草，您没有权限，或没有可汇总的任务。' }
    if (!access.alone) return { text: '周报、月报请私聊起草。' }
    const kind: CircularFacts['kind'] = KINDS.find((one) => text.includes(one)) ?? (/月/.test(text) ? '月报' : '周报')
    const period = periodLookedBackOn(question.reading, today, kind === '周报' ? 'week' : 'month')
    const ids = new Set(finishedBetween(context.changes(), period.from, period.to))
    const body = circularText({
      kind,
      ledgers: index.ledgersOf(tasks),
      period,
      today,
      total: tasks.length,
      counts: countStandings(tasks, index, today),
      finished: tasks.filter(({ id }) => ids.has(id)),
      late: tasks.filter((task) => isOverdue(task, today)),
      missing: missingOf(
        tasks.filter((task) => isInHand(task, today)),
        period.from,
        context,
      ),
    })
    return { tasks, text: `${body}\n——\n以上为草稿，请审定后由办公系统印发` }
  },
})

const asked = ({ question, select, dialogue }: IntentContext) => {
  const { units, unitsJoin, ledgers } = question.query
  const focus = ledgers.length > 0 || dialogue.ledger === null ? ledgers : [dialogue.ledger]
  return select({ ...EMPTY_QUERY, units, unitsJoin, ledgers: focus })
}
