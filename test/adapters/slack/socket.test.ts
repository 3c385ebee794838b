import { afterEach, describe, expect, test } from '@jest/globals'
import { gate } from '../contract.ts'
import { closeStages, FAST_PINGS, setUpSlack } from './set-up.ts'

afterEach(closeStages)

const SILENCE = 15 * 60_000

describe('malformed frames', () => {
  const FRAMES = [
    'null',
    '7',
    '"hello"',
    '[]',
    '{}',
    '{"type":7}',
    'not json',
    '{"type":"events_api"}',
    '{"type":"events_api","envelope_id":"e"}',
    '{"type":"events_api","envelope_id":"e","payload":null}',
    '{"type":"events_api","envelope_id":"e","payload":{}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":null}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":null}}}',
    // names of what the client announces about itself
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"close"}}}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"disconnected"}}}',
    '{"type":"disconnected"}',
    '{"type":"ws_message"}',
    '{"type":"error"}',
    '{"type":"interactive","envelope_id":"e"}',
    '{"type":"slash_commands","envelope_id":"e","payload":"text"}',
    Buffer.from([0, 1, 2, 255]),
  ]

  test('are logged and dropped, and the next message is taken', async () => {
    const { start, server, tell, taken, logged, slack } = await setUpSlack('socket')
    await start()
    for (const frame of FRAMES) server.sockets.send(frame)
    await tell(server.payloads.direct('还在'))
    expect(taken.map(({ text }) => text)).toEqual(['还在'])
    expect(slack.connected).toBe(true)
    expect(server.sockets.connections).toBe(1)
    expect(logged().match(/malformed frame/g)).toHaveLength(FRAMES.length)
  })

  test('their content is not logged', async () => {
    const { start, server, tell, logged } = await setUpSlack('socket')
    await start()
    server.sockets.send('机密内容{')
    await tell(server.payloads.direct('私聊内容'))
    expect(logged()).not.toMatch(/内容/)
  })
})

describe('a message that could not be kept', () => {
  test('is not acknowledged, and taken when it comes again', async () => {
    const { start, server, tell, taken } = await setUpSlack('socket')
    const failed = gate()
    let attempts = 0
    await start(async (message) => {
      if (++attempts > 1) return void taken.push(message)
      failed.open()
      throw new Error('disk full')
    })
    const payload = server.payloads.direct('一')
    const refused = server.sockets.deliver('events_api', payload)
    await failed.opened
    await tell(payload, 1)
    expect(taken.map(({ text }) => text)).toEqual(['一'])
    expect(server.sockets.acks).not.toContain(refused.id)
  })
})

describe('the connection', () => {
  test.each(['warning', 'refresh_requested'])('comes back at once after a disconnect (%s)', async (reason) => {
    const { start, server, tell, taken } = await setUpSlack('socket')
    await start()
    for (let round = 1; round <= 3; round++) {
      server.sockets.disconnect(reason)
      await server.sockets.connected(round + 1)
      await tell(server.payloads.direct(String(round)))
    }
    expect(taken.map(({ text }) => text)).toEqual(['1', '2', '3'])
  })

  test('comes back after the network was cut', async () => {
    const { start, server, tell, taken } = await setUpSlack('socket')
    await start()
    server.sockets.cut()
    await server.sockets.connected(2)
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('a message in hand when it was cut is kept once, and acknowledged when it comes again', async () => {
    const { start, server, tell, slack } = await setUpSlack('socket')
    const [begun, go] = [gate(), gate()]
    const ids: string[] = []
    await start(async ({ id }) => {
      begun.open()
      await go.opened
      ids.push(id)
    })
    const payload = server.payloads.direct('一')
    server.sockets.deliver('events_api', payload)
    await begun.opened
    server.sockets.cut()
    await server.sockets.connected(2)
    const again = tell(payload, 1)
    go.open()
    await again
    expect(new Set(ids).size).toBe(1)
    expect(slack.connected).toBe(true)
  })

  test('a half-open one is found out by its pings and replaced', async () => {
    const { start, server, tell, taken } = await setUpSlack('socket', { pingMs: FAST_PINGS })
    await start()
    server.sockets.freeze()
    await server.sockets.connected(2)
    server.sockets.thaw()
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('a silent one is replaced after a quarter of an hour', async () => {
    const { start, server, timer, waitsFor, tell, taken } = await setUpSlack('socket')
    await start()
    await waitsFor(SILENCE)
    await timer.pass(SILENCE)
    await server.sockets.connected(2)
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('one on which something came in is left alone', async () => {
    const { start, server, timer, waitsFor, tell, slack } = await setUpSlack('socket')
    await start()
    await waitsFor(SILENCE)
    await timer.pass(SILENCE - 60_000)
    await tell(server.payloads.direct('一'))
    await timer.pass(120_000)
    await tell(server.payloads.direct('二'))
    expect(server.sockets.connections).toBe(1)
    expect(slack.lastInboundAt).toEqual(new Date(server.workspace.now().getTime() + timer.now))
  })

  test('503 when it wants to come back: tried again, longer and longer', async () => {
    const { start, server, timer, waitsFor, tell, taken } = await setUpSlack('socket')
    await start()
    server.fault({ method: 'apps.connections.open', how: { status: 503 }, times: 3 })
    server.sockets.cut()
    for (const ms of [1_000, 2_000, 4_000]) {
      await waitsFor(ms)
      await timer.pass(ms)
    }
    await server.sockets.connected(2)
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('a hundred failures do not end it, and Retry-After is kept', async () => {
    const { start, server, timer, waitsFor } = await setUpSlack('socket')
    await start()
    server.fault({ method: 'apps.connections.open', how: 'drop', times: 98 })
    server.fault({ method: 'apps.connections.open', how: { error: 'internal_error' } })
    server.fault({ method: 'apps.connections.open', how: { status: 429, retryAfter: 90 } })
    server.sockets.cut()
    for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, ...Array(94).fill(30_000), 90_000]) {
      await waitsFor(ms)
      await timer.pass(ms)
    }
    await server.sockets.connected(2)
  })

  test('a socket that opens and says nothing is given up', async () => {
    const { start, server, timer, waitsFor, tell, taken } = await setUpSlack('socket')
    await start()
    server.sockets.muteHello(true)
    server.sockets.cut()
    await waitsFor(15_000)
    await server.sockets.opened(2)
    server.sockets.muteHello(false)
    await timer.pass(15_000)
    await waitsFor(1_000)
    await timer.pass(1_000)
    await server.sockets.connected(2)
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('a socket that is refused is tried for again', async () => {
    const { start, server, timer, waitsFor } = await setUpSlack('socket')
    await start()
    server.sockets.refuse(true)
    server.sockets.cut()
    await waitsFor(1_000)
    server.sockets.refuse(false)
    await timer.pass(1_000)
    await server.sockets.connected(2)
  })
})

describe('start', () => {
  test('names the token that Slack does not accept', async () => {
    const wrongBot = await setUpSlack('socket', { botToken: 'xoxb-wrong' })
    await expect(wrongBot.start()).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('SLACK_BOT'),
    })
    const wrongApp = await setUpSlack('socket', { appToken: 'xapp-wrong' })
    await expect(wrongApp.start()).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('SLACK_APP'),
    })
  })

  test('fails where Slack cannot be reached, and may be tried again', async () => {
    const { start, server, tell, taken } = await setUpSlack('socket')
    server.fault({ method: 'auth.test', how: { status: 502 } })
    server.fault({ method: 'apps.connections.open', how: { status: 503 } })
    await expect(start()).rejects.not.toHaveProperty('code', 'usage')
    await expect(start()).rejects.not.toHaveProperty('code', 'usage')
    await start()
    await tell(server.payloads.direct('在'))
    expect(taken).toHaveLength(1)
  })
})

describe('stop', () => {
  test('acknowledges what is in hand, refuses what comes then, and ends the socket', async () => {
    const { slack, start, server } = await setUpSlack('socket')
    const [begun, go] = [gate(), gate()]
    await start(async () => {
      begun.open()
      await go.opened
    })
    const first = server.sockets.deliver('events_api', server.payloads.direct('一'))
    const second = server.sockets.deliver('events_api', server.payloads.direct('二'))
    await begun.opened
    const stopped = slack.stop()
    go.open()
    await first.acknowledged
    await stopped
    expect(server.sockets.acks).toEqual([first.id])
    expect(server.sockets.acks).not.toContain(second.id)
    expect(slack.connected).toBe(false)
  })

  test('while it is trying to come back, it stops trying', async () => {
    const { slack, start, server, waitsFor, timer } = await setUpSlack('socket')
    await start()
    server.fault({ method: 'apps.connections.open', how: { status: 503 }, times: 100 })
    server.sockets.cut()
    await waitsFor(1_000)
    await slack.stop()
    const calls = server.calls.length
    await timer.pass(600_000)
    expect(server.calls).toHaveLength(calls)
    expect(timer.pending).toBe(0)
  })

  test('a peer that does not say goodbye is not waited for', async () => {
    const { slack, start, server, waitsFor, timer } = await setUpSlack('socket')
    await start()
    server.sockets.deafen()
    const stopped = slack.stop()
    await waitsFor(1_000)
    await timer.pass(1_000)
    await stopped
    expect(slack.connected).toBe(false)
  })
})
