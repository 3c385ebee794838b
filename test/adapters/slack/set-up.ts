import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PATH } from '../../../adapters/slack/connection/http.ts'
import type { SlackOptions } from '../../../adapters/slack/options.ts'
import { createSlack, type Slack } from '../../../adapters/slack/slack.ts'
import type { Incoming } from '../../../src/adapter.ts'
import { type ManualTimer, manualTimer } from '../../helpers/manual-timer.ts'
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackServer, startSlackServer } from '../../helpers/slack-server.ts'

export type Mode = 'socket' | 'http'

export const manifestOf = (mode: Mode) =>
  JSON.parse(readFileSync(new URL(`../../../adapters/slack/manifest.${mode}.json`, import.meta.url), 'utf8'))

/** Fast enough that a dead connection is found out within a test. */
export const FAST_PINGS = 60
/** A busy machine loses no connection. */
const PING_MS = 60_000

export interface Stage {
  slack: Slack
  server: SlackServer
  timer: ManualTimer
  /** Resolves when the bot waits for so many milliseconds. */
  waitsFor: (ms: number) => Promise<void>
  /** What the bot has been given. */
  taken: Incoming[]
  /** Everything logged, as text. */
  logged: () => string
  /** Starts the bot, which keeps what comes in. */
  start: (receive?: (message: Incoming) => Promise<void>) => Promise<void>
  /** Delivers an event; resolves when it is acknowledged, over HTTP also when it is refused. */
  tell: (payload: Record<string, unknown>, retry?: number) => Promise<unknown>
  /** Delivers a command or a press. */
  interact: (payload: Record<string, unknown>) => Promise<unknown>
  /** Where Slack calls, over HTTP. */
  url: string
}

const ends: (() => Promise<void>)[] = []

/** For afterEach: stops every bot and server of the test. */
export const closeStages = async (): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end()
}

/** Serves the bot's handler as `serve` does. */
const serveHandler = async (slack: Slack): Promise<string> => {
  const server = createServer((request, response) => slack.handler?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`
}

/** A timer's waits, with somebody who is told of each. */
const watched = (timer: ManualTimer) => {
  const waits = new Map<object, number>()
  const watchers = new Set<() => void>()
  return {
    after: (ms: number, run: () => void): (() => void) => {
      const wait = {}
      waits.set(wait, ms)
      const cancel = timer.after(ms, () => {
        waits.delete(wait)
        run()
      })
      for (const tell of watchers) tell()
      return () => {
        waits.delete(wait)
        cancel()
      }
    },
    waitsFor: async (ms: number): Promise<void> => {
      while (![...waits.values()].includes(ms))
        await new Promise<void>((resolve) => {
          watchers.add(resolve)
        })
      watchers.clear()
    },
  }
}

export const setUpSlack = async (
  mode: Mode,
  given: Partial<SlackOptions> & { scopes?: string[] } = {},
): Promise<Stage> => {
  const { scopes = manifestOf(mode).oauth_config.scopes.bot, ...options } = given
  const server = await startSlackServer({ scopes })
  ends.push(server.close)
  const timer = manualTimer()
  const { after, waitsFor } = watched(timer)
  const lines: string[] = []
  const note = (msg: string, fields: unknown = {}): void => void lines.push(`${msg} ${JSON.stringify(fields)}`)
  const slack = createSlack({
    botToken: BOT_TOKEN,
    ...(mode === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET }),
    apiUrl: server.apiUrl,
    log: { debug: note, info: note, warn: note, error: note },
    clock: () => new Date(server.workspace.now().getTime() + timer.now),
    timer: { after },
    messageForm: (written) => ({
      title: '转报',
      lead: '',
      fields: [{ label: '内容', kind: 'text', initial: written }],
    }),
    pingMs: PING_MS,
    ...options,
  } as SlackOptions)
  ends.push(() => slack.stop())
  const url = mode === 'http' ? await serveHandler(slack) : ''
  const taken: Incoming[] = []
  const keep = async (message: Incoming): Promise<void> => void taken.push(message)
  return {
    slack,
    server,
    timer,
    waitsFor,
    taken,
    logged: () => lines.join('\n'),
    start: (receive = keep) => slack.start(receive),
    tell: (payload, retry = 0) =>
      mode === 'http'
        ? server.postEvent(url, payload, retry)
        : server.sockets.deliver('events_api', payload, retry).acknowledged,
    interact: (payload) =>
      mode === 'http'
        ? server.postForm(url, payload)
        : server.sockets.deliver('command' in payload ? 'slash_commands' : 'interactive', payload).acknowledged,
    url,
  }
}
