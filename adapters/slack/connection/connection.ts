import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Receiver } from './intake.ts'

/** Takes a request to `/slack/events`, for whoever runs the server. Never throws. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void

/** The way Slack's messages come in. */
export interface Connection {
  /** For Bolt. */
  readonly receiver: Receiver
  /** Null where Slack is called and does not call. */
  readonly handler: RequestHandler | null
  /** Resolves once messages come in; from then on the connection sees to itself. */
  open(): Promise<void>
  /** Takes no more; safe to call at any time. */
  close(): Promise<void>
  /** Whether messages can come in just now. */
  readonly isOpen: boolean
}
