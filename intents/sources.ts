import type { Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { listedActions } from '../src/replies/actions/rows.ts'
import { cardMessage } from '../src/replies/card.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'
import { numbering } from '../src/replies/printed-numbers.ts'
import { headline, unitLines } from '../src/replies/task-detail.ts'
import { taskTitle } from '../src/replies/task-title.ts'

/** Rows named at a time. */
const MOST = 10
/** Characters of a row's text that are quoted. */
const QUOTED = 160

export const sources = defineIntent({
  name: 'sources',
  summary: '看答复的依据：出自哪个台账哪一行，原文怎么写的',
  examples: ['第11项的依据', '第3项出处在哪'],
  asks: ['why'],
  when: ({ query, followsUp }) =>
    followsUp || query.numbers.length > 0 || query.topic !== null || query.within !== null,
  specific: true,
  run: (context) => {
    const { tasks, question, index } = context
    const [task] = tasks
    if (!task) return { text: nothingFound(question.query, index) }
    const actions = listedActions(tasks, index, MOST)
    if (tasks.length > 1) return { tasks, actions, text: rowsOf(context).join('\n') }
    return { tasks, actions, ...cardMessage({ title: headline(task, index), lines: rowLines(task, context) }) }
  },
})

const rowLines = (task: Task, { index }: IntentContext): string[] => [
  `出自《${index.ledgerOf(task)?.name ?? ''}》，${task.source.file}第${task.source.row}行`,
  ...unitLines(task),
  `时限栏：${task.timing || '未填写'}`,
  `原文：${task.content.length > QUOTED ? `${task.content.slice(0, QUOTED)}…` : task.content}`,
  ...task.doubts.map(({ message }) => `疑点：${message}`),
]

/** How a list was found, and the row of each. */
const rowsOf = ({ tasks, index, dialogue }: IntentContext): string[] => {
  const about = dialogue.last === null ? '' : describeQuery(dialogue.last.query, index)
  const numbers = numbering(tasks, index)
  const files = [...new Set(tasks.map((task) => `《${index.ledgerOf(task)?.name ?? ''}》（${task.source.file}）`))]
  return [
    `按“${about === '' ? '台账' : about}”查得${tasks.length}项，出自${files.join('、')}`,
    ...tasks
      .slice(0, MOST)
      .map(
        (task, place) =>
          `${numbers.at(place)} ${taskTitle(task, tasks, 18)}：第${task.source.row}行，时限栏“${task.timing || '未填写'}”`,
      ),
    ...(tasks.length > MOST ? [`只列前${MOST}项`] : []),
    '查得不对请回复 不对',
  ]
}
