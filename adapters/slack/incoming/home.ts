import type { Incoming } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'
import { conversationOf } from './conversation.ts'
import { fieldsIn, idIn, instantOf, nameIn, textIn, tsIn } from './shape.ts'

/** What stands on the bot's page: what is to be done, or to be decided, by whoever looks at it. */
const ASKS = '我的待办'

/** The page looked at, as a question about what is to be done; null where another part of it was opened. */
export const readHomeOpened = (body: unknown, home: Home): Incoming | null => {
  const event = fieldsIn(body, 'event')
  const [user, channel, ts] = [idIn(event, 'user'), idIn(event, 'channel'), tsIn(event, 'event_ts')]
  const at = ts === null ? null : instantOf(ts)
  if (textIn(event, 'tab') !== 'home' || user === null || channel === null || ts === null || at === null) return null
  const deliveryId = nameIn(body, 'event_id')
  return {
    id: `home:${user}:${ts}`,
    ...(deliveryId === null ? {} : { deliveryId }),
    conversation: { ...conversationOf(channel, idIn(body, 'team_id'), home, { only: user }), page: true },
    sender: { id: user },
    text: ASKS,
    addressed: true,
    at,
  }
}
