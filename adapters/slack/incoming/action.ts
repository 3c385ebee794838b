import type { Incoming } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'
import { type Meaning, pressId, readIds, readValue } from '../press.ts'
import { conversationOf } from './conversation.ts'
import { fieldsIn, idIn, instantOf, isFields, listIn, nameIn, textIn, tsIn } from './shape.ts'

/** What was pressed, and the message that it makes; a form has to be filled in before there is one. */
export interface Pressed {
  meaning: Meaning
  message: Incoming
}

/** What of a meaning goes into the message. */
export const meant = ({ task, person, refers }: Meaning): Pick<Incoming, 'task' | 'person' | 'refers'> => ({
  ...(task === undefined ? {} : { task }),
  ...(person === undefined ? {} : { person }),
  ...(refers === undefined ? {} : { refers }),
})

/** The conversation with the person, of a button on the bot's own page: there is it answered. */
const pageChannel = (body: unknown): string | null => {
  try {
    return idIn(JSON.parse(textIn(fieldsIn(body, 'view'), 'private_metadata') ?? 'null'), 'channel')
  } catch {
    return null
  }
}

/**
 * A button pressed or an option chosen, as if the person had said what it means. What was pressed in an answer for
 * one person alone is answered to that person alone.
 */
export const readAction = (body: unknown, home: Home): Pressed | null => {
  const [action] = listIn(body, 'actions')
  const container = fieldsIn(body, 'container')
  const channel = idIn(fieldsIn(body, 'channel'), 'id') ?? idIn(container, 'channel_id') ?? pageChannel(body)
  const user = idIn(fieldsIn(body, 'user'), 'id')
  const name = nameIn(fieldsIn(body, 'user'), 'username')
  const pressed = tsIn(action, 'action_ts')
  const at = pressed === null ? null : instantOf(pressed)
  const value = textIn(action, 'value') ?? textIn(fieldsIn(action, 'selected_option'), 'value')
  const meaning = value === null ? null : readValue(value)
  const ids = [nameIn(action, 'action_id'), nameIn(action, 'block_id')] as const
  if (channel === null || user === null || pressed === null || at === null || meaning === null) return null
  if (ids[0] === null || ids[1] === null) return null

  const { alone, about } = readIds(ids[0], ids[1])
  const ephemeral = container.is_ephemeral === true
  const direct = channel.startsWith('D')
  const below = tsIn(container, 'message_ts')
  const message = isFields(body) ? body.message : undefined
  const branch = tsIn(container, 'thread_ts') ?? tsIn(message, 'thread_ts')
  const thread = branch ?? (direct || ephemeral ? null : below)
  const only = (alone && !direct) || ephemeral ? user : null
  return {
    meaning,
    message: {
      id: pressId(below, pressed, user),
      conversation: conversationOf(channel, idIn(fieldsIn(body, 'team'), 'id'), home, { thread, only }),
      sender: { id: user, ...(name === null ? {} : { name }) },
      text: meaning.say,
      addressed: true,
      at,
      ...(about === null ? {} : { about }),
      ...meant(meaning),
    },
  }
}
