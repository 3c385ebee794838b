import { afterEach, describe, expect, test } from '@jest/globals'
import { createChannels } from '../../../src/channels.ts'
import { serve } from '../../../src/cli/serve.ts'
import { readConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import type { Timer } from '../../../src/timer.ts'
import { memoryStore } from '../../helpers/memory-store.ts'
import { testServices } from '../../helpers/services.ts'
import { CHANNEL } from '../../helpers/slack/workspace.ts'
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, type SlackServer, startSlackServer } from '../../helpers/slack-server.ts'
import { replyOf } from '../contract.ts'
import { type Mode, manifestOf } from './set-up.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Short waits are over at once, the long ones that guard against what does not happen here never. */
const impatient: Timer = {
  after: (ms, run) => {
    const wait = ms <= 1_000 ? setImmediate(run) : undefined
    return () => clearImmediate(wait)
  },
}

/** The program as it is configured for Slack, with a bot that answers every question with a list. */
const startProgram = async (mode: Mode): Promise<{ server: SlackServer; address: string; lines: string[] }> => {
  const server = await startSlackServer({ scopes: manifestOf(mode).oauth_config.scopes.bot })
  ends.push(server.close)
  const interruption = new AbortController()
  const lines: string[] = []
  const { config } = readConfig({
    PORT: '0',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    SLACK_API_URL: server.apiUrl,
  })
  const clock = server.workspace.now
  const ready = new Promise<string>((resolve) => {
    const log = createLog(
      'info',
      (line) => {
        lines.push(line)
        const { msg, address } = JSON.parse(line)
        if (msg === 'ready') resolve(address)
      },
      clock,
    )
    const services = testServices({
      config,
      log,
      timer: impatient,
      onInterrupt: () => interruption.signal,
      openStore: async () => ({
        ...memoryStore({ ledgers: [], tasks: [], groups: [], people: [] }),
        close: async () => {},
      }),
      assemble: async () => ({
        answer: async ({ text }) => replyOf(`答${text}`),
        awaits: () => false,
        prepare: () => {},
      }),
      createChannels: (options) =>
        createChannels(config, options, { log, random: () => 0, show: () => {}, environment: {} }),
    })
    const ended = serve({ services, dataDir: '/data', clock, json: false, print: () => {} })
    ends.push(async () => {
      interruption.abort()
      await ended
    })
  })
  return { server, address: await ready, lines }
}

describe.each<Mode>(['socket', 'http'])('the program with Slack over %s', (mode) => {
  test('answers a mention once in its thread, however often it is delivered', async () => {
    const { server, address, lines } = await startProgram(mode)
    const deliver = (payload: unknown, retry = 0): Promise<unknown> =>
      mode === 'http'
        ? server.postEvent(`${address}/slack/events`, payload, retry)
        : server.sockets.deliver('events_api', payload, retry).acknowledged
    const [mention, message] = server.payloads.mention('第3项谁牵头')
    for (const retry of [0, 1, 2]) {
      await deliver(mention, retry)
      await deliver(message, retry)
    }
    await server.posted(1)
    await deliver(server.payloads.direct('更多'))
    await server.posted(2)
    expect(server.posts.map(({ channel, text }) => [channel, text])).toEqual([
      [CHANNEL, '答第3项谁牵头'],
      ['D0ALICE', '答更多'],
    ])
    expect(server.posts[0]?.thread_ts).toBe(server.workspace.channels.get(CHANNEL)?.[0]?.ts)
    expect(lines.join('')).not.toMatch(/第3项|xoxb|xapp|secret-for/)
  })

  test('an answer whose taking was not told is looked for and not sent twice', async () => {
    const { server, address } = await startProgram(mode)
    server.fault({ method: 'chat.postMessage', how: 'lose-answer' })
    for (const text of ['更多', '帮助']) {
      const payload = server.payloads.direct(text)
      if (mode === 'http') await server.postEvent(`${address}/slack/events`, payload)
      else await server.sockets.deliver('events_api', payload).acknowledged
    }
    await server.posted(2)
    expect(server.posts.map(({ text }) => text)).toEqual(['答更多', '答帮助'])
    expect(server.calls.map(({ method }) => method)).toContain('conversations.history')
  })
})
