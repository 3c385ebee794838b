import type { Question } from '../dialogue/question.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import type { Reply, ReplyAction } from '../reply.ts'
import { withLineAbove } from './around.ts'
import { topicInWords } from './describe-query.ts'

/** What can be asked of the ledgers at hand: their own units and numbers, so that every hint has an answer. */
export const hintsOf = (index: LedgerIndex): string =>
  hintList(index)
    .map((hint) => `“${hint}”`)
    .join('、')

/** The same as buttons, with what tells of everything. */
export const hintActions = (index: LedgerIndex): ReplyAction[] =>
  index.tasks.length === 0 ? [] : [...hintList(index), '总体情况'].map((hint) => ({ label: hint, say: hint }))

const hintList = ({ directory, tasks }: LedgerIndex): string[] => {
  const [unit] = directory.units
  const no = tasks[0]?.no ?? '1'
  const number = /^\d+$/.test(no) ? `第${no}项` : no
  return [...(unit === undefined ? [] : [`${unit}有哪些任务`]), '年底前要完成哪些', `${number}谁牵头`]
}

/** A refusal that shows what can be asked. */
export const notUnderstood = (index: LedgerIndex): Partial<Reply> => ({
  text: `没能确认您的意思。我只回答台账里的任务，可以问：${hintsOf(index)}，或回复 帮助。`,
  actions: [...hintActions(index), { label: '帮助', say: '帮助' }],
})

/**
 * Nothing in the ledgers is about what was asked. A question about tasks gets that answer; anything else is not the
 * ledger's business: null.
 */
export const notFound = ({ reading, query }: Question): Partial<Reply> | null => {
  const aboutTasks = /任务|事项|工作|台账|牵头|负责|配合|责任|时限|到期|逾期|安排|举措|措施|哪[一几]?[项条]|第几/.test(
    reading.text,
  )
  if (!aboutTasks || query.topic === null) return null
  return { text: `台账里没有找到与“${topicInWords(query.topic)}”有关的任务。请换个说法，或说序号、单位。` }
}

/** An answer that had to let go of a word says so: the ledgers speak of 乡镇生活污水, and 农村 was asked for. */
export const withMissing = (reply: Reply, { query: { topic } }: Question, index: LedgerIndex): Reply => {
  const missing = topic === null || reply.tasks.length === 0 ? [] : index.topics.missing(topic)
  const words = missing.map((word) => `“${word}”`).join('')
  return missing.length === 0 ? reply : withLineAbove(reply, `台账里没有${words}，以下是相近的任务`)
}
