import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

export interface Sent {
  status: number
  body: string
}

export interface SignedRequest {
  body: string
  contentType?: string
  /** Seconds since 1970 that the signature names. */
  timestamp: number
  /** Another secret than the app's. */
  secret?: string
  retry?: number
  /** The connection ends in the middle of the body. */
  cut?: boolean
}

/** Slack's end of HTTP mode: requests to the app, signed with its secret. */
export const createSignedRequests = (secret: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  return {
    send: (url: string, { body, timestamp, retry = 0, cut = false, ...rest }: SignedRequest): Promise<Sent> => {
      const signature = createHmac('sha256', rest.secret ?? secret)
        .update(`v0:${timestamp}:${body}`)
        .digest('hex')
      const headers: Record<string, string | number> = {
        'content-type': rest.contentType ?? 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...(retry > 0 ? { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' } : {}),
      }
      const once = (): Promise<Sent> =>
        new Promise((resolve, reject) => {
          const sending = request(url, { method: 'POST', agent, headers }, (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
            )
            response.on('error', reject)
          })
          sending.on('error', (error: NodeJS.ErrnoException) => {
            // the app has closed a connection that it had no use for, just as it was to be used
            if (sending.reusedSocket && error.code === 'ECONNRESET' && !cut) resolve(once())
            else reject(error)
          })
          if (!cut) return void sending.end(body)
          sending.write(body.slice(0, body.length / 2), () => sending.destroy())
        })
      return once()
    },
    close: (): void => agent.destroy(),
  }
}
