import type { App } from '@slack/bolt'
import { isFields } from '../incoming/shape.ts'
import type { SlackLog } from '../options.ts'

/** What Bolt asks of a receiver. */
export interface Receiver {
  init(app: App): void
  start(...args: unknown[]): Promise<unknown>
  stop(...args: unknown[]): Promise<unknown>
}

type ReceiverEvent = Parameters<App['processEvent']>[0]

/** A message could not be kept; it must not be acknowledged, so that Slack delivers it again. */
export class NotKept extends Error {
  /** Bolt hands on as it is what has a code. */
  readonly code = 'duban_not_kept'

  constructor(cause: unknown) {
    super('a message from Slack could not be kept', { cause })
    this.name = 'NotKept'
  }
}

/** What kind of error it is; of what Bolt has wrapped, the inner one. */
const nameOf = (error: unknown): string => {
  const inner = (error as { original?: unknown }).original ?? error
  return inner instanceof Error ? inner.name : typeof inner
}

/** Where everything from Slack comes in, whichever way it is connected. */
export interface Intake {
  /** The same receiver, whose acknowledgements wait until the listeners are through. */
  hold<R extends Receiver>(receiver: R): R
  /** Something has come from Slack. */
  seen(): void
  /** When something last came; null before that. */
  readonly lastInboundAt: Date | null
  /** From now on nothing is kept or acknowledged; resolves when what is in hand is through. */
  close(): Promise<void>
  readonly closing: boolean
}

/**
 * Bolt acknowledges an event before its listeners run: a crash after that would lose the message. Here the
 * acknowledgement waits for them; with one that could not keep the message there is none, and Slack delivers it again.
 * What cannot be read at all is acknowledged and dropped, for it would be no better the next time.
 */
export const createIntake = (log: SlackLog, clock: () => Date): Intake => {
  const inHand = new Set<Promise<void>>()
  let lastInboundAt: Date | null = null
  let closing = false

  const process = async (app: App, event: ReceiverEvent): Promise<void> => {
    lastInboundAt = clock()
    if (closing) throw new NotKept('closing')
    let response: unknown
    try {
      if (!isFields(event.body)) throw new TypeError('no object')
      if (event.body.type === 'app_rate_limited') log.error('Slack holds back events: more than 30,000 in an hour')
      await app.processEvent({
        ...event,
        ack: async (given: unknown) => {
          response ??= given
        },
      })
    } catch (error) {
      if (error instanceof NotKept) throw error
      // its message may quote what could not be read
      log.warn('something from Slack could not be read and was dropped', { reason: nameOf(error) })
    }
    await event.ack(response as never)
  }

  const tracked = (app: App, event: ReceiverEvent): Promise<void> => {
    const work = process(app, event)
    const done = work.catch(() => {}).finally(() => inHand.delete(done))
    inHand.add(done)
    return work
  }

  return {
    hold: (receiver) => {
      const init = receiver.init.bind(receiver)
      receiver.init = (app) =>
        init(Object.create(app, { processEvent: { value: (event: ReceiverEvent) => tracked(app, event) } }))
      return receiver
    },
    seen: () => {
      lastInboundAt = clock()
    },
    get lastInboundAt() {
      return lastInboundAt
    },
    close: async () => {
      closing = true
      while (inHand.size > 0) await Promise.all(inHand)
    },
    get closing() {
      return closing
    },
  }
}
