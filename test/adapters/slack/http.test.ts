import { request } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { ClosingError } from '../../../src/adapter.ts'
import { closeStages, setUpSlack } from './set-up.ts'

afterEach(closeStages)

const now = (): number => Math.floor(Date.now() / 1000)

describe('requests from Slack', () => {
  test('the address is confirmed', async () => {
    const { start, server, url } = await setUpSlack('http')
    await start()
    const { status, body } = await server.postEvent(url, { type: 'url_verification', challenge: 'abc' })
    expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'abc' }])
  })

  test('with a wrong, old or missing signature are refused and nothing is taken', async () => {
    const { start, server, url, taken } = await setUpSlack('http')
    await start()
    const body = JSON.stringify(server.payloads.direct('一'))
    const { send } = server.requests
    expect((await send(url, { body, timestamp: now(), secret: 'guessed' })).status).toBe(401)
    expect((await send(url, { body, timestamp: now() - 301 })).status).toBe(401)
    const unsigned = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(url, { method: 'POST' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sending.on('error', reject)
      sending.end(body)
    })
    expect(unsigned).toBe(401)
    expect(taken).toEqual([])
  })

  test.each([
    ['null', 'application/json', 400],
    ['7', 'application/json', 400],
    ['[]', 'application/json', 400],
    ['not json', 'application/json', 400],
    ['', 'application/json', 400],
    ['payload=null', 'application/x-www-form-urlencoded', 400],
    ['payload=%7B', 'application/x-www-form-urlencoded', 400],
  ])('%j as %s is answered and ends nothing', async (body, contentType, expected) => {
    const { start, server, url, tell, taken } = await setUpSlack('http')
    await start()
    const { status } = await server.requests.send(url, { body, contentType, timestamp: now() })
    expect(status).toBe(expected)
    await tell(server.payloads.direct('还在'))
    expect(taken.map(({ text }) => text)).toEqual(['还在'])
  })

  test('too large is refused', async () => {
    const { start, server, url, tell, taken } = await setUpSlack('http')
    await start()
    const { status } = await server.requests.send(url, { body: 'x'.repeat(5_000_000), timestamp: now() })
    expect(status).toBe(413)
    await tell(server.payloads.direct('还在'))
    expect(taken).toHaveLength(1)
  })

  test('elsewhere or of another kind find nothing', async () => {
    const { start, server, url } = await setUpSlack('http')
    await start()
    expect((await server.postEvent(url.replace('events', 'other'), {})).status).toBe(404)
    expect((await fetch(url)).status).toBe(404)
  })

  test('are put off before the start and after the stop', async () => {
    const { slack, start, server, url, taken } = await setUpSlack('http')
    const payload = server.payloads.direct('一')
    expect((await server.postEvent(url, payload)).status).toBe(503)
    await start()
    expect((await server.postEvent(url, payload, 1)).status).toBe(200)
    await slack.stop()
    expect((await server.postEvent(url, payload, 2)).status).toBe(503)
    expect(taken).toHaveLength(1)
  })
})

test('a message that could not be kept is answered with an error, and taken when it comes again', async () => {
  const { start, server, url, taken } = await setUpSlack('http')
  let attempts = 0
  await start(async (message) => {
    if (++attempts === 1) throw new Error('disk full')
    taken.push(message)
  })
  const payload = server.payloads.direct('一')
  expect((await server.postEvent(url, payload)).status).toBe(500)
  expect((await server.postEvent(url, payload, 1)).status).toBe(200)
  expect(taken.map(({ text }) => text)).toEqual(['一'])
})

test('an error of the receiver does not log what was said', async () => {
  const { start, server, url, logged } = await setUpSlack('http')
  await start(async () => {
    throw new Error('disk full')
  })
  await server.postEvent(url, server.payloads.direct('机密内容'))
  expect(logged()).toContain('could not be kept')
  expect(logged()).not.toContain('机密')
})

test('while the program ends a message is refused without alarm', async () => {
  const { start, server, url, logged } = await setUpSlack('http')
  await start(async () => {
    throw new ClosingError()
  })
  expect((await server.postEvent(url, server.payloads.direct('一'))).status).toBe(500)
  expect(logged()).toContain('closing')
  expect(logged()).not.toContain('could not be kept')
})

test('one conversation is taken in order, others do not wait for it', async () => {
  const { start, server, tell } = await setUpSlack('http')
  const order: string[] = []
  const waiting: (() => void)[] = []
  await start(async ({ text }) => {
    if (text === '一') await new Promise<void>((resolve) => waiting.push(resolve))
    order.push(text)
  })
  const first = tell(server.payloads.direct('一'))
  const second = tell(server.payloads.direct('二'))
  await tell(server.payloads.mention('别处')[0])
  expect(order).toEqual(['别处'])
  for (const go of waiting) go()
  await Promise.all([first, second])
  expect(order).toContain('二')
  expect(order.indexOf('一')).toBeLessThan(3)
})
