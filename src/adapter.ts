import type { Message } from './reply.ts'

export interface Conversation {
  /** Name of the adapter. */
  adapter: string
  /** The platform's id of the room, channel or direct conversation. */
  id: string
  kind: 'direct' | 'group'
  /** The branch of a group's talk that answers belong to (Slack's thread), where the platform has such. */
  thread?: string
  /** It is shown to `only` on the bot's own page, in the place of what stood there, and is no talk. */
  page?: true
  /** Where what is sent may be seen by this one person only, though it appears in a group: their id. */
  only?: string
}

/** A file that came with a message; its bytes are fetched when somebody wants them. */
export interface IncomingFile {
  /** As the sender called it. */
  name: string
  /** In bytes, where the platform says so. */
  size: number | null
  /** What the adapter needs to fetch it, also after a restart. */
  ref: string
}

/** What is not text and cannot be read. */
export type Unreadable = 'voice' | 'image' | 'video' | 'sticker' | 'card' | 'forwarded' | 'location'

/** One message from a channel. */
export interface Incoming {
  /** The platform's id of the message: a repeat of it in the same conversation is ignored. */
  id: string
  /** The platform's id of this delivery, where it has one: a repeat of that is ignored as well. */
  deliveryId?: string
  conversation: Conversation
  /** `null` is the local administrator at the terminal. */
  sender: { id: string; name?: string } | null
  /** The text with the bot's mention taken off. */
  text: string
  /** Whether it was meant for the bot: every direct message, and what mentions it in a group. */
  addressed: boolean
  /** ISO 8601 instant at which it was sent. */
  at: string
  /** Reacts to the answer that was given to this earlier message: a button below it was pressed. */
  about?: string
  /**
   * Of a button or form, as `ReplyAction` had them: the task or the person that is meant, and what of the earlier
   * answer it hangs on.
   */
  task?: string
  person?: string
  refers?: 'question' | 'answer'
  /** Text of the message that it quotes, where the platform gives nothing better than the text. */
  quoted?: string
  files?: readonly IncomingFile[]
  /**
   * The platform's ids do not hold beyond one login, so that nobody knows who this is or which group: only what is
   * public may be told.
   */
  unverified?: true
  /** Set where the message is something else than text and files; `text` is then empty. */
  unreadable?: Unreadable
}

/** One message on its way out, over all attempts to send it. */
export interface Delivery {
  /** Unique to the message and the same at every attempt: a channel that can tells the platform. */
  readonly key: string
  /** Id of the message that it answers, as `Incoming` had it; null where nobody asked. */
  readonly answers: string | null
  /**
   * Whether an earlier attempt may have arrived without our knowing. A channel that can looks first whether the
   * platform has it.
   */
  readonly again: boolean
  /** So many parts of it are known to have arrived: what is long goes out in several. */
  readonly partsDone: number
  /** Told after each part that the platform has taken, but the last; resolves once that is on disk. */
  partDone(): Promise<void>
}

/**
 * Why a message could not be sent. Everything else that `send` rejects with counts as `unknown`.
 *
 * - `not-sent`: the platform has certainly not taken it (429, 5xx before posting, no connection); try again, not
 *   before `retryAfterMs` where it is given. Only this conversation waits.
 * - `unknown`: it may have arrived (the answer was lost); try again with `again` set.
 * - `refused`: it will never be taken (no such channel, the bot is no member); it is given up and told.
 */
export class SendError extends Error {
  readonly outcome: 'not-sent' | 'unknown' | 'refused'
  readonly retryAfterMs: number | null

  constructor(outcome: SendError['outcome'], message: string, options?: { cause?: unknown; retryAfterMs?: number }) {
    super(message, options)
    this.name = 'SendError'
    this.outcome = outcome
    this.retryAfterMs = options?.retryAfterMs ?? null
  }
}

/** `receive` takes no more, for the program is about to end. Nothing is wrong: what comes again later will be taken. */
export class ClosingError extends Error {
  constructor() {
    super('closing: the platform is to deliver the message again')
    this.name = 'ClosingError'
  }
}

/** The port of every channel. Transport only: it carries messages and knows nothing of tasks. */
export interface Adapter {
  readonly name: string
  /**
   * Resolves once the channel is up. `receive` resolves once the message is in safe hands and may be acknowledged to
   * the platform: it is on disk, or was a repeat, or needs no answer. It rejects where it could not be kept, and
   * with a ClosingError while the program ends; then it must not be acknowledged, so that the platform delivers it again.
   */
  start(receive: (message: Incoming) => Promise<void>): Promise<void>
  /**
   * The one way out: answers and reminders alike. Resolves once the platform has taken it.
   * @throws SendError
   */
  send(to: Conversation, message: Message, delivery: Delivery): Promise<void>
  /**
   * Takes a message back that was sent under a key: true where nobody sees it any more, false where the platform cannot
   * or no longer has it.
   * @throws SendError where it is not known
   */
  recall(to: Conversation, key: string): Promise<boolean>
  /**
   * The bytes of a file that came with a message.
   * @throws DubanError `file-missing`, `file-too-large`, with a sentence for the sender
   */
  fetch(file: IncomingFile): Promise<Uint8Array>
  /** Takes no more, lets what is in hand finish; safe to call twice. */
  stop(): Promise<void>
}
