import { afterEach, describe, expect, test } from '@jest/globals'
import { echoBot } from '../../helpers/echo-bot.ts'
import { impatientTimer } from '../../helpers/impatient-timer.ts'
import { memoryStore } from '../../helpers/memory-store.ts'
import { CHANNEL } from '../../helpers/slack/workspace.ts'
import { type Mode, startSlackProgram } from '../../helpers/slack-program.ts'
import { type SlackServer, startSlackServer } from '../../helpers/slack-server.ts'
import { manifestOf } from './set-up.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** The program as it is configured for Slack, with a bot that answers every question in its own words. */
const startProgram = async (mode: Mode): Promise<{ server: SlackServer; address: string; lines: string[] }> => {
  const server = await startSlackServer({ scopes: manifestOf(mode).oauth_config.scopes.bot })
  ends.push(server.close)
  const lines: string[] = []
  const { address, stop } = await startSlackProgram({
    mode,
    apiUrl: server.apiUrl,
    openStore: async () => ({
      ...memoryStore({ ledgers: [], tasks: [], groups: [], people: [] }),
      close: async () => {},
    }),
    bot: echoBot,
    clock: server.workspace.now,
    timer: impatientTimer(1_000),
    logged: (line) => lines.push(line),
  })
  ends.push(stop)
  return { server, address, lines }
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

const readiness = async (address: string): Promise<{ status: number; channels: unknown }> => {
  const response = await fetch(`${address}/readyz`)
  return { status: response.status, channels: ((await response.json()) as { channels: unknown }).channels }
}

test('a connection that is lost shows in /readyz until it is back', async () => {
  const { server, address } = await startProgram('socket')
  const slack = { name: 'slack', up: true, lastInboundAt: expect.any(String), lastMessageAt: null }
  expect(await readiness(address)).toEqual({ status: 200, channels: [slack] })
  server.sockets.refuse(true)
  server.sockets.cut()
  let lost = await readiness(address)
  while (lost.status === 200) lost = await readiness(address)
  expect(lost).toEqual({ status: 503, channels: [{ ...slack, up: false }] })
  server.sockets.refuse(false)
  await server.sockets.connected(2)
  let back = await readiness(address)
  while (back.status !== 200) back = await readiness(address)
  expect(back.channels).toEqual([slack])
})
