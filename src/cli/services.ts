import type { Adapter, Conversation } from '../adapter.ts'
import type { Bot, Notify } from '../bot.ts'
import type { Config, ConfigProblem } from '../config.ts'
import type { ReadLedger } from '../importing/document.ts'
import type { FileContents } from '../importing/import-file.ts'
import type { OnReading } from '../importing/worker/read-ledgers.ts'
import type { Invitations } from '../invitations.ts'
import type { Log } from '../log.ts'
import type { Message, ReplyFile } from '../reply.ts'
import type { RequestHandler } from '../serving/http-server.ts'
import type { BackupInfo, Restored, Store, StoreInspection, StoreView } from '../store/index.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Timer } from '../timer.ts'

export type Clock = () => Date

/** A channel of `serve`, with what it wants of the HTTP server. */
export interface Channel {
  adapter: Adapter
  /** Path at which the platform posts, and who takes it; null where it needs none. */
  path: string | null
  handler: RequestHandler | null
  /** Whether messages come through now; left out where having been started means that. */
  isUp?: () => boolean
  /** ISO 8601 instant at which the platform last gave a sign of life, be it not for the bot; null before the first. */
  lastInboundAt?: () => string | null
  /** Looks whether it could come up, for `doctor`, without starting it. */
  check(): Promise<ChannelFinding[]>
}

export interface ChannelFinding {
  level: 'ok' | 'warning' | 'error'
  /** In Chinese: what was found and what to do. */
  message: string
}

export interface ChannelOptions {
  dataDir: string
  clock: Clock
  timer: Timer
  /** Tells the administrators through another channel. */
  alarm: (text: string) => void
  /** Whether an administrator has vouched for a person, `channel:id`. */
  isOnRoster: (id: string) => boolean
  /** Whether words have a code in them that an administrator has given out; it is then that person's. */
  redeem: (words: string, person: string) => Promise<boolean>
  /** Told of somebody new who can be written to, `channel:id`, and what they are called, which proves nothing. */
  befriended: (person: string, name: string) => Promise<void>
}

/** The streams of a process, handed in so that a test can be the user. */
export interface Streams {
  input: NodeJS.ReadableStream & AsyncIterable<Uint8Array | string> & { isTTY?: boolean; destroy(): unknown }
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  errors: NodeJS.WritableStream
}

export interface TerminalOptions {
  streams: Streams
  clock: Clock
  newId: () => string
  /** Printed before the first prompt. */
  greeting: string
  /** Keeps a file that came with an answer; returns where, as people are told. */
  saveFile: (file: ReplyFile) => string
  /** Where the lines typed before are kept; null keeps none. */
  historyFile: string | null
}

/** What a bot has beside its store. */
export interface BotListeners {
  notify?: Notify
  invite?: Invitations['issue']
  /** The data folder, where files that come with reports are kept; without it none are taken. */
  attachmentsIn?: string
  /** Told, while a question waits for the full-text index, which share of it is built, and 1 at the end. */
  onWait?: (share: number) => void
  /** Told once a wish about reminders is kept. */
  onWish?: () => void
}

/** A terminal is an adapter with an end: the person leaves, or the input is used up. */
export interface Terminal extends Adapter {
  send(to: Conversation, message: Message): Promise<void>
  readonly finished: Promise<void>
}

/**
 * What the commands need and only `main` may choose. Everything heavy is loaded when it is first asked for, so that
 * `when` and `export` start fast.
 */
export interface Services {
  config: Config
  configProblems: readonly ConfigProblem[]
  version: string
  streams: Streams
  log: Log
  /** The real clock; `--now` replaces it. */
  clock: Clock
  newId: () => string
  timer: Timer
  /** Runs something every minute; the function returned calls it off. */
  everyMinute(run: () => void): Promise<() => void>
  /** Ends the process within so many milliseconds, though something may still hold it. */
  endWithin(ms: number): void
  /** From 0 to 1. */
  random: () => number
  /** From then on nothing that is thrown and caught by nobody ends the process. */
  onUnexpected(report: (error: unknown) => void): void
  /** Whether files can be written in a folder. */
  isWritable(dir: string): boolean
  /** Those that are configured. */
  createChannels(options: ChannelOptions): Promise<Channel[]>
  /**
   * From the first call on, SIGINT and SIGTERM abort the signal instead of ending the process; so does a reader of
   * standard output that has gone away.
   */
  onInterrupt(): AbortSignal
  /** Folder of the ledgers to try it on. */
  samplesDir: string
  /** What is in files, read apart from everything else; the first that cannot be read is thrown as a DubanError. */
  readLedgers(files: readonly FileContents[], onReading?: OnReading): Promise<ReadLedger[]>
  /** For writing: there is one writer a folder. */
  openStore(dir: string, clock: Clock): Promise<Store>
  /** As it stands, without the lock. */
  readStore(dir: string): Promise<StoreView>
  inspectStore(dir: string): Promise<StoreInspection>
  /** The last good copies, newest first. */
  listBackups(dir: string): Promise<readonly BackupInfo[]>
  /** @param name of a copy; without it the newest good one, and only where the store is damaged or gone. */
  restore(dir: string, name: string | undefined, clock: Clock): Promise<Restored>
  loadSegmenter(): Promise<Segmenter>
  /** A bot on a store; on one that is only read it answers and changes nothing. */
  assemble(store: Store | StoreView, listeners?: BotListeners): Promise<Bot>
  createTerminal(options: TerminalOptions): Promise<Terminal>
}
