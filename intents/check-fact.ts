import type { Question } from '../src/dialogue/question.ts'
import type { Day, Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY, type Query, type UnitFilter } from '../src/matching/query.ts'
import { milestonesIn } from '../src/matching/select-tasks.ts'
import { detailAction, listedActions } from '../src/replies/actions/rows.ts'
import { cardMessage } from '../src/replies/card.ts'
import { nothingFound } from '../src/replies/describe-query.ts'
import { datesOf } from '../src/replies/task-dates.ts'
import { headline, sourceLine, timingLines, unitLines } from '../src/replies/task-detail.ts'
import { taskTitle } from '../src/replies/task-title.ts'
import { dueInWords, stateInWords, unitVerdict, type Verdict } from '../src/replies/verdicts.ts'

/** What is asked of a task; the rest of the query says which task. */
const NO_PREDICATE = { units: [], periods: [], statuses: [] } as const

export const checkFact = defineIntent({
  name: 'check-fact',
  summary: '核对一件事是不是这样：由不由某单位牵头、到没到期、逾没逾期，并给出依据',
  examples: ['第4项是市医保局牵头吗', '第8项逾期了没有', '第11项3月底前到期吗', '市教委是不是第2项的配合单位'],
  asks: ['whether'],
  when: ({ query, whether, asks }) =>
    hasSubject(query, whether) &&
    query.units.length + query.periods.length + query.statuses.length > 0 &&
    !(['which', 'count', 'overview', 'contact', 'nearest', 'furthest'] as const).some((ask) => asks.has(ask)),
  specific: true,
  run: (context) => {
    const { question, select, today, index } = context
    const { query, whether } = question
    const subject = select({ ...query, ...NO_PREDICATE }, true)
    const [task] = subject
    if (!task) return { text: nothingFound({ ...query, ...NO_PREDICATE }, index) }
    const verdicts = subject.map((one) => verdictOf(one, context))
    const units = query.units.length > 0 ? [...new Set(subject.flatMap((one) => askedUnits(one, question)))] : []
    const dates = query.periods.length + query.statuses.length > 0 ? datesOf(subject, today) : []
    const facts = { tasks: subject, units, dates }
    if (subject.length > 1) {
      const text = severalText(subject, verdicts, whether).join('\n')
      return { ...facts, text, actions: listedActions(subject, index, MOST) }
    }
    const [verdict] = verdicts as [Verdict]
    const before = [whether === 'either' ? verdict.words : `${yesOrNo(verdict, whether)}。${verdict.words}`]
    const lines = [
      ...(query.units.length > 0 ? unitLines(task) : []),
      ...(query.periods.length + query.statuses.length > 0 ? timingLines(task, today) : []),
      sourceLine(task, today),
    ]
    return { ...facts, ...cardMessage({ before, title: headline(task, index), lines }), actions: [detailAction(task)] }
  },
})

/** One task, or what a subject names; 有没有 of a subject asks for a list. */
const hasSubject = ({ numbers, topic, within }: Query, whether: Question['whether']): boolean => {
  if (numbers.length > 0) return numbers.every(({ to }) => to === undefined)
  return within !== null ? within.length === 1 : topic !== null && whether !== 'any'
}

const yesOrNo = ({ holds }: Verdict, whether: Question['whether']): string =>
  whether === 'any' ? (holds ? '有' : '没有') : holds ? '是' : '不是'

/** The units of a task in the part that was asked about. */
const askedUnits = (task: Task, question: Question): readonly string[] =>
  question.query.units.every((unit) => withAskedRole(unit, question).role === 'cooperating')
    ? task.cooperating
    : task.lead

/** The conditions one by one; together they hold only if each does. */
const verdictOf = (task: Task, context: IntentContext): Verdict => {
  const { question, select, today } = context
  const { units, statuses, periods } = question.query
  const is = (part: Partial<Query>): boolean => select({ ...EMPTY_QUERY, within: [task.id], ...part }).length > 0
  const parts = units.map((unit) => unitVerdict(task, withAskedRole(unit, question)))
  // 明年还要做吗: that it is not done yet is understood
  const states = periods.length > 0 ? statuses.filter(({ status }) => status !== 'not-done') : statuses
  for (const asked of states) {
    const holds = is({ statuses: [{ ...asked, negated: false }] })
    parts.push({ holds: holds !== asked.negated, words: stateInWords(asked, holds) })
  }
  if (periods.length > 0) parts.push({ holds: is({ periods }), words: '' })
  if (states.length + periods.length > 0)
    parts.push({ holds: true, words: dueInWords(task, today, dayAsked(task, question, today)) })
  const words = parts.flatMap((part) => (part.words === '' ? [] : [part.words]))
  return { holds: parts.every(({ holds }) => holds), words: words.join('，') }
}

/** The day in the period that was asked about. */
const dayAsked = (task: Task, { query }: Question, today: Day): Day | null =>
  query.periods.flatMap((period) => milestonesIn(task, period, today).map(({ day }) => day)).sort()[0] ?? null

/** 市医保局是不是第5项的牵头单位: the column word says which part is meant. */
const withAskedRole = (unit: UnitFilter, { asks, whoRole }: Question): UnitFilter => ({
  ...unit,
  role: unit.role === 'any' && asks.has('who') ? whoRole : unit.role,
})

const MOST = 10

const severalText = (
  subject: readonly Task[],
  verdicts: readonly Verdict[],
  whether: Question['whether'],
): string[] => {
  const held = verdicts.filter(({ holds }) => holds).length
  const all = held === subject.length ? '都是' : '都不是'
  const some = `不全是：相关${subject.length}项中${held}项是`
  const sum = whether === 'either' ? `相关${subject.length}项` : held > 0 && held < subject.length ? some : all
  const lines = subject
    .slice(0, MOST)
    .map((task, i) => `${task.no} ${taskTitle(task, subject, 18)}：${verdicts[i]?.words ?? ''}`)
  const rest = subject.length > MOST ? [`只列前${MOST}项`] : []
  return [sum, ...lines, ...rest, '回复序号看详情']
}
