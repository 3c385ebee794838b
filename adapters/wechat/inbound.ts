import { ClosingError, type Incoming } from '../../src/adapter.ts'
import type { Timer, WechatLog } from './options.ts'
import { createPauses } from './waiting.ts'

/** Messages that wait; more at once is no conversation. */
const LONGEST_QUEUE = 5_000
/** WeChat delivers once: what could not be kept is tried again here, for about a minute. */
const ATTEMPTS = 6

export interface Inbound {
  /** Never throws. */
  take(id: string): void
  /** Takes no more; resolves when the message in hand is finished. */
  close(): Promise<void>
}

export interface InboundParts {
  read: (id: string) => Promise<Incoming | null>
  receive: (message: Incoming) => Promise<void>
  onError: (error: unknown) => void
  log: WechatLog
  timer: Timer
}

/** Takes messages one at a time, in the order in which the puppet tells of them. */
export const createInbound = ({ read, receive, onError, log, timer }: InboundParts): Inbound => {
  const queue: string[] = []
  const pauses = createPauses(timer)
  let working: Promise<void> | null = null
  let closed = false
  let left = 0

  const handOver = async (message: Incoming): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await receive(message)
      } catch (error) {
        if (error instanceof ClosingError) {
          log.debug('closing; a message is left for the next start')
          return
        }
        if (closed || attempt === ATTEMPTS) {
          log.error('a message could not be kept', { error })
          return
        }
        log.warn('a message could not be kept yet', { error, attempt })
        await pauses.wait(1_000 * 2 ** (attempt - 1))
      }
    }
  }
  const work = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      try {
        const message = await read(id)
        if (message && !closed) await handOver(message)
      } catch (error) {
        onError(error)
      }
    }
    working = null
  }

  return {
    take: (id) => {
      if (closed || typeof id !== 'string' || id === '') return
      if (queue.length >= LONGEST_QUEUE) {
        if (left++ % 1_000 === 0) log.error('too many messages at once, some are left unread')
        return
      }
      queue.push(id)
      working ??= work()
    },
    close: async () => {
      closed = true
      queue.length = 0
      pauses.end()
      await working
    },
  }
}
