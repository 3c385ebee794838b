import { askBack } from '../dialogue/ask-back.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { offerNear } from '../dialogue/offer-near.ts'
import type { Question } from '../dialogue/question.ts'
import { remember } from '../dialogue/remember.ts'
import type { Day } from '../domain/index.ts'
import type { Intent, IntentContext } from '../intent.ts'
import { isForeign } from '../match-intent.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { selectTasks } from '../matching/select-tasks.ts'
import { complete } from '../replies/complete.ts'
import { notFound, notUnderstood, withMissing } from '../replies/not-understood.ts'
import type { Reply } from '../reply.ts'

export const NOT_ALLOWED = '这项操作由督查室办理，您没有权限。'

/** What a question is answered from. */
export interface Ground {
  dialogue: Dialogue
  index: LedgerIndex
  today: Day
}

/** That an intent is not the sender's to use; null where it is. */
export const whyDenied = ({ needs, denied }: Intent, context: IntentContext): { text: string } | null =>
  needs === 'administrator' && !context.access.administrator ? { text: denied?.(context) ?? NOT_ALLOWED } : null

/**
 * Answers a question that has been completed by the dialogue with the intent that was matched: asks back for what is
 * missing, selects the tasks, runs the intent and keeps what a follow-up may refer to.
 */
export const answerQuestion = async (
  question: Question,
  intent: Intent | null,
  { dialogue, index, today }: Ground,
  context: (tasks: IntentContext['tasks']) => IntentContext,
): Promise<Reply> => {
  if (!intent || isForeign(question)) return complete('unknown', notUnderstood(index))
  const denied = whyDenied(intent, context([]))
  if (denied) return complete(intent.name, denied)
  if (!(intent.aboutTasks ?? intent.asks !== undefined)) return complete(intent.name, await intent.run(context([])))
  const back = askBack(question, dialogue, index)
  if (back) return complete(intent.name, back)
  const tasks = selectTasks(question.query, index, today, (intent.specific ?? false) && !question.reading.several)
  const { topic } = question.query
  if (tasks.length === 0 && topic !== null && !index.topics.knows(topic))
    return answerUnknownTopic(question, intent, dialogue, index)
  const reply = complete(intent.name, await intent.run(context(tasks)))
  remember(dialogue, question, reply, index)
  return withMissing(reply, question, index)
}

const answerUnknownTopic = (question: Question, intent: Intent, dialogue: Dialogue, index: LedgerIndex): Reply => {
  const missing = notFound(question)
  const near = offerNear(question, dialogue, index, missing === null)
  if (near) return complete(intent.name, near)
  return missing ? complete(intent.name, missing) : complete('unknown', notUnderstood(index))
}
