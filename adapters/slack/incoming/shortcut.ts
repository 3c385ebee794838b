import type { ReplyForm } from '../../../src/reply.ts'
import type { Home } from '../options.ts'
import type { Pressed } from './action.ts'
import { conversationOf } from './conversation.ts'
import { plainText } from './plain-text.ts'
import { fieldsIn, idIn, nameIn, textIn, tsIn } from './shape.ts'

/** Longest text that is taken over into the form. */
const LONGEST = 2_900

/**
 * A message that somebody wants to report, as the form in which they say on what. It is answered to them alone: the
 * others have not asked.
 * @param formOf the form with a message's text
 */
export const readShortcut = (
  body: unknown,
  home: Home,
  formOf: (written: string) => ReplyForm,
  now: Date,
): Pressed | null => {
  const [channel, user] = [idIn(fieldsIn(body, 'channel'), 'id'), idIn(fieldsIn(body, 'user'), 'id')]
  const message = fieldsIn(body, 'message')
  const written = plainText(textIn(message, 'text') ?? '', home.botUserId).slice(0, LONGEST)
  const trigger = nameIn(body, 'trigger_id')
  if (channel === null || user === null || trigger === null) return null
  const direct = channel.startsWith('D')
  const place = { thread: tsIn(message, 'thread_ts'), only: direct ? null : user }
  const form = formOf(written)
  return {
    meaning: { say: form.title, form },
    message: {
      id: `shortcut:${trigger}`,
      conversation: conversationOf(channel, idIn(fieldsIn(body, 'team'), 'id'), home, place),
      sender: { id: user },
      text: form.title,
      addressed: true,
      at: now.toISOString(),
    },
  }
}
