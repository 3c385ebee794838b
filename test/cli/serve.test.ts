import { request } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Bot } from '../../src/bot.ts'
import { serve } from '../../src/cli/serve.ts'
import type { Channel, ChannelOptions, Services } from '../../src/cli/services.ts'
import { readConfig } from '../../src/config.ts'
import { DubanError } from '../../src/errors.ts'
import type { Invitations } from '../../src/invitations.ts'
import { createLog } from '../../src/log.ts'
import { settingEntry } from '../../src/reminders/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { replyOf } from '../adapters/contract.ts'
import { settle } from '../helpers/manual-timer.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { incoming, scriptedChannel } from '../helpers/scripted-channel.ts'
import { testServices } from '../helpers/services.ts'
import { due, ENABLED, ledger, person, task } from '../reminders/samples.ts'

const echo: Bot = { answer: async ({ text }) => replyOf(`答${text}`), awaits: () => false, prepare: () => {} }

const running: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()))
})

interface Line {
  msg: string
  address?: string
  [field: string]: unknown
}

/** `serve` with the channels of a test; resolves once it is ready. */
const start = async (channels: readonly Channel[], given: Partial<Services> = {}) => {
  const interruption = new AbortController()
  const lines: Line[] = []
  let onReady: (address: string) => void = () => {}
  const ready = new Promise<string>((resolve) => {
    onReady = resolve
  })
  let closed = false
  const store: Store = {
    ...memoryStore({ ledgers: [], tasks: [], groups: [], people: [] }),
    close: async () => {
      closed = true
    },
  }
  const clock = () => new Date('2024-05-06T09:00:00+08:00')
  const services = testServices({
    config: readConfig({ PORT: '0', DUBAN_ADMINS: 'slack:UADMIN' }).config,
    log: createLog(
      'info',
      (text) => {
        const line = JSON.parse(text) as Line
        lines.push(line)
        if (line.msg === 'ready') onReady(line.address ?? '')
      },
      clock,
    ),
    onInterrupt: () => interruption.signal,
    openStore: async () => store,
    assemble: async () => echo,
    createChannels: async () => [...channels],
    ...given,
  })
  const context = { services, dataDir: '/data', clock, json: false, print: () => {} }
  const ended = serve(context)
  running.push(async () => {
    interruption.abort()
    await ended.catch(() => {})
  })
  return { ended, ready, lines, stop: () => interruption.abort(), isClosed: () => closed }
}

const channelOf = (adapter: Channel['adapter'], more: Partial<Channel> = {}): Channel => ({
  adapter,
  path: null,
  handler: null,
  check: async () => [],
  ...more,
})

const get = (url: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    request(url, { agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
      .on('error', reject)
      .end()
  })

describe('serve', () => {
  test('says that it is ready, with its channels and address; answers; ends when asked to', async () => {
    const slack = scriptedChannel()
    const ends: number[] = []
    const endWithin = (ms: number): void => void ends.push(ms)
    const { ready, ended, stop, lines, isClosed } = await start([channelOf(slack.adapter)], { endWithin })
    expect(await ready).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(lines.find(({ msg }) => msg === 'ready')).toMatchObject({ channels: ['slack'] })
    await slack.deliver(incoming('1', '甲'))
    await settle()
    expect(slack.posted).toEqual(['答甲'])
    stop()
    await ended
    expect(isClosed()).toBe(true)
    // whatever a channel still holds on to
    expect(ends).toHaveLength(1)
  })

  test('takes for a friend whoever brings a code of an administrator, once', async () => {
    let given: ChannelOptions | undefined
    let issue: Invitations['issue'] | undefined
    const [slack, wechat] = [scriptedChannel(), scriptedChannel('wechat')]
    const { ready } = await start([], {
      createChannels: async (options) => {
        given = options
        return [channelOf(slack.adapter), channelOf(wechat.adapter)]
      },
      assemble: async (_store, listeners) => {
        issue = listeners?.invite
        return echo
      },
    })
    await ready
    const code = (await issue?.('slack:UADMIN', new Date('2024-05-06T09:00:00+08:00'))) ?? ''
    expect(await given?.redeem('加我', 'wechat:a')).toBe(false)
    expect(await given?.redeem(`码${code}`, 'wechat:a')).toBe(true)
    expect(await given?.redeem(`码${code}`, 'wechat:b')).toBe(false)
    await given?.befriended('wechat:a', '王某')
    await settle()
    expect(wechat.posted).toEqual([expect.stringContaining('绑定单位')])
    expect(slack.posted).toEqual([expect.stringContaining('新好友已通过')])
  })

  test('answers what is in hand before it ends', async () => {
    const slack = scriptedChannel()
    const { ready, ended, stop } = await start([channelOf(slack.adapter)])
    await ready
    await slack.deliver(incoming('1', '甲'))
    stop()
    await ended
    expect(slack.posted).toEqual(['答甲'])
  })

  test('tells its health, whether it can work, and its figures', async () => {
    const slack = scriptedChannel()
    const { ready } = await start([channelOf(slack.adapter)])
    const address = await ready
    expect(await get(`${address}/healthz`)).toMatchObject({ status: 200, body: '{"status":"ok"}\n' })
    await slack.deliver(incoming('1', '甲'))
    await settle()
    const { status, body } = await get(`${address}/readyz`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({
      ready: true,
      store: { writable: true },
      channels: [{ name: 'slack', up: true, lastInboundAt: null, lastMessageAt: '2024-05-06T01:00:00.000Z' }],
      outbox: { waiting: 0, oldestMs: 0, givenUp: 0 },
      unanswered: 0,
    })
    expect((await get(`${address}/metrics`)).body).toMatch(/^duban_outbox_waiting 0$/m)
    expect((await get(`${address}/elsewhere`)).status).toBe(404)
  })

  test('sends the reminders that are owed, when it starts and when it ticks, and ticks no more once it ends', async () => {
    const slack = scriptedChannel()
    const inner = memoryStore({
      ledgers: [ledger()],
      tasks: [
        task({ milestones: [due('2024-05-06')] }),
        task({ no: '2', lead: ['市园林局'], milestones: [due('2024-05-06')] }),
      ],
      groups: [],
      people: [person()],
    })
    await inner.append(settingEntry(ENABLED, null, 'm', '2024-01-02T01:00:00.000Z'))
    let tick: () => void = () => {}
    const { ready, stop, ended } = await start([channelOf(slack.adapter)], {
      openStore: async () => inner,
      everyMinute: async (run) => {
        tick = run
        return () => {
          tick = () => {}
        }
      },
    })
    const address = await ready
    await settle()
    expect(slack.posted.map((text) => text.slice(0, 6))).toEqual(['【到期提醒】', '【提醒未送达'])
    await inner.update((state) => ({
      ...state,
      people: [...state.people, person({ id: 'slack:U2', units: ['市园林局'], since: '2024-01-02T01:00:00.000Z' })],
    }))
    tick()
    await settle()
    expect((await get(`${address}/metrics`)).body).toMatch(/^duban_reminders_missed 0$/m)
    stop()
    await ended
    const before = slack.posted.length
    tick()
    await settle()
    expect(slack.posted).toHaveLength(before)
  })

  test('is not ready while messages of a channel do not come through', async () => {
    let up = false
    const { ready } = await start([channelOf(scriptedChannel('wechat').adapter, { isUp: () => up })])
    const address = await ready
    expect((await get(`${address}/readyz`)).status).toBe(503)
    up = true
    expect((await get(`${address}/readyz`)).status).toBe(200)
  })

  test('is not ready where the store cannot be written to', async () => {
    const { ready } = await start([], { isWritable: () => false })
    expect((await get(`${await ready}/readyz`)).status).toBe(503)
  })

  test("hands a channel's path to the channel, and a handler that throws ends nothing", async () => {
    const handler = (_: unknown, response: { end(text: string): void }) => response.end('taken')
    const broken = async () => {
      throw new Error('broken')
    }
    const { ready, lines } = await start([
      channelOf(scriptedChannel('slack').adapter, { path: '/slack/events', handler }),
      channelOf(scriptedChannel('other').adapter, { path: '/other', handler: broken }),
    ])
    const address = await ready
    expect(await get(`${address}/slack/events?x=1`)).toEqual({ status: 200, body: 'taken' })
    expect((await get(`${address}/other`)).status).toBe(500)
    expect(lines.map(({ msg }) => msg)).toContain('a request failed')
  })

  test('a channel that can never come up ends it with the reason', async () => {
    const { adapter } = scriptedChannel()
    const refusing = {
      ...adapter,
      start: async () => {
        throw new DubanError('usage', 'SLACK_BOT_TOKEN 无效')
      },
    }
    const { ended, isClosed } = await start([channelOf(refusing)])
    await expect(ended).rejects.toThrow('SLACK_BOT_TOKEN 无效')
    expect(isClosed()).toBe(true)
  })

  test('an alarm goes to the administrators of another channel', async () => {
    const slack = scriptedChannel()
    let alarm: (text: string) => void = () => {}
    const { ready } = await start([], {
      createChannels: async (options) => {
        alarm = options.alarm
        return [channelOf(slack.adapter)]
      },
    })
    await ready
    alarm('微信已退出登录')
    await settle()
    expect(slack.attempts[0]).toMatchObject({ to: { id: 'UADMIN', kind: 'direct' }, text: '微信已退出登录' })
  })

  test('an address that is taken is told in a sentence', async () => {
    const { ready } = await start([])
    const port = new URL(await ready).port
    const { ended } = await start([], { config: readConfig({ PORT: port }).config })
    await expect(ended).rejects.toThrow(`127.0.0.1:${port} 已被其他程序占用`)
  })
})
