import type { SocketModeReceiver } from '@slack/bolt'
import { fieldsIn, isFields, textIn } from '../incoming/shape.ts'
import type { SlackLog } from '../options.ts'

type SocketModeClient = SocketModeReceiver['client']

/** Envelopes that Slack sends over the socket. */
const ENVELOPES = new Set(['hello', 'disconnect', 'events_api', 'slash_commands', 'interactive'])

const FRAME = 'ws_message'

/**
 * Why a frame is not to be looked at; null where it may. The client announces what comes in under the names that it
 * uses for its own affairs as well, so an event may not be called as one of those.
 */
const fault = (data: unknown, isLifecycle: (name: string) => boolean): string | null => {
  if (typeof data !== 'string') return 'no text'
  let envelope: unknown
  try {
    envelope = JSON.parse(data)
  } catch {
    return 'no JSON'
  }
  const type = textIn(envelope, 'type')
  if (type === null || !ENVELOPES.has(type)) return 'no envelope'
  if (type === 'hello' || type === 'disconnect') return null
  if (textIn(envelope, 'envelope_id') === null) return 'no envelope id'
  if (!isFields((envelope as { payload?: unknown }).payload)) return 'no payload'
  if (type !== 'events_api') return null
  const event = textIn(fieldsIn(fieldsIn(envelope, 'payload'), 'event'), 'type')
  if (event === null) return 'no event'
  return isLifecycle(event) ? 'an event named as none is' : null
}

/**
 * Puts a guard before the client's own handler of frames, which takes a payload for granted and would end the process
 * with an unhandled rejection (@slack/socket-mode 3.1.0). What is malformed is logged and dropped.
 * @param seen told of every frame that may be looked at
 */
export const guardFrames = (client: SocketModeClient, seen: () => void, log: SlackLog): void => {
  const handlers = client.listeners(FRAME) as ((data: unknown, isBinary: boolean) => unknown)[]
  client.removeAllListeners(FRAME)
  client.on(FRAME, (data: unknown, isBinary: boolean) => {
    const reason = fault(data, (name) => client.listenerCount(name) > 0)
    if (reason !== null) return log.warn('a malformed frame from Slack was dropped', { reason })
    seen()
    for (const handle of handlers)
      Promise.resolve(handle(data, isBinary)).catch((error) =>
        log.warn('a frame from Slack could not be taken', { reason: String(error) }),
      )
  })
}
