import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createFetch } from '../../../adapters/slack/sending/fetch.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

const listen = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat.postMessage`
}

const PLENTY = 60_000
const form = (body: string) => ({ method: 'POST', body, headers: { authorization: 'Bearer x' } })

describe('a form', () => {
  test('is posted with its headers, and the answer read whole', async () => {
    const seen: unknown[] = []
    const url = await listen(async ({ method, headers }, response) => {
      seen.push(method, headers.authorization, headers['content-length'])
      response.writeHead(429, { 'Retry-After': '7', 'content-type': 'application/json' })
      response.write('{"ok":')
      response.end('"否"}')
    })
    const response = await createFetch(PLENTY)(url, form('text=甲'))
    expect(seen).toEqual(['POST', 'Bearer x', '8'])
    expect([response.status, response.url, response.headers.get('retry-after')]).toEqual([429, url, '7'])
    expect(await response.text()).toBe('{"ok":"否"}')
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('{"ok":"否"}')
  })

  test('follows nobody who sends it elsewhere', async () => {
    const url = await listen((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    expect((await createFetch(PLENTY)(url, form('a=1'))).status).toBe(302)
  })

  test('whose answer ends in the middle is not known to have been taken', async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"ok":true', () => response.destroy())
    })
    await expect(createFetch(PLENTY)(url, form('a=1'))).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('that is not answered in time is given up', async () => {
    const url = await listen(() => {})
    await expect(createFetch(20)(url, form('a=1'))).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('for which there is no connection was certainly not taken', async () => {
    const url = await listen(() => {})
    const [server] = servers.splice(0)
    await new Promise((resolve) => server?.close(resolve))
    await expect(createFetch(PLENTY)(url, form('a=1'))).rejects.toMatchObject({ syscall: 'connect' })
  })
})

test('what is no form is sent as node sends it', async () => {
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.end(`${request.headers['content-type']?.split(';')[0]} ${Buffer.concat(chunks).includes('内容')}`)
  })
  const body = new FormData()
  body.append('file', new Blob(['内容']), '台账.csv')
  const response = await createFetch(PLENTY)(url, { method: 'POST', body })
  expect(await response.text()).toBe('multipart/form-data true')
})
