import { defineIntent } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { EVENTS, type FigureName, figuresOf, STANDINGS } from '../src/reminders/leaders/figures.ts'
import { listTasks } from './list-tasks.ts'

const NAMES: readonly FigureName[] = [...STANDINGS, ...EVENTS]

/** 周报 时限已过: the rows behind one figure of the weekly digest, reckoned as it was. */
export const weeklyFigure = defineIntent({
  name: 'weekly-figure',
  summary: '看每周情况里某个数的明细',
  examples: ['周报 时限已过', '周报 本月到期'],
  topic: '提醒',
  asks: ['weekly-figure'],
  aboutTasks: false,
  run: async (context) => {
    const { wish, index, today, changes, question, reminders } = context
    const words = wish?.parts.figure ?? ''
    const name = NAMES.find((one) => words.includes(one)) ?? (words.includes('以后') ? '本月以后' : null)
    if (name === null) return { text: `可以看：${NAMES.join('、')}。如：周报 时限已过。` }
    const { enabled } = reminders.settings()
    const live = index.ledgers.filter(({ archived }) => !archived)
    const on = live.filter(({ id }) => enabled.has(id))
    const tasks = (on.length > 0 ? on : live).flatMap(({ id }) => [
      ...(figuresOf(
        index.tasks.filter(({ ledgerId }) => ledgerId === id),
        changes(),
        today,
      ).get(name) ?? []),
    ])
    if (tasks.length === 0) return { text: `${name}：0项。` }
    const within = tasks.map(({ id }) => id)
    const listed = await listTasks.run({
      ...context,
      tasks,
      question: { ...question, query: { ...EMPTY_QUERY, within } },
    })
    return {
      ...listed,
      tasks,
      text: `${name}${tasks.length}项\n${(listed.text ?? '').split('\n').slice(1).join('\n')}`,
    }
  },
})
