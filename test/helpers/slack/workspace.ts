import type { AnyBlock, View } from './limits.ts'

export const TEAM = 'T0HOME'
export const BOT_USER = 'U0BOT'
export const BOT_ID = 'B0BOT'
/** A person, the conversation she has with the bot, and a channel that both are in. */
export const ALICE = 'U0ALICE'
export const ALICE_DM = 'D0ALICE'
export const CHANNEL = 'C0GROUP'

/** The day on which it plays: 6 May 2024, nine in the morning in Beijing. */
export const START = Date.UTC(2024, 4, 6, 1)

export interface StoredMessage {
  ts: string
  user: string
  bot_id?: string
  text: string
  thread_ts?: string
  blocks?: AnyBlock[]
  metadata?: { event_type: string; event_payload: { key: string; part: number } }
  files?: { id: string; name: string }[]
}

export interface StoredFile {
  id: string
  name: string
  mimetype: string
  bytes: Uint8Array
  /** As files.info gives it, where it is not the server's own. */
  url?: string
  /** Type that the server says it is, where it lies. */
  served?: string
  /** Where the server sends whoever wants it. */
  redirect?: string
}

/** What the bot has posted. */
export interface Posted extends StoredMessage {
  channel: string
  /** The one person who sees it. */
  only?: string
}

/** What there is in a Slack workspace: channels with their messages, and files. */
export const createWorkspace = () => {
  const channels = new Map<string, StoredMessage[]>([
    [ALICE_DM, []],
    [CHANNEL, []],
  ])
  const files = new Map<string, StoredFile>()
  const posts: Posted[] = []
  const modals: (View & { id: string })[] = []
  const pages = new Map<string, { blocks: AnyBlock[]; private_metadata?: string }>()
  let count = 0

  const nextTs = (): string => `${START / 1000 + ++count}.000100`
  const messagesOf = (channel: string): StoredMessage[] => {
    const messages = channels.get(channel)
    if (!messages) throw new Error(`there is no channel ${channel}`)
    return messages
  }

  return {
    channels,
    files,
    posts,
    /** Forms that were opened, in order. */
    modals,
    /** What stands on the bot's own page, by person. */
    pages,
    nextTs,
    now: () => new Date(START + count * 1000),
    /** Keeps a message in its channel; a person's id stands for the conversation with that person. */
    add: (channel: string, message: Omit<StoredMessage, 'ts'>): StoredMessage => {
      const stored = { ...message, ts: nextTs() }
      messagesOf(channel).push(stored)
      return stored
    },
    /** Whether there was such a message. */
    remove: (channel: string, ts: string): boolean => {
      const messages = messagesOf(channel)
      const at = messages.findIndex((message) => message.ts === ts)
      if (at >= 0) messages.splice(at, 1)
      return at >= 0
    },
    /** Whether there is such a message to be changed. */
    change: (channel: string, ts: string, content: Pick<StoredMessage, 'text' | 'blocks'>): boolean => {
      const message = messagesOf(channel).find((one) => one.ts === ts)
      Object.assign(message ?? {}, content)
      return message !== undefined
    },
    /** Newest first, without what stands in threads. */
    history: (channel: string): StoredMessage[] =>
      messagesOf(channel)
        .filter(({ ts, thread_ts: thread }) => thread === undefined || thread === ts)
        .reverse(),
    /** Oldest first, the message that the thread hangs on included. */
    replies: (channel: string, thread: string): StoredMessage[] =>
      messagesOf(channel).filter(({ ts, thread_ts }) => ts === thread || thread_ts === thread),
  }
}

export type Workspace = ReturnType<typeof createWorkspace>
