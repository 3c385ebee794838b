import type { Incoming } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'
import { readIds } from '../press.ts'
import { conversationOf } from './conversation.ts'
import { fieldsIn, idIn, instantOf, isFields, listIn, nameIn, textIn, tsIn } from './shape.ts'

/**
 * A button pressed or an option chosen, as if the person had said what it means. What was pressed in an answer for
 * one person alone is answered to that person alone.
 */
export const readAction = (body: unknown, home: Home): Incoming | null => {
  const [action] = listIn(body, 'actions')
  const container = fieldsIn(body, 'container')
  const channel = idIn(fieldsIn(body, 'channel'), 'id') ?? idIn(container, 'channel_id')
  const user = idIn(fieldsIn(body, 'user'), 'id')
  const name = nameIn(fieldsIn(body, 'user'), 'username')
  const pressed = tsIn(action, 'action_ts')
  const at = pressed === null ? null : instantOf(pressed)
  const say = textIn(action, 'value') ?? textIn(fieldsIn(action, 'selected_option'), 'value')
  const ids = [nameIn(action, 'action_id'), nameIn(action, 'block_id')] as const
  if (channel === null || user === null || pressed === null || at === null || say === null) return null
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
    id: `${channel}:${below ?? ''}:${pressed}:${user}`,
    conversation: conversationOf(channel, idIn(fieldsIn(body, 'team'), 'id'), home, { thread, only }),
    sender: { id: user, ...(name === null ? {} : { name }) },
    text: say,
    addressed: true,
    at,
    ...(about === null ? {} : { about }),
  }
}
