import type { Question } from '../dialogue/question.ts'
import type { Intent } from '../intent.ts'
import type { Reading } from '../matching/reading.ts'
import type { Reply } from '../reply.ts'
import { topicInWords } from './describe-query.ts'

/** A message that reports rather than asks: there is nobody to take it yet. */
const REPORTS = /(?:已|都)?(?:完成|办结|办完|做完|落实|报送|上报|报上去|推进到|进度|销号|延期).*(?:了|%|\d|延期|销号)?$/
const ASKS = /[?？吗呢么]|哪|谁|什么|多少|几|是否/

/** Intents whose first example shows best what can be asked. */
const SHOWN = ['list-tasks', 'count-tasks', 'when-due', 'who-is-responsible']

/** A refusal that shows what can be asked. */
export const notUnderstood = (reading: Reading, intents: readonly Intent[]): Partial<Reply> => {
  const hints = intents.filter(({ name }) => SHOWN.includes(name)).toReversed()
  const examples = hints.map((intent) => `“${intent.examples[0]}”`).join('、')
  const reports = reading.numbers.length > 0 && REPORTS.test(reading.text) && !ASKS.test(reading.text)
  return {
    text: reports
      ? `这像是报送进展，目前只能查询台账，没有登记。可以问：${examples}。`
      : `没能确认您的意思。我只回答台账里的任务，可以问：${examples}，或回复 帮助。`,
  }
}

/**
 * Nothing in the ledgers is about what was asked. A question about tasks gets that answer; anything else is not the
 * ledger's business and is not understood.
 */
export const notFound = (
  question: Question,
  intent: Intent,
  intents: readonly Intent[],
  complete: (name: string, part: Partial<Reply>) => Reply,
): Reply => {
  const { reading, query } = question
  const aboutTasks = /任务|事项|工作|台账|牵头|负责|配合|责任|时限|到期|逾期|哪[一几]?[项条]|第几/.test(reading.text)
  if (!aboutTasks || query.topic === null) return complete('unknown', notUnderstood(reading, intents))
  return complete(intent.name, {
    text: `台账里没有找到与“${topicInWords(query.topic)}”有关的任务。请换个说法，或说序号、单位。`,
  })
}
