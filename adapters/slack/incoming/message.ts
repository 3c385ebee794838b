import type { Incoming } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'
import { conversationOf } from './conversation.ts'
import { readFiles } from './files.ts'
import { mentions, plainText } from './plain-text.ts'
import { type Fields, fieldsIn, idIn, instantOf, listIn, nameIn, textIn, tsIn } from './shape.ts'

/** What people write; every other subtype tells of an edit, a deletion, a bot or somebody coming and going. */
const WRITTEN = new Set(['file_share', 'thread_broadcast'])

/**
 * So long can be an answer to a question of the bot's (3, 第三项, 确认) that somebody gives without mentioning it.
 * Longer talk of others is not looked at.
 */
const LONGEST_UNADDRESSED = 30

/** Slack cuts longer messages (https://docs.slack.dev/reference/methods/chat.postMessage#truncating). */
const LONGEST = 40_000

const isByAPerson = (event: Fields, home: Home): boolean => {
  const subtype = textIn(event, 'subtype')
  const user = textIn(event, 'user')
  return (
    (subtype === null || WRITTEN.has(subtype)) &&
    user !== null &&
    user !== home.botUserId &&
    user !== 'USLACKBOT' &&
    event.bot_id === undefined &&
    event.edited === undefined &&
    event.hidden !== true
  )
}

/** Text of the message that was shared along with this one. */
const quotedIn = (event: Fields, home: Home): string | null => {
  const shared = listIn(event, 'attachments').find((attachment) => attachment.is_share || attachment.is_msg_unfurl)
  const text = textIn(shared, 'text')
  return text === null ? null : plainText(text.slice(0, LONGEST), home.botUserId)
}

/**
 * A message or mention out of its envelope; null where it is none that a person wrote, or talk among others. The
 * mention and the message of the same words are one: both have the id `channel:ts`.
 */
export const readMessage = (body: unknown, home: Home): Incoming | null => {
  const event = fieldsIn(body, 'event')
  const channel = idIn(event, 'channel')
  const ts = tsIn(event, 'ts')
  const user = idIn(event, 'user')
  const at = ts === null ? null : instantOf(ts)
  if (channel === null || ts === null || user === null || at === null || !isByAPerson(event, home)) return null

  const raw = textIn(event, 'text')?.slice(0, LONGEST) ?? ''
  const direct = channel.startsWith('D')
  const addressed = direct || event.type === 'app_mention' || mentions(raw, home.botUserId)
  if (!addressed && (raw.length > LONGEST_UNADDRESSED || event.files !== undefined)) return null

  const text = plainText(raw, home.botUserId)
  const deliveryId = nameIn(body, 'event_id')
  const quoted = quotedIn(event, home)
  // in a channel the answer goes into the thread below the question, in private only where there is one already
  const thread = tsIn(event, 'thread_ts') ?? (direct ? null : ts)
  return {
    id: `${channel}:${ts}`,
    ...(deliveryId === null ? {} : { deliveryId }),
    conversation: conversationOf(channel, idIn(body, 'team_id'), home, { thread }),
    sender: { id: user },
    text,
    addressed,
    at,
    ...(quoted === null ? {} : { quoted }),
    ...readFiles(event, text),
  }
}
