import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultBodyLimit, HTTPModuleFunctions, HTTPReceiver, type Logger } from '@slack/bolt'
import { isFields } from '../incoming/shape.ts'
import type { SlackLog } from '../options.ts'
import type { Connection } from './connection.ts'
import type { Intake } from './intake.ts'

export const PATH = '/slack/events'

const end = (response: ServerResponse, status: number): void => {
  if (!response.headersSent) response.writeHead(status)
  if (!response.writableEnded) response.end()
}

/** Bolt takes for granted that a body is an object, and ends the process over `null`. */
const isObject = (request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): boolean => {
  try {
    return isFields(HTTPModuleFunctions.parseHTTPRequestBody(request))
  } catch {
    return false
  }
}

/** Slack calls: each request is checked by its signature (Bolt's HTTPReceiver) and answered once the message is kept. */
export const httpConnection = (signingSecret: string, intake: Intake, logger: Logger, log: SlackLog): Connection => {
  const receiver = intake.hold(
    new HTTPReceiver({
      signingSecret,
      endpoints: [PATH],
      logger,
      processEventErrorHandler: async ({ response }) => {
        end(response, 500)
        return true
      },
    }),
  )
  let isOpen = false

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // what is refused now is delivered again
    if (!isOpen) return end(response, 503)
    if (request.method !== 'POST' || new URL(request.url ?? '', 'http://localhost').pathname !== PATH)
      return end(response, 404)
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, defaultBodyLimit)
    if (!isObject(buffered)) return end(response, 400)
    receiver.requestListener(buffered, response)
  }

  return {
    receiver,
    handler: (request, response) => {
      take(request, response).catch((error) => {
        log.warn('a request to the Slack address could not be taken', { reason: String(error) })
        // what of it has not been read stands in the way of the next one
        if (!response.headersSent) response.setHeader('connection', 'close')
        end(response, (error as { type?: unknown }).type === 'entity.too.large' ? 413 : 400)
      })
    },
    open: async () => {
      isOpen = true
    },
    close: async () => {
      isOpen = false
    },
    get isOpen() {
      return isOpen
    },
  }
}
