import type { Action, Rank } from './access/permissions.ts'
import type { Incoming } from './adapter.ts'
import type { Dialogue } from './dialogue/dialogue.ts'
import type { Question } from './dialogue/question.ts'
import type { AccessNote, Actor, Attachment, Change, Day, Person, Task } from './domain/index.ts'
import type { SpokenEdit } from './editing/spoken-edit.ts'
import type { ImportDesk } from './import-desk.ts'
import type { LedgerIndex } from './matching/ledger-index.ts'
import type { Query } from './matching/query.ts'
import type { Ask } from './matching/reading.ts'
import type { Introduction } from './people/read-binding.ts'
import type { Management } from './people/read-management.ts'
import type { ReminderDesk } from './reminders/desk.ts'
import type { SpokenWish } from './reminders/read-wish.ts'
import type { Setting } from './reminders/settings.ts'
import type { Message, Reply } from './reply.ts'
import type { Decision } from './reports/read-decision.ts'
import type { SpokenReport } from './reports/read-report.ts'
import type { Store } from './store/store.ts'

/** What the sender may see and do, here and now. */
export interface Access {
  /** 督查室: may settle and change things. */
  administrator: boolean
  rank: Rank
  /** How the sender's binding stands; null where there is none. */
  binding: Person['state'] | null
  /** Who it is, for the history. */
  actor: Actor
  /** Units the sender speaks for. */
  units: readonly string[]
  /** Whether something may be done with a task, by the table of roles. */
  may: (action: Action, task: Task) => boolean
  /**
   * Whether a task may stand in an overdue list here: in a group those of one's own units, others only for whom the table
   * of roles lets see them or where 群内通报 is on.
   */
  late: (task: Task) => boolean
  /** Whole phone numbers of these tasks: only where nobody else reads them, and only to somebody entitled. */
  phones: (tasks: readonly Task[]) => boolean
  /** Nobody else reads the answer. */
  alone: boolean
}

/** Everything an intent may work with. It gets tasks that are already found; it reads no text. */
export interface IntentContext {
  question: Question
  /** The tasks the question means, closest or first ones first. */
  tasks: readonly Task[]
  /** The tasks of another query. */
  select: (query: Query, specific?: boolean) => readonly Task[]
  /** How many tasks another query means, for what an answer mentions beside its own. */
  count: (query: Query) => number
  index: LedgerIndex
  today: Day
  /** The instant of the message, ISO 8601. */
  at: string
  access: Access
  /** Where and from whom the message came. */
  origin: Pick<Incoming, 'conversation' | 'sender' | 'task' | 'person'>
  dialogue: Dialogue
  /** The other intents, for 帮助. */
  intents: readonly Intent[]
  store: Pick<Store, 'snapshot' | 'update' | 'commit'>
  /** What the message reports, where it does. */
  report: SpokenReport | null
  /** What it decides on something that waits, where it does. */
  decision: Decision | null
  /** What of the ledger itself it changes, where it does. */
  edit: SpokenEdit | null
  /** Who the sender says they are, where they do. */
  introduction: Introduction | null
  /** What is wished of reminders, where the message does. */
  wish: SpokenWish | null
  /** What people have wished of reminders, what is planned and what went out. */
  reminders: ReminderDesk
  /** Key of the reminder below which it was said, where it was. */
  about: string | null
  /** Keeps what the sender wishes; resolves once it is on disk. */
  keepWish: (set: Setting) => Promise<void>
  /** What is said about people and what they may do, where it is. */
  management: Management | null
  /** Tells somebody on their own channel: a person by id, or every administrator. Resolves once it is on its way. */
  notify: (whom: string, message: Message) => Promise<void>
  /** The message's own words, with what it refers to put before them. */
  said: string
  /** Files that came with the message, kept already. */
  attachments: readonly Attachment[]
  /** The files that came with earlier reports; null where none are kept. */
  kept: { read(file: string): Promise<Uint8Array | null>; remove(file: string): Promise<void> } | null
  /** Whether somebody else in the conversation is waited for to confirm something. */
  othersConfirm: () => boolean
  /** The next number under which something is received today. */
  nextReceipt: () => string
  /** Tasks that words name, only the closest. */
  named: (words: string) => readonly Task[]
  /** Names the message: what it changes, it changes once. */
  messageKey: string
  /** The audit trail, oldest first. */
  changes: () => readonly Change[]
  /** Files that wait to be taken over, and the last import. */
  imports: ImportDesk
  /** A new code for somebody who is to become a friend, on disk when it resolves; null where none are given out. */
  invite: (() => Promise<string>) | null
  /** Who has read whole phone numbers, and who was given tasks in a file; oldest first. */
  accesses: () => readonly AccessNote[]
  /** Ends the open dialogues of people (`channel:id`): nothing is waited for from them any more. */
  endDialogues: (people: readonly string[]) => void
  /** Learns a saying of the office, for this and every later conversation. */
  learn: (said: string, meant: string) => Promise<void>
}

/** The headings of 帮助, in their order. */
export const HELP_TOPICS = ['查询', '报送', '提醒', '督查室'] as const
export type HelpTopic = (typeof HELP_TOPICS)[number]

/** One thing the assistant can do: data, and a function that makes the reply. */
export interface Intent {
  /** Kebab-case; what `intent` says in the reply. */
  readonly name: string
  /** Its line in 帮助. */
  readonly summary: string
  /**
   * Sentences as users would say them. They are printed in 帮助, messages are compared with them, and each is a test.
   */
  readonly examples: readonly string[]
  /** Under which heading 帮助 shows it; 督查室 where it is left out and needs an administrator, else 查询. */
  readonly topic?: HelpTopic
  /** What it answers, where a cue word can tell; an intent without any is found by its examples alone. */
  readonly asks?: readonly Ask[]
  /** A further condition on what is asked, for intents that share a cue. */
  readonly when?: (question: Question) => boolean
  /** Who may use it; everybody where it is left out. */
  readonly needs?: 'administrator'
  /** What others are told, where there is more to say than that it is not theirs. */
  readonly denied?: (context: IntentContext) => string
  /** False for what is not about tasks (帮助): nothing is looked up, and nothing has to be settled, before it runs. */
  readonly aboutTasks?: boolean
  /** It answers what was said beside the matter (谢谢): 帮助 leaves it out, and a question asked back still waits. */
  readonly aside?: boolean
  /** Whether it wants the closest fits to a topic only (谁负责), not every task that speaks of it. */
  readonly specific?: boolean
  /** Makes the reply. What goes wrong is thrown as a DubanError; the bot turns it into a sentence. */
  readonly run: (context: IntentContext) => Partial<Reply> | Promise<Partial<Reply>>
  /** Carries out the choice made in answer to numbered choices that this intent has left in `dialogue.pending`. */
  readonly choose?: (value: string, context: IntentContext) => Partial<Reply> | Promise<Partial<Reply>>
}

/** Declares an intent. Only a name for readers and the type checker; intents are plain values. */
export const defineIntent = (intent: Intent): Intent => intent
