import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFaults, type Fault } from './slack/faults.ts'
import { createPayloads } from './slack/payloads.ts'
import { createSignedRequests, type Sent } from './slack/signed-requests.ts'
import { createSockets } from './slack/sockets.ts'
import { createWebApi } from './slack/web-api.ts'
import { createWorkspace } from './slack/workspace.ts'

export const BOT_TOKEN = 'xoxb-for-tests'
export const APP_TOKEN = 'xapp-for-tests'
export const SIGNING_SECRET = 'secret-for-tests'

export interface SlackServerOptions {
  /** Scopes of the bot's token. */
  scopes: readonly string[]
}

/** Slack, on this machine: its Web API, Socket Mode over a real WebSocket, and signed requests to an app. */
export const startSlackServer = async ({ scopes }: SlackServerOptions) => {
  const workspace = createWorkspace()
  const faults = createFaults()
  const server = createServer((request, response) => webApi.take(request, response))
  let address = ''
  const sockets = createSockets(server, () => address)
  const webApi = createWebApi({
    workspace,
    faults,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    scopes,
    address: () => address,
    openSocket: sockets.nextAddress,
  })
  const requests = createSignedRequests(SIGNING_SECRET)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const now = (): number => Math.floor(Date.now() / 1000)

  return {
    apiUrl: `${address}/api/`,
    workspace,
    sockets,
    requests,
    payloads: createPayloads(workspace),
    /** What the bot has posted, in order. */
    posts: workspace.posts,
    calls: webApi.calls,
    fileTokens: webApi.fileTokens,
    /** Resolves when it is true, which is looked at after every call of the Web API. */
    until: webApi.until,
    /** Resolves when the bot has posted so many messages. */
    posted: (count: number): Promise<void> => webApi.until(() => workspace.posts.length >= count),
    fault: (fault: Fault): void => faults.add(fault),
    /** Posts an event to the app as Slack does. */
    postEvent: (url: string, payload: unknown, retry = 0): Promise<Sent> =>
      requests.send(url, { body: JSON.stringify(payload), timestamp: now(), retry }),
    /** Posts a command (a form of fields) or a press (a form with the payload in one field). */
    postForm: (url: string, payload: Record<string, unknown>): Promise<Sent> => {
      const form = 'command' in payload ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) }
      return requests.send(url, {
        body: new URLSearchParams(form).toString(),
        contentType: 'application/x-www-form-urlencoded',
        timestamp: now(),
      })
    },
    close: async (): Promise<void> => {
      requests.close()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>
