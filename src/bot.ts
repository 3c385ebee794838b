import { entitlement } from './access/entitlement.ts'
import { type Standing, standingOf } from './access/standing.ts'
import type { Incoming } from './adapter.ts'
import { answerReading, type Common } from './answering/answer-reading.ts'
import { withoutIdleTopic } from './answering/doings.ts'
import type { AttachmentStore } from './attaching.ts'
import { broughtBy } from './brought.ts'
import { clearanceOf } from './clearance.ts'
import { type Dialogue, Dialogues } from './dialogue/dialogue.ts'
import { cardWaiting, turnAbout, whyNotPressed, withReference } from './dialogue/references.ts'
import { remindedTurn } from './dialogue/reminded.ts'
import { Turns, turnKey } from './dialogue/turns.ts'
import { type Attachment, accessNotesIn, CHANGE, type Change, type Day, dayOf, type Task } from './domain/index.ts'
import { DubanError } from './errors.ts'
import { createFileDesk } from './file-desk.ts'
import { createImportDesk } from './import-desk.ts'
import type { Intent } from './intent.ts'
import type { Invitations } from './invitations.ts'
import { exampleShapes } from './match-intent.ts'
import { IndexBuilder } from './matching/index-builder.ts'
import { indexOf } from './matching/ledger-index.ts'
import { createReader } from './matching/question-reader.ts'
import { openNotebook } from './notebook.ts'
import { noteFile, notePhones } from './noting.ts'
import { readIntroduction } from './people/read-binding.ts'
import { openDesk } from './reminders/desk.ts'
import type { Outgoing } from './reminders/records.ts'
import { referredReminder } from './reminders/referred.ts'
import { unlessBarred } from './replies/barred.ts'
import { briefReply } from './replies/brief.ts'
import { complete, SILENT } from './replies/complete.ts'
import { masked } from './replies/masked.ts'
import { notUnderstood } from './replies/not-understood.ts'
import { settledLine } from './replies/settled-line.ts'
import type { Message, Reply } from './reply.ts'
import { unfoldForm } from './reports/filled-form.ts'
import { createReceipts } from './reports/receipts.ts'
import type { Store } from './store/store.ts'
import { normalise } from './text/normalise.ts'
import type { Segmenter } from './text/segmenter.ts'
import type { FetchFile, ReadLedgers } from './uploads.ts'

/** The one core behind every channel. */
export interface Bot {
  /**
   * Answers one message. Never rejects: what goes wrong inside becomes a reply with a clear sentence, and the
   * intent `silent` with an empty text means that nothing is to be said.
   * @param fetch gets the files that came with it; without it they are not read.
   */
  answer(message: Incoming, fetch?: FetchFile): Promise<Reply>
  /**
   * Whether a message of a group that does not mention the bot answers what it has just asked its sender: a bare
   * number, 确认 or 取消. Nothing is kept of a message for which this is false.
   */
  awaits(message: Incoming): boolean
  /**
   * Builds what questions about topics need, between the answers, now and whenever the ledgers change, until `until` is
   * aborted. Without it, the first such question waits.
   */
  prepare(until: AbortSignal): void
}

/** Tells a person by id, or `administrators`, something under a key. */
export type Notify = (whom: string, message: Message, key: string) => Promise<void>

export interface BotParts {
  store: Pick<Store, 'snapshot' | 'update' | 'commit' | 'append' | 'entries'>
  /** In the order in which they are preferred. */
  intents: readonly Intent[]
  /** Called once, when a question first has words to cut. */
  loadSegmenter: () => Segmenter
  /** First administrators, `channel:id`; the local one is always there. */
  admins?: readonly string[]
  /**
   * Sends something nobody has asked for to a person (`channel:id`) or to `administrators`; what has the same key goes
   * out once. Without it nobody is told.
   */
  notify?: Notify
  /** A new code for somebody who is to become a friend (`invitations`); without it none are given out. */
  invite?: Invitations['issue'] | undefined
  /** Reads files that come with messages, apart from everything else; without it none are read. */
  readLedgers?: ReadLedgers
  /** Told once a wish about reminders is kept. */
  onWish?: () => void
  /** Keeps files that come with reports; without it none are taken. */
  attachments?: AttachmentStore
  /** Told of what should never happen; people get a sentence. */
  onError?: (error: unknown) => void
  /** Told, while a question waits for the full-text index, which share of it is built, and 1 at the end. */
  onWait?: (share: number) => void
}

/** For so long after a question back, its answer in a group needs no mention. */
const AWAITED_MS = 10 * 60_000
const AWAITED = /^(?:第?\s*[\d一二三四五六七八九十]{1,3}\s*个?|确认|取消)[。.]?$/

/** 收到, 知道了. */
const RECEIPT = /^(?:好的?[，,]?)?(?:已?收到|已阅|知悉|知道了)(?:了|[，,]?谢谢(?:领导)?)?[。.!！]*$/

const GONE_TASK = '这项任务已不在台账里，或不能在这里查询。'
const FAILED = '处理这条消息时出错，没有改动任何数据。请换个说法再试，或联系管理员查看日志。'

const personOf = ({ sender }: Incoming): string => (sender === null ? 'administrator' : `user ${sender.id}`)

/** Whether a message says who the sender is, or answers which unit was meant. */
const introduces = (text: string, { pending }: Dialogue): boolean =>
  readIntroduction(normalise(text)) !== null ||
  (pending?.purpose.kind === 'intent' && pending.purpose.name === 'bind-person')

/** Assembles the core: every message goes the same steps. */
export const createBot = (parts: BotParts): Bot => {
  const {
    store,
    intents,
    loadSegmenter,
    admins = [],
    notify = async () => {},
    readLedgers,
    attachments,
    onError,
    onWait,
    onWish,
    invite = null,
  } = parts
  const known = new Set(admins)
  const standing = (message: Incoming, today: Day): Standing =>
    standingOf(message, store.snapshot().people, known, today)
  const builder = new IndexBuilder(onWait)
  const dialogues = new Dialogues()
  const turns = new Turns()
  const notebook = openNotebook(store)
  const read = createReader({
    loadSegmenter,
    // also those a group is not bound to: it may be about to be
    ledgers: () => store.snapshot().ledgers,
    sayings: () => notebook.sayings(),
  })
  const shapes = exampleShapes(intents, (text, index, today) => read(text, index, today).shape)
  const changes = (): Change[] => store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
  const reminders = openDesk({ store, admins, ...(onWish ? { onWish } : {}) })
  const imports = createImportDesk(store, readLedgers)
  const common: Common = {
    imports,
    intents,
    store,
    reminders,
    notify,
    learn: notebook.learn,
    kept: attachments ?? null,
    endDialogues: (people) => dialogues.end(people),
    invite,
    changes,
    accesses: () => accessNotesIn(store.entries),
    nextReceipt: createReceipts(changes),
  }

  /** The one who listens may fail as well; the sender still gets a sentence. */
  const reportError = (error: unknown): void => {
    try {
      onError?.(error)
    } catch {
      // nobody is left to be told
    }
  }

  /** The reminder that a message answers, if any; asked before the dialogue knows of the message. */
  const reminderOf = (message: Incoming): Outgoing | null => {
    const { conversation } = message
    const said = [conversation, { adapter: conversation.adapter, id: conversation.id }].map(
      (place) => dialogues.peek(place, personOf(message))?.at ?? 0,
    )
    return referredReminder(reminders.outgoing(), message, Math.max(...said))
  }

  /** 收到 is a receipt: in a group, and of a reminder anywhere, it is noted and wants no answer. */
  const receipt = async (message: Incoming): Promise<boolean> => {
    if (message.unreadable !== undefined || !RECEIPT.test(message.text.trim())) return false
    const reminder = reminderOf(message)
    if (reminder === null) return message.conversation.kind === 'group'
    const { conversation, sender, at, id } = message
    const by = sender === null ? null : `${conversation.adapter}:${sender.id}`
    await reminders.receive(reminder.key, { by, message: turnKey(conversation, id), at }).catch(reportError)
    return true
  }

  const respond = async (message: Incoming, brought: readonly Attachment[] = []): Promise<Reply> => {
    const instant = new Date(message.at)
    const today = dayOf(instant)
    const reminder = reminderOf(message)
    const { conversation } = message
    // what is looked at on a page is nothing that was talked about
    const place = conversation.page ? { ...conversation, id: `${conversation.id} page` } : conversation
    const dialogue = dialogues.at(place, personOf(message), instant.getTime())
    const who = standing(message, today)
    const cleared = clearanceOf(message, store.snapshot(), who.rank !== 'guest')
    // whoever says what unit they are of is understood whatever may be told them
    const index = indexOf(introduces(message.text, dialogue) ? store.snapshot() : cleared.visible)
    void builder.use(index, today).catch(reportError)
    dialogue.level = cleared.level
    const ground = {
      dialogue,
      turns,
      aboutKey: turnKey(message.conversation, message.about ?? ''),
      reminded: () => (reminder === null ? null : remindedTurn(reminder.tasks, read('', index, today), index)),
      othersAsked: (about: string) => dialogues.othersAsked(message.conversation, personOf(message), about),
    }
    const refused = whyNotPressed(message, ground)
    if (refused !== null) return complete('outdated', { text: refused })
    const waited = cardWaiting(message, dialogue)
    const said = unfoldForm(withReference(message, ground))
    const reading = withoutIdleTopic(read(said, index, today), said, today)
    if (reading.text === '') return unlessBarred(complete('unknown', notUnderstood(index)), cleared.barred, null)
    if (message.task !== undefined) {
      if (index.placeOf(message.task) === undefined) return complete('outdated', { text: GONE_TASK })
      dialogue.last = turnAbout(message.task, reading, dialogue.last, index)
    }
    if (reading.topic !== null && !index.hasTopics) {
      await builder.wait(index)
      // the ledgers may be others by now
      return respond(message, brought)
    }
    const access = entitlement(who, message.conversation, index, cleared)
    const key = turnKey(message.conversation, message.id)
    const othersConfirm = (): boolean =>
      dialogues.othersConfirm(message.conversation, personOf(message), instant.getTime())
    const kept = [...(dialogue.files ?? []), ...brought]
    const situation = { message, key, said, attachments: kept, othersConfirm, dialogue, index, today, access }
    const answered = await answerReading(reading, situation, { common, read, shapes })
    const reply = unlessBarred(answered, cleared.barred, access.binding)
    if (reply.intent === 'report') dialogue.files = []
    if (dialogue.last !== null) turns.keep(key, dialogue.last, reply.text)
    const settled = (tasks: readonly Task[]): Pick<Reply, 'settled'> =>
      waited !== null && cardWaiting(message, dialogue) === null
        ? { settled: settledLine(waited, message.text, { name: access.actor.name, at: instant }, tasks) }
        : {}
    if (isTooMuch(reply, cleared.briefly))
      return { ...complete(reply.intent, briefReply(reply, today)), ...settled([]) }
    const shown = { ...reply, ...settled(reply.tasks) }
    if (!access.phones(reply.tasks)) return masked(shown, index)
    await notePhones(store, message, reply)
    return { ...shown, phones: true }
  }

  /** Whether a reply tells more than the group may carry; what an administrator settles there shows no task. */
  const isTooMuch = ({ tasks, intent }: Reply, briefly: ReadonlySet<string>): boolean => {
    if (briefly.size === 0) return false
    if (tasks.length > 0) return tasks.some((task) => briefly.has(task.ledgerId))
    return intents.find(({ name }) => name === intent)?.needs !== 'administrator'
  }

  const answerFiles = createFileDesk({
    imports,
    attachments,
    notify,
    reportError,
    standingOf: (message) => standing(message, dayOf(new Date(message.at))),
    waiting: (message) => dialogues.peek(message.conversation, personOf(message)),
    dialogueAt: (message) => dialogues.at(message.conversation, personOf(message), Date.parse(message.at)),
    respond,
  })

  const awaits = (message: Incoming): boolean => {
    if (!AWAITED.test(message.text.trim())) return false
    const dialogue = dialogues.peek(message.conversation, personOf(message))
    return dialogue?.pending != null && Date.parse(message.at) - dialogue.at <= AWAITED_MS
  }

  return {
    awaits,
    prepare: (until) => {
      builder.keepReady(until)
      void builder.use(indexOf(store.snapshot()), null).catch(reportError)
    },
    answer: async (message, fetch) => {
      const group = message.conversation.kind === 'group'
      if (!message.addressed && !awaits(message)) return SILENT
      if (group && message.unreadable !== undefined) return SILENT
      const brought = broughtBy(message, fetch)
      if (message.unreadable !== undefined && !brought)
        return complete('unknown', { text: '目前只能读文字和文件，请用文字说明。' })
      try {
        if (await receipt(message)) return SILENT
        if (brought) return await answerFiles(message, brought)
        const reply = await respond(message)
        if (reply.file) await noteFile(store, message, reply)
        if (reply.intent === 'unknown' && message.text.trim() !== '')
          await notebook.notUnderstood(message.text, message.at).catch(reportError)
        return reply
      } catch (error) {
        if (error instanceof DubanError) return complete('unknown', { text: error.message })
        reportError(error)
        return complete('unknown', { text: FAILED })
      }
    },
  }
}
