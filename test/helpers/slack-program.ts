import type { Bot } from '../../src/bot.ts'
import { createChannels } from '../../src/channels.ts'
import { serve } from '../../src/cli/serve.ts'
import type { Channel } from '../../src/cli/services.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/store/store.ts'
import type { Timer } from '../../src/timer.ts'
import { testServices } from './services.ts'
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from './slack-server.ts'

export type Mode = 'socket' | 'http'

export interface SlackProgramOptions {
  mode: Mode
  /** Where Slack is. */
  apiUrl: string
  openStore: () => Promise<Store>
  bot: Bot
  clock: () => Date
  timer: Timer
  /** What stands between the program and its channel. */
  around?: (channel: Channel) => Channel
  /** Told of every line that is logged. */
  logged?: (line: string) => void
}

export interface SlackProgram {
  /** `http://host:port`. */
  readonly address: string
  /** As SIGTERM does. */
  stop(): Promise<void>
}

/** The program as it is configured for Slack, in this process; resolves once it is ready. */
export const startSlackProgram = (options: SlackProgramOptions): Promise<SlackProgram> => {
  const { mode, apiUrl, openStore, bot, clock, timer, around = (channel) => channel, logged = () => {} } = options
  const interruption = new AbortController()
  const { config } = readConfig({
    PORT: '0',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    SLACK_API_URL: apiUrl,
  })
  return new Promise((resolve, reject) => {
    const log = createLog(
      'info',
      (line) => {
        logged(line)
        const { msg, address } = JSON.parse(line)
        if (msg !== 'ready') return
        resolve({
          address,
          stop: async () => {
            interruption.abort()
            await ended
          },
        })
      },
      clock,
    )
    const services = testServices({
      config,
      log,
      timer,
      random: () => 1,
      onInterrupt: () => interruption.signal,
      openStore,
      assemble: async () => bot,
      createChannels: async (given) =>
        (await createChannels(config, given, { log, random: () => 0, show: () => {}, environment: {} })).map(around),
    })
    const ended = serve({ services, dataDir: '', clock, json: false, print: () => {} })
    ended.catch(reject)
  })
}
