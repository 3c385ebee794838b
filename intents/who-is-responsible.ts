import { defineIntent, type IntentContext } from '../src/intent.ts'
import { isEmptyQuery, type Query } from '../src/matching/query.ts'
import { detailAction, listedActions } from '../src/replies/actions/rows.ts'
import { cardMessage } from '../src/replies/card.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'
import { numbering } from '../src/replies/printed-numbers.ts'
import { datesOf } from '../src/replies/task-dates.ts'
import { headline, sourceLine, timingLines, unitLines } from '../src/replies/task-detail.ts'
import { rowMaker } from '../src/replies/task-row.ts'
import { taskTitle } from '../src/replies/task-title.ts'

/** Rows shown at a time. */
const MOST = 10

export const whoIsResponsible = defineIntent({
  name: 'who-is-responsible',
  summary: '查某项任务由谁牵头、谁配合',
  examples: ['第11项谁牵头', '紧密型医联体由谁负责', '第9项的配合单位有哪些', '第11项谁牵头，什么时候交'],
  asks: ['who'],
  when: ({ query, reading, followsUp }) =>
    followsUp || reading.follow.focus || !isEmptyQuery({ ...query, ledgers: [] }),
  specific: true,
  run: (context) => {
    const { question, index, today } = context
    const { tasks, whoRole, except } = subjectOf(context)
    const units = [
      ...new Set(
        tasks.flatMap((task) => {
          if (whoRole === 'lead') return task.lead
          return whoRole === 'cooperating' ? task.cooperating : [...task.lead, ...task.cooperating]
        }),
      ),
    ].filter((unit) => !except.has(unit))
    const [task] = tasks
    if (!task) return { text: nothingFound(question.query, index) }
    const when = question.asks.has('when')
    const dates = when ? datesOf(tasks, today) : []
    if (tasks.length > 1) {
      const numbers = numbering(tasks, index)
      const rowOf = rowMaker({ today, periods: [], overdue: false })
      const lines = tasks.slice(0, MOST).map((one, row) => {
        const names = whoRole === 'cooperating' ? one.cooperating : one.lead
        const due = when ? `，${rowOf(one).group}` : ''
        return `${numbers.at(row)} ${taskTitle(one, tasks, 18)}：${names.join('、') || '文件未写明'}${due}`
      })
      const rest = tasks.length > MOST ? [`共${tasks.length}项，只列前${MOST}项`] : []
      const about = ofState(question.query) ? describeQuery(question.query, index) : ''
      const text = [
        about === '' ? `相关任务${tasks.length}项` : `${about}：${tasks.length}项`,
        ...lines,
        ...rest,
        '回复序号看详情',
      ].join('\n')
      return { tasks, units, dates, text, actions: listedActions(tasks, index, MOST) }
    }
    const verdict = question.whether === 'any' ? [units.length > 0 ? `有${units.length}个` : '没有写明'] : []
    const nobody = whoRole === 'cooperating' && task.cooperating.length === 0 ? ['配合：文件未写明'] : []
    return {
      tasks,
      units,
      dates,
      ...cardMessage({
        before: verdict,
        title: headline(task, index),
        lines: [...unitLines(task), ...nobody, ...(when ? timingLines(task, today) : []), sourceLine(task, today)],
      }),
      actions: [detailAction(task)],
    }
  },
})

/** Asked of a state and nothing else: 谁逾期了. */
const ofState = (query: Query): boolean => isEmptyQuery({ ...query, statuses: [], ledgers: [] })

/** 第20项除了市卫健委还有谁: the unit is not what the task is looked for by, but left out of the answer. */
const subjectOf = ({ tasks, question, select }: IntentContext) => {
  const { query } = question
  // 哪些单位逾期: nobody is late with what others lead
  const whoRole = ofState(query) && !question.reading.roleAsked ? ('lead' as const) : question.whoRole
  const named = query.numbers.length > 0 || query.topic !== null || query.within !== null
  if (!named || query.units.length === 0 || query.units.some(({ negated }) => !negated))
    return { tasks, whoRole, except: new Set<string>() }
  const except = new Set(query.units.flatMap(({ names }) => names))
  return {
    tasks: select({ ...query, units: [] }, true),
    whoRole: question.reading.roleAsked ? whoRole : ('any' as const),
    except,
  }
}
