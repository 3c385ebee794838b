import type { App } from '@slack/bolt'
import type { Incoming } from '../../src/adapter.ts'
import { readAction } from './incoming/action.ts'
import { readCommand } from './incoming/command.ts'
import { readMessage } from './incoming/message.ts'
import type { Home } from './options.ts'
import { COMMAND, EVENT_TYPES } from './surface.ts'

export interface ListenerParts {
  /** Null before the bot knows who it is; nothing comes in then. */
  home: () => Home | null
  clock: () => Date
  /** Keeps a message; rejects where it could not be kept. */
  take: (message: Incoming) => Promise<void>
}

/** Every event, command and press that Bolt hands on becomes one message, or nothing. */
export const listen = (app: App, { home, clock, take }: ListenerParts): void => {
  const hand = async (read: (me: Home) => Incoming | null): Promise<void> => {
    const me = home()
    const message = me === null ? null : read(me)
    if (message !== null) await take(message)
  }
  for (const type of EVENT_TYPES) app.event(type, ({ body }) => hand((me) => readMessage(body, me)))
  app.command(COMMAND, async ({ body, ack }) => {
    await hand((me) => readCommand(body, me, clock()))
    await ack()
  })
  app.action(/./, async ({ body, ack }) => {
    await hand((me) => readAction(body, me))
    await ack()
  })
}
