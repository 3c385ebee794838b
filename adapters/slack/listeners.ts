import type { App, webApi } from '@slack/bolt'
import type { Incoming } from '../../src/adapter.ts'
import type { ReplyForm } from '../../src/reply.ts'
import { type Pressed, readAction } from './incoming/action.ts'
import { readCommand } from './incoming/command.ts'
import { readForm, rememberForm } from './incoming/form.ts'
import { readHomeOpened } from './incoming/home.ts'
import { readMessage } from './incoming/message.ts'
import { fieldsIn, idIn, textIn } from './incoming/shape.ts'
import { readShortcut } from './incoming/shortcut.ts'
import type { Home, SlackLog } from './options.ts'
import { FORM_ID, renderForm } from './render/form.ts'
import { reasonOf } from './sending/web-errors.ts'
import { COMMAND, HOME_OPENED, MESSAGE_TYPES, SHORTCUT } from './surface.ts'

export interface ListenerParts {
  client: webApi.WebClient
  /** Null before the bot knows who it is; nothing comes in then. */
  home: () => Home | null
  clock: () => Date
  /** Keeps a message; rejects where it could not be kept. */
  take: (message: Incoming) => Promise<void>
  /** The form in which a message of somebody's becomes a report. */
  messageForm: (written: string) => ReplyForm
  log: SlackLog
}

/** Every event, command, press and form that Bolt hands on becomes one message, or nothing. */
export const listen = (app: App, { client, home, clock, take, messageForm, log }: ListenerParts): void => {
  const hand = async (read: (me: Home) => Incoming | null): Promise<void> => {
    const me = home()
    const message = me === null ? null : read(me)
    if (message !== null) await take(message)
  }

  /** Slack opens a form within three seconds of the press or not at all; nothing is lost, for it can be pressed again. */
  const openForm = async (pressed: Pressed, body: unknown): Promise<void> => {
    const { form } = pressed.meaning
    const trigger = textIn(body, 'trigger_id')
    const team = idIn(fieldsIn(body, 'team'), 'id')
    const view = form ? renderForm(form, rememberForm(pressed, form, team)) : null
    if (view === null || trigger === null) return log.warn('a form is too large to be shown')
    const opening = client.views.open({ trigger_id: trigger, view })
    await opening.catch((error) => log.warn('a form could not be opened', { reason: reasonOf(error) }))
  }

  for (const type of MESSAGE_TYPES) app.event(type, ({ body }) => hand((me) => readMessage(body, me)))
  app.event(HOME_OPENED, ({ body }) => hand((me) => readHomeOpened(body, me)))
  app.command(COMMAND, async ({ body, ack }) => {
    await hand((me) => readCommand(body, me, clock()))
    await ack()
  })
  app.action(/./, async ({ body, ack }) => {
    const me = home()
    const pressed = me === null ? null : readAction(body, me)
    if (pressed?.meaning.form) await openForm(pressed, body)
    else if (pressed) await take(pressed.message)
    await ack()
  })
  app.shortcut({ callback_id: SHORTCUT, type: 'message_action' }, async ({ body, ack }) => {
    const me = home()
    const chosen = me === null ? null : readShortcut(body, me, messageForm, clock())
    if (chosen) await openForm(chosen, body)
    await ack()
  })
  app.view(FORM_ID, async ({ body, ack }) => {
    await hand((me) => readForm(body, me, clock()))
    await ack()
  })
}
