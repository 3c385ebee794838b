import type { ReplyForm } from '../../src/reply.ts'

/** Takes what happens; never a message's text or a token. */
export type SlackLog = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (msg: string, fields?: Readonly<Record<string, unknown>>) => void>
>

/** Runs once after so many milliseconds; the function returned calls it off. */
export interface SlackTimer {
  after(ms: number, run: () => void): () => void
}

interface CommonOptions {
  /** `xoxb-…`, of an app made from one of the manifests beside this file. */
  botToken: string
  /** Base address of the Web API, for a proxy; Slack's own where it is left out. */
  apiUrl?: string
  log: SlackLog
  clock: () => Date
  timer: SlackTimer
  /** The form in which a message that somebody chooses becomes a report. */
  messageForm: (written: string) => ReplyForm
  /** How often the open socket is pinged and how soon a pong must come, in milliseconds. */
  pingMs?: number
}

/** `xapp-…` of the app: Slack is called, which needs no address that it could reach. */
export interface SocketOptions extends CommonOptions {
  appToken: string
}

/** Signing secret of the app: Slack calls, at `/slack/events` of an address that it can reach. */
export interface HttpOptions extends CommonOptions {
  signingSecret: string
}

export type SlackOptions = SocketOptions | HttpOptions

/** Who the bot is in Slack. */
export interface Home {
  teamId: string
  /** `U…`, as people mention it. */
  botUserId: string
  /** `B…`, as its own messages carry it. */
  botId: string
}
