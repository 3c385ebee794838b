import type { impls } from 'wechaty-puppet'

export type Puppet = impls.PuppetInterface

/** Where waiting comes from. */
export interface Timer {
  /** Runs once after so many milliseconds; the function returned calls it off. */
  after(ms: number, run: () => void): () => void
}

type LogMethod = (msg: string, fields?: Readonly<Record<string, unknown>>) => void

/** Takes no text of messages and no names of people. */
export type WechatLog = Readonly<Record<'debug' | 'info' | 'warn' | 'error', LogMethod>>

/** Somebody who asks to be a friend. */
export interface FriendRequest {
  /** The name they show; it proves nothing. */
  name: string
  /** What they wrote with the request: a code of the administrator, where they were given one. */
  hello: string
  contactId: string
}

export interface WechatOptions {
  /** Name of the puppet's package, loaded when the channel starts; or the puppet itself. */
  puppet: string | Puppet
  /** The environment: a puppet's own keys (`WECHATY_PUPPET_SERVICE_TOKEN` …) are taken from it. */
  keys?: Readonly<Record<string, string | undefined>>
  /** Whether ids outlast a login, for a puppet that this adapter does not know; see `puppets.ts`. */
  stableIds?: boolean
  /** Folder of the session, for nobody else to read. */
  folder: string
  /** Rooms it answers in, by topic or id; none where it is empty. */
  rooms: readonly string[]
  /** The configured name, without @. */
  botName: string
  /** Whether the core knows who asks: on the roster, or with a code of the administrator. */
  mayBefriend: (request: FriendRequest) => boolean | Promise<boolean>
  /** Told of a new friend, with the id by which their messages will come. */
  befriended?: (friend: FriendRequest & { senderId: string }) => Promise<void> | void
  /** Tells the administrators through another channel. */
  alarm: (text: string) => Promise<void> | void
  /** Takes what the operator is to see at the terminal: standard error. */
  show: (text: string) => void
  log: WechatLog
  clock: () => Date
  timer: Timer
  /** From 0 to 1. */
  random: () => number
}
