import { answerLate, answerPending } from '../dialogue/answer-pending.ts'
import { unclearUnit } from '../dialogue/ask-back.ts'
import { keepWaiting, replaced } from '../dialogue/interrupted.ts'
import { mergeWithDialogue } from '../dialogue/merge.ts'
import { ofLevel } from '../dialogue/of-level.ts'
import { withOwnUnits } from '../dialogue/own-unit.ts'
import type { Question } from '../dialogue/question.ts'
import { isOfList, remember, rememberRows } from '../dialogue/remember.ts'
import type { Day } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { type ExampleShapes, matchIntent } from '../match-intent.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY } from '../matching/query.ts'
import type { QuestionReader } from '../matching/question-reader.ts'
import type { Ask, Reading } from '../matching/reading.ts'
import { countTasks, selectTasks } from '../matching/select-tasks.ts'
import { withChoices } from '../replies/actions/choices.ts'
import { complete } from '../replies/complete.ts'
import type { Message, Reply } from '../reply.ts'
import { answerQuestion, whyDenied } from './answer-question.ts'
import { readDoings } from './doings.ts'
import type { Situation } from './situation.ts'

/** What every context has that does not depend on the message. */
export type Common = Pick<
  IntentContext,
  'intents' | 'store' | 'changes' | 'accesses' | 'reminders' | 'imports' | 'kept' | 'endDialogues'
> & {
  notify: (whom: string, message: Message, key: string) => Promise<void>
  learn: (said: string, meant: string, at: string) => Promise<void>
  nextReceipt: (today: Day) => string
  invite: ((by: string | null, at: Date) => Promise<string>) | null
}

export interface Answering {
  common: Common
  read: QuestionReader
  /** The examples of intents, as messages on some ledgers are compared with them. */
  shapes: (index: LedgerIndex, today: Day) => ExampleShapes
}

/** Inquiries about the units that are named, or about all. */
const OF_UNITS: ReadonlySet<Ask> = new Set(['missing', 'received', 'newly-done', 'circular'])

/** Answers a message that has been read: step 4 to step 9 of src/README.md. */
export const answerReading = async (said: Reading, situation: Situation, parts: Answering): Promise<Reply> => {
  const reply = await answerOf(said, situation, parts)
  return withChoices(reply, situation.dialogue, situation.message.id)
}

const answerOf = async (said: Reading, situation: Situation, { common, read, shapes }: Answering): Promise<Reply> => {
  const { message, key, attachments, dialogue, index, today, access } = situation
  const reading = ofLevel(withOwnUnits(said, access.units, access.administrator), dialogue.level ?? null)
  const { intents, store, reminders, imports, changes, accesses, kept, endDialogues } = common
  const named = (words: string): IntentContext['tasks'] => {
    const { topic } = read(words, index, today)
    return topic === null ? [] : selectTasks({ ...EMPTY_QUERY, topic }, index, today, true)
  }
  const { ask, report, decision, edit, introduction, management, wish } = readDoings(reading, situation, named)
  // each by its name: an object of so many made by spreading others is slow to make
  const context = (question: Question, tasks: IntentContext['tasks']): IntentContext => ({
    intents,
    store,
    reminders,
    imports,
    kept,
    endDialogues,
    changes,
    accesses,
    report,
    decision,
    edit,
    introduction,
    management,
    wish,
    question,
    tasks,
    select: (query, specific = false) => selectTasks(query, index, today, specific),
    count: (query) => countTasks(query, index, today),
    index,
    today,
    at: message.at,
    access,
    origin: message,
    dialogue,
    about: message.about ?? null,
    keepWish: (set) => reminders.wish(set, { by: access.actor.id, message: key, at: message.at }),
    notify: (whom, told) => common.notify(whom, told, `${key} ${whom}`),
    said: situation.said,
    attachments,
    othersConfirm: situation.othersConfirm,
    nextReceipt: () => common.nextReceipt(today),
    named,
    messageKey: key,
    invite:
      common.invite === null
        ? null
        : () => (common.invite as NonNullable<Common['invite']>)(access.actor.id, new Date(message.at)),
    learn: (said, meant) => common.learn(said, meant, message.at),
  })

  const { pending, late } = dialogue
  dialogue.pending = null
  const answer = pending
    ? answerPending(pending, reading, index, message.refers === 'question')
    : late
      ? answerLate(late, reading)
      : null
  if (answer?.kind === 'choice') {
    const intent = intents.find(({ name }) => name === answer.intent)
    const question = mergeWithDialogue(reading, null, index, dialogue.ledger)
    if (intent?.choose && (intent.needs === undefined || access.administrator))
      return chosen(
        situation,
        question,
        complete(intent.name, await intent.choose(answer.value, context(question, []))),
      )
  }
  const question =
    answer?.kind === 'question' ? answer.question : mergeWithDialogue(reading, dialogue.last, index, dialogue.ledger)

  const doer = ask === null ? undefined : intents.find(({ asks }) => asks?.includes(ask))
  if (doer) {
    // of whom, where the name is nobody's or several bodies'
    const unclear = OF_UNITS.has(ask as Ask) ? unclearUnit(question, index) : null
    if (unclear !== null) return complete(doer.name, unclear)
    const doing = context(question, [])
    const reply = complete(doer.name, whyDenied(doer, doing) ?? (await doer.run(doing)))
    if (wish !== null && isOfList(dialogue, reply, index)) rememberRows(dialogue, reply, index)
    // a wish that found nothing has spoken of nothing
    else if (wish === null || reply.tasks.length > 0)
      remember(dialogue, wish === null ? withoutTopic(question) : question, reply, index)
    // what is asked or wished of reminders is no other report in its place
    if (wish !== null) return pending ? keepWaiting(pending, false, dialogue, reply) : reply
    return pending?.need === 'confirmation' ? replaced(reply) : reply
  }
  const intent = matchIntent(question, intents, shapes(index, today))
  const reply = await answerQuestion(question, intent, situation, (tasks) => context(question, tasks))
  return pending && !answer ? keepWaiting(pending, intent?.aside ?? false, dialogue, reply) : reply
}

/** 进展历史, 谁还没报: words that say what to do, and not which tasks a follow-up is about. */
const withoutTopic = (question: Question): Question => ({ ...question, query: { ...question.query, topic: null } })

/** What was recorded after a confirmation is what 这项 then means. */
const chosen = ({ dialogue, index }: Situation, question: Question, reply: Reply): Reply => {
  dialogue.late = null
  if (reply.tasks.length > 0) remember(dialogue, question, reply, index)
  return reply
}
