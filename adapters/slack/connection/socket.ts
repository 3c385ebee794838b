import { type Logger, SocketModeReceiver, type webApi } from '@slack/bolt'
import type { SlackLog, SlackTimer } from '../options.ts'
import { reasonOf, retryAfterOf } from '../sending/web-errors.ts'
import type { Connection } from './connection.ts'
import { guardFrames } from './frames.ts'
import { type Intake, NotKept } from './intake.ts'

/** The client's own pings: every third of it one, and so long a pong may take. */
export const PING_MS = 5_000
/** Slack says hello at once; a socket that is silent is given up. */
const HELLO_MS = 15_000
/** Sockets have been seen that answer pings and bring no events: after such a silence a new one is opened. */
const SILENCE_MS = 15 * 60_000
/** So long the other side may take to say goodbye. */
const GOODBYE_MS = 1_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

export interface SocketParts {
  appToken: string
  clientOptions: webApi.WebClientOptions
  intake: Intake
  logger: Logger
  log: SlackLog
  clock: () => Date
  timer: SlackTimer
  pingMs: number
}

/**
 * Slack is called, over Socket Mode. Reconnecting is done here, not by @slack/socket-mode: that waits five seconds even
 * after Slack's routine disconnect, and for good after a call of `apps.connections.open` that failed once too often.
 */
export const socketConnection = (parts: SocketParts): Connection => {
  const { intake, log, clock, timer } = parts
  const receiver = intake.hold(
    new SocketModeReceiver({
      appToken: parts.appToken,
      logger: parts.logger,
      autoReconnectEnabled: false,
      clientPingTimeout: parts.pingMs,
      serverPingTimeout: 6 * parts.pingMs,
      processEventErrorHandler: async ({ error }) => {
        if (!(error instanceof NotKept)) log.warn('an acknowledgement could not be sent', { reason: error.message })
        return false
      },
      // every failure comes back to `connect`, which never gives up
      installerOptions: { clientOptions: { ...parts.clientOptions, retryConfig: { retries: 0 } } },
    }),
  )
  const { client } = receiver
  let lastFrameAt = 0
  let connected = false
  let connecting = false
  let closing = false
  let endWait: () => void = () => {}
  let endWatch: () => void = () => {}

  guardFrames(
    client,
    () => {
      lastFrameAt = clock().getTime()
      intake.seen()
    },
    log,
  )

  /** The second call ends at once what the first would end politely, within half a minute. */
  const drop = (): void => {
    void client.disconnect()
    void client.disconnect()
  }

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timer.after(ms, resolve)
      endWait = () => {
        cancel()
        resolve()
      }
    })

  const watch = (): void => {
    endWatch()
    endWatch = timer.after(Math.max(1_000, lastFrameAt + SILENCE_MS - clock().getTime()), () => {
      if (connected && clock().getTime() - lastFrameAt >= SILENCE_MS) {
        log.info('nothing has come from Slack for a while; connecting anew')
        drop()
      } else watch()
    })
  }

  /** Resolves when Slack has said hello. */
  const connectOnce = async (): Promise<void> => {
    const late = timer.after(HELLO_MS, drop)
    try {
      await client.start()
    } finally {
      late()
    }
    if (!connected) throw new Error('the connection has ended at once')
    watch()
  }

  /** @throws the failure, where it is the first connection; any other is tried for until there is one */
  const connect = async (first: boolean): Promise<void> => {
    connecting = true
    try {
      for (let failures = 0; !closing; ) {
        try {
          await connectOnce()
          if (closing) drop()
          return
        } catch (error) {
          if (first) throw error ?? new Error('Slack has ended the connection')
          if (closing) return
          const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures++, 10))
          log.warn('Slack cannot be connected yet', {
            reason: error === undefined ? 'disconnected' : reasonOf(error),
            attempt: failures,
          })
          await wait(Math.max(backoff, retryAfterOf(error) ?? 0))
        }
      }
    } finally {
      connecting = false
    }
  }

  client.on('connected', () => {
    connected = true
  })
  client.on('disconnected', () => {
    const was = connected
    connected = false
    endWatch()
    if (closing || connecting || !was) return
    log.info('the connection to Slack has ended; connecting anew')
    void connect(false)
  })

  return {
    receiver,
    handler: null,
    open: () => connect(true),
    close: async () => {
      if (closing) return
      closing = true
      endWait()
      endWatch()
      if (!connected) return drop()
      const late = timer.after(GOODBYE_MS, drop)
      await client.disconnect()
      late()
    },
    get isOpen() {
      return connected
    },
  }
}
