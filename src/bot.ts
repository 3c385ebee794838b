import { accessOf } from './access.ts'
import type { Incoming } from './adapter.ts'
import { answerPending } from './dialogue/answer-pending.ts'
import { askBack } from './dialogue/ask-back.ts'
import { Dialogues } from './dialogue/dialogue.ts'
import { mergeWithDialogue } from './dialogue/merge.ts'
import type { Question } from './dialogue/question.ts'
import { remember } from './dialogue/remember.ts'
import { type Day, dayOf } from './domain/index.ts'
import { DubanError } from './errors.ts'
import type { Intent, IntentContext } from './intent.ts'
import { type ExampleShapes, exampleShapes, isForeign, isReport, matchIntent } from './match-intent.ts'
import { indexOf, type LedgerIndex } from './matching/ledger-index.ts'
import { readQuestion } from './matching/read-question.ts'
import { selectTasks } from './matching/select-tasks.ts'
import type { Vocabulary } from './matching/vocabulary.ts'
import { openNotebook } from './notebook.ts'
import { withoutPhones } from './replies/contacts.ts'
import { notFound, notRecorded, notUnderstood } from './replies/not-understood.ts'
import type { Reply } from './reply.ts'
import type { Store } from './store/store.ts'
import { shippedLexicon } from './text/lexicon.ts'
import type { Segmenter } from './text/segmenter.ts'

/** The one core behind every channel. */
export interface Bot {
  /**
   * Answers one message. Never rejects: what goes wrong inside becomes a reply with a clear sentence, and the
   * intent `silent` with an empty text means that nothing is to be said.
   */
  answer(message: Incoming): Promise<Reply>
}

export interface BotParts {
  store: Pick<Store, 'snapshot' | 'update' | 'append' | 'entries'>
  /** In the order in which they are preferred. */
  intents: readonly Intent[]
  /** Called once, when a question first has words to cut. */
  loadSegmenter: () => Segmenter
  /** Told of what should never happen; people get a sentence. */
  onError?: (error: unknown) => void
}

/** Platform message ids remembered, to ignore a repeat. */
const REMEMBERED = 5_000

const SILENT: Reply = {
  intent: 'silent',
  text: '',
  tasks: [],
  total: 0,
  units: [],
  dates: [],
  contacts: [],
  needs: null,
}

/** Completes what an intent returned. */
const complete = (intent: string, part: Partial<Reply>): Reply => {
  const tasks = part.tasks ?? []
  return { ...SILENT, intent, ...part, tasks, total: part.total ?? tasks.length }
}

/** Assembles the core: every message goes the same nine steps (see src/README.md). */
export const createBot = ({ store, intents, loadSegmenter, onError }: BotParts): Bot => {
  const dialogues = new Dialogues()
  const notebook = openNotebook(store)
  const seen = new Set<string>()
  let segmenter: Segmenter | undefined
  const vocabularyOf = (index: LedgerIndex): Vocabulary => ({
    directory: index.directory,
    people: index.people,
    ledgers: index.ledgers,
    lexicon: shippedLexicon(),
    sayings: notebook.sayings(),
    segmenter: () => {
      segmenter ??= loadSegmenter()
      return segmenter
    },
  })
  const shapesByIndex = new WeakMap<LedgerIndex, ExampleShapes>()
  const shapesOf = (index: LedgerIndex, today: Day): ExampleShapes => {
    const known = shapesByIndex.get(index)
    if (known) return known
    const shapes = exampleShapes(intents, (text) => readQuestion(text, vocabularyOf(index), today).shape)
    shapesByIndex.set(index, shapes)
    return shapes
  }

  /** The one who listens may fail as well; the sender still gets a sentence. */
  const report = (error: unknown): void => {
    try {
      onError?.(error)
    } catch {
      // nobody is left to be told
    }
  }

  const isRepeat = (message: Incoming): boolean => {
    const key = JSON.stringify([message.conversation.adapter, message.conversation.id, message.id])
    if (seen.has(key)) return true
    seen.add(key)
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value as string)
    return false
  }

  const respond = async (message: Incoming): Promise<Reply> => {
    const instant = new Date(message.at)
    const today = dayOf(instant)
    const index = indexOf(store.snapshot())
    const person = message.sender === null ? 'administrator' : `user ${message.sender.id}`
    const dialogue = dialogues.at(
      `${message.conversation.adapter}:${message.conversation.id}`,
      person,
      instant.getTime(),
    )
    const reading = readQuestion(message.text, vocabularyOf(index), today)
    if (reading.text === '') return complete('unknown', notUnderstood(index))
    const access = accessOf(message)
    const context = (question: Question, tasks: IntentContext['tasks']): IntentContext => ({
      question,
      tasks,
      select: (query) => selectTasks(query, index, today, false),
      index,
      today,
      at: message.at,
      access,
      dialogue,
      intents,
      store,
      learn: (said, meant) => notebook.learn(said, meant, message.at),
    })

    const { pending } = dialogue
    dialogue.pending = null
    const answer = pending && answerPending(pending, reading, index)
    if (answer?.kind === 'choice') {
      const intent = intents.find(({ name }) => name === answer.intent)
      const question = mergeWithDialogue(reading, null, index, dialogue.ledger)
      if (intent?.choose && (intent.needs === undefined || access.administrator))
        return complete(intent.name, await intent.choose(answer.value, context(question, [])))
    }
    const question =
      answer?.kind === 'question' ? answer.question : mergeWithDialogue(reading, dialogue.last, index, dialogue.ledger)

    if (isReport(question)) return complete('unknown', notRecorded(index))
    if (isForeign(question)) return complete('unknown', notUnderstood(index))
    const intent = matchIntent(question, intents, shapesOf(index, today))
    if (!intent) return complete('unknown', notUnderstood(index))
    if (intent.needs === 'administrator' && !access.administrator) {
      return complete(intent.name, { text: '这项操作由督查室办理，您没有权限。' })
    }
    if (!(intent.aboutTasks ?? intent.asks !== undefined))
      return complete(intent.name, await intent.run(context(question, [])))
    const back = askBack(question, dialogue, index)
    if (back) return complete(intent.name, back)

    const tasks = selectTasks(question.query, index, today, intent.specific ?? false)
    const { topic } = question.query
    if (tasks.length === 0 && topic !== null && index.topics.search(topic).length === 0) {
      const missing = notFound(question)
      return missing ? complete(intent.name, missing) : complete('unknown', notUnderstood(index))
    }
    const reply = complete(intent.name, await intent.run(context(question, tasks)))
    remember(dialogue, question, reply)
    return access.phones ? reply : { ...reply, tasks: reply.tasks.map(withoutPhones) }
  }

  return {
    answer: async (message) => {
      if (!message.addressed || isRepeat(message)) return SILENT
      try {
        const reply = await respond(message)
        if (reply.intent === 'unknown' && message.text.trim() !== '')
          await notebook.notUnderstood(message.text, message.at).catch(report)
        return reply
      } catch (error) {
        if (error instanceof DubanError) return complete('unknown', { text: error.message })
        report(error)
        return complete('unknown', {
          text: '处理这条消息时出错，没有改动任何数据。请换个说法再试，或联系管理员查看日志。',
        })
      }
    },
  }
}
