import { App } from '@slack/bolt'
import { type Adapter, ClosingError, type Incoming } from '../../src/adapter.ts'
import { checkSlack, type SlackFinding } from './check.ts'
import { boltLog } from './connection/bolt-log.ts'
import type { Connection, RequestHandler } from './connection/connection.ts'
import { httpConnection, PATH } from './connection/http.ts'
import { createIntake, NotKept } from './connection/intake.ts'
import { PING_MS, socketConnection } from './connection/socket.ts'
import { createFetcher } from './files.ts'
import { NAME } from './incoming/conversation.ts'
import { createLanes } from './lanes.ts'
import { listen } from './listeners.ts'
import type { SlackOptions } from './options.ts'
import { clientOptions, createClient } from './sending/client.ts'
import { createPost } from './sending/post.ts'
import { createRecall } from './sending/recall.ts'
import { createSender } from './sending/sender.ts'
import { createIdentity, namingToken } from './sign-in.ts'

/** Slack as a channel, over Socket Mode or HTTP. */
export interface Slack extends Adapter {
  /** Where Slack calls, for the server that listens there, and who takes it; null over Socket Mode. */
  readonly path: string | null
  readonly handler: RequestHandler | null
  /** When Slack last gave a sign of life, for whoever watches over it. */
  readonly lastInboundAt: Date | null
  /** Whether messages can come in just now. */
  readonly connected: boolean
  /** What `doctor` wants to know; asks Slack, without `start`. */
  check(): Promise<SlackFinding[]>
}

export const createSlack = (options: SlackOptions): Slack => {
  const { botToken, log, clock, timer, messageForm, pingMs = PING_MS } = options
  const logger = boltLog(log)
  const client = createClient(options, logger)
  const intake = createIntake(log, clock)
  const connection: Connection =
    'appToken' in options
      ? socketConnection({
          appToken: options.appToken,
          clientOptions: clientOptions(options, logger),
          intake,
          logger,
          log,
          clock,
          timer,
          pingMs,
        })
      : httpConnection(options.signingSecret, intake, logger, log)

  let receive: ((message: Incoming) => Promise<void>) | null = null
  const identity = createIdentity(client)
  const talks = createLanes()
  const deliveries = createLanes()
  const send = createSender({ client, post: createPost(client), home: identity.ask, clock, log })

  const app = new App({
    receiver: connection.receiver,
    authorize: async () => ({ botToken, ...identity.known }),
    clientOptions: clientOptions(options, logger),
    logger,
    convoStore: false,
  })
  // what a listener rejects with is for the intake to judge
  app.error(async (error) => {
    throw error
  })
  listen(app, {
    client,
    log,
    messageForm,
    home: () => identity.known,
    clock,
    take: (message) =>
      talks(message.conversation.id, async () => {
        try {
          if (receive === null || intake.closing) throw new ClosingError()
          await receive(message)
        } catch (error) {
          if (error instanceof ClosingError) log.debug('closing; Slack is to deliver a message again')
          else log.error('a message from Slack could not be kept; Slack is to deliver it again', { error })
          throw new NotKept(error)
        }
      }),
  })

  return {
    name: NAME,
    path: connection.handler === null ? null : PATH,
    handler: connection.handler,
    get lastInboundAt() {
      return intake.lastInboundAt
    },
    get connected() {
      return connection.isOpen
    },
    start: async (taking) => {
      receive = taking
      await identity.ask().catch((error) => {
        throw namingToken('SLACK_BOT_TOKEN', error)
      })
      await connection.open().catch((error) => {
        throw namingToken('SLACK_APP_TOKEN', error)
      })
    },
    // a second attempt does not begin while the first may still be at it
    send: (to, message, delivery) => deliveries(delivery.key, () => send(to, message, delivery)),
    recall: createRecall({ client, home: identity.ask, clock }),
    fetch: createFetcher(client, options),
    stop: async () => {
      await intake.close()
      await connection.close()
    },
    check: () => checkSlack(options, logger),
  }
}
