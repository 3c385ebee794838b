import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** Connections to Slack are kept for the next call; so many calls are made at the same time, the others wait. */
const CONNECTIONS = { keepAlive: true, maxSockets: 100 }
const AGENTS = { http: new HttpAgent(CONNECTIONS), https: new HttpsAgent(CONNECTIONS) }

/** What the Web API's client looks at of a response. */
type Answer = Pick<Response, 'status' | 'statusText' | 'url' | 'headers' | 'text' | 'arrayBuffer'>

const answerOf = (url: string, response: IncomingMessage, body: Buffer): Answer => ({
  status: response.statusCode ?? 0,
  statusText: response.statusMessage ?? '',
  url,
  headers: new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
  text: async () => body.toString(),
  arrayBuffer: async () => new Uint8Array(body).buffer,
})

/** No connection came about in time, so nothing was said; or it did, and nobody knows what became of what was said. */
const late = (isConnecting: boolean): Error =>
  isConnecting
    ? Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'connect' })
    : new DOMException('no answer in time', 'TimeoutError')

/**
 * `fetch` for what the Web API asks of it: a form is posted, and the answer read whole. Node's own makes streams and
 * signals for each call, which costs more than everything else that is done for a message; what is no form goes there.
 * @param timeoutMs a call that takes longer fails
 */
export const createFetch =
  (timeoutMs: number): typeof fetch =>
  (input, init = {}) => {
    const { body, method = 'GET', headers } = init
    if (typeof body !== 'string') return fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    const url = String(input)
    const isSecure = url.startsWith('https:')
    return new Promise<Answer>((resolve, reject) => {
      const sending = (isSecure ? httpsRequest : httpRequest)(url, {
        method,
        agent: isSecure ? AGENTS.https : AGENTS.http,
        headers: { ...(headers as Record<string, string>), 'content-length': Buffer.byteLength(body) },
      })
      const deadline = setTimeout(() => sending.destroy(late(sending.socket?.connecting ?? true)), timeoutMs)
      const fail = (error: Error): void => {
        clearTimeout(deadline)
        reject(error)
      }
      sending.on('error', fail)
      sending.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', fail)
        response.on('end', () => {
          clearTimeout(deadline)
          resolve(answerOf(url, response, Buffer.concat(chunks)))
        })
      })
      sending.end(body)
    }) as Promise<Response>
  }
