import type { Reply } from './reply.ts'

export interface Conversation {
  /** Name of the adapter. */
  adapter: string
  id: string
  kind: 'direct' | 'group'
}

/** One message from a channel. */
export interface Incoming {
  /** The platform's id of the message: a repeat of it is ignored. */
  id: string
  conversation: Conversation
  /** `null` is the local administrator at the terminal. */
  sender: { id: string; name?: string } | null
  /** The text with the bot's mention taken off. */
  text: string
  /** Whether it was meant for the bot: every direct message, and what mentions it in a group. */
  addressed: boolean
  /** ISO 8601 instant at which it was sent. */
  at: string
}

/** The port of every channel. Transport only: it carries messages and knows nothing of tasks. */
export interface Adapter {
  readonly name: string
  /** Resolves once the channel is up. `receive` resolves once the message has been dealt with. */
  start(receive: (message: Incoming) => Promise<void>): Promise<void>
  /** The one way out: answers and reminders alike. Resolves once the channel has taken it. */
  send(to: Conversation, reply: Reply): Promise<void>
  /** Lets what is in hand finish; safe to call twice. */
  stop(): Promise<void>
}
