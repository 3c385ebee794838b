import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSignedRequests } from '../../helpers/slack/signed-requests.ts'

export const TOKEN = 'xoxb-for-the-benchmark'
export const SECRET = 'secret-for-the-benchmark'

/** Slack, as quick as can be: it sends messages to an app and takes what the app posts. */
export interface Platform {
  apiUrl: string
  /** Says something in a conversation; resolves when the app has answered there. */
  ask(address: string, channel: string, text: string): Promise<void>
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Of a form or JSON, without reading what else there is: what Slack does takes no time here. */
const channelIn = (body: string): string | null => /channel"?[:=]"?(\w+)/.exec(body)?.[1] ?? null

export const openPlatform = async (): Promise<Platform> => {
  const waiting = new Map<string, () => void>()
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const channel = request.url?.endsWith('chat.postMessage') ? channelIn(body) : null
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"ok":true,"ts":"1.1","team_id":"T0","user_id":"U0BOT","bot_id":"B0BOT"}')
    if (channel !== null) waiting.get(channel)?.()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const requests = createSignedRequests(SECRET)
  let count = 0

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    ask: async (address, channel, text) => {
      const timestamp = Math.floor(Date.now() / 1000)
      const ts = `${timestamp}.${String(++count).padStart(6, '0')}`
      const answered = new Promise<void>((resolve) => waiting.set(channel, resolve))
      const event = {
        type: 'message',
        channel_type: 'im',
        user: 'U0ASKING',
        text,
        ts,
        channel,
        event_ts: ts,
        team: 'T0',
      }
      const body = JSON.stringify({
        token: 'verification',
        team_id: 'T0',
        api_app_id: 'A0',
        type: 'event_callback',
        event_id: `Ev${count}`,
        event_time: timestamp,
        authorizations: [{ enterprise_id: null, team_id: 'T0', user_id: 'U0BOT', is_bot: true }],
        event,
      })
      const { status } = await requests.send(`${address}/slack/events`, { body, timestamp })
      if (status !== 200) throw new Error(`the app answered ${status}`)
      await answered
    },
    close: async () => {
      requests.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
