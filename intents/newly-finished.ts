import { defineIntent } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { periodLookedBackOn } from '../src/replies/asked-period.ts'
import { shortDay } from '../src/replies/dates.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import { finishedBetween } from '../src/reports/finished-lately.ts'

const MOST = 15

/** 本周新办结: what has been 办结 in a stretch of time, by the audit trail. */
export const newlyFinished = defineIntent({
  name: 'newly-finished',
  summary: '看本周、本月新办结的任务',
  examples: ['本周新办结', '这个月新办结了几项'],
  asks: ['newly-done'],
  aboutTasks: false,
  run: ({ question, changes, select, index, today }) => {
    const { units, unitsJoin, ledgers } = question.query
    const { from, to, label } = periodLookedBackOn(question.reading, today, 'week')
    const ids = new Set(finishedBetween(changes(), from, to))
    const tasks = select({ ...EMPTY_QUERY, units, unitsJoin, ledgers }).filter(({ id }) => ids.has(id))
    const span = from === to ? shortDay(from, today) : `${shortDay(from, today)}至${shortDay(to, today)}`
    if (tasks.length === 0) return { text: `${label}（${span}）没有新办结的任务。` }
    const lines = tasks.slice(0, MOST).map((task) => `${taskLabel(task)}（${task.lead.join('、') || '未写明'}）`)
    const several = index.ledgersOf(tasks).length > 1
    return {
      tasks,
      text: [
        `${label}（${span}）新办结${tasks.length}项`,
        ...lines.map((line, place) => {
          const task = tasks[place]
          return several && task ? `${line}〔${index.ledgerOf(task)?.short ?? ''}〕` : line
        }),
        ...(tasks.length > MOST ? [`另有${tasks.length - MOST}项`] : []),
      ].join('\n'),
    }
  },
})
