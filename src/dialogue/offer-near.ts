import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY, isEmptyQuery } from '../matching/query.ts'
import { choiceText } from '../replies/choices.ts'
import { topicInWords } from '../replies/describe-query.ts'
import { taskTitle } from '../replies/task-title.ts'
import type { Reply } from '../reply.ts'
import type { Dialogue } from './dialogue.ts'
import type { Question } from './question.ts'

/**
 * Offers the tasks that come near to a topic which none has (乡镇生活污水 for 农村生活污水); the choice answers the
 * question. Null where nothing is near, or, with `strict`, where no name is in common. Only tasks that have a name in
 * common stand in the reply.
 */
export const offerNear = (
  question: Question,
  dialogue: Dialogue,
  index: LedgerIndex,
  strict: boolean,
): Partial<Reply> | null => {
  const { topic, ledgers, ...filters } = question.query
  if (topic === null || !isEmptyQuery({ ...filters, topic: null, ledgers: [] })) return null
  const { places, stretch } = index.topics.near(topic)
  const tasks = places
    .flatMap((place) => index.tasks[place] ?? [])
    .filter((task) => ledgers.length === 0 || ledgers.includes(task.ledgerId))
  if (tasks.length === 0 || (strict && stretch === null)) return null
  const labels = tasks.map((task) => `${/^\d+$/.test(task.no) ? `第${task.no}项` : task.no} ${taskTitle(task, tasks)}`)
  const lists = [...question.asks].every((ask) => ask === 'list' || ask === 'which' || ask === 'count')
  const asks = lists ? new Set(['detail'] as const) : question.asks
  dialogue.pending = {
    need: 'task',
    choices: tasks.map((task, i) => ({ label: labels[i] as string, value: task.id })),
    purpose: {
      kind: 'readings',
      questions: tasks.map(({ id }) => ({
        ...question,
        asks,
        query: { ...EMPTY_QUERY, within: [id] },
        followsUp: true,
      })),
    },
  }
  return {
    needs: 'task',
    tasks: stretch === null ? [] : tasks,
    text: choiceText(`台账里没有与“${topicInWords(topic)}”完全相符的任务，相近的有：`, labels),
  }
}
