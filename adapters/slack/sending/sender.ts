import type { webApi } from '@slack/bolt'
import { type Conversation, type Delivery, SendError } from '../../../src/adapter.ts'
import type { Message } from '../../../src/reply.ts'
import { channelOf } from '../incoming/conversation.ts'
import type { Home, SlackLog } from '../options.ts'
import { pressedIn } from '../press.ts'
import { fallbackText } from '../render/fallback.ts'
import { renderHome } from '../render/home.ts'
import { type Part, renderMessage } from '../render/message.ts'
import { EVENT_TYPE, findArrived } from './arrived.ts'
import type { Post } from './post.ts'
import { reasonOf, slackCodeOf, toSendError } from './web-errors.ts'

export interface SenderParts {
  client: webApi.WebClient
  post: Post
  home: () => Promise<Home>
  clock: () => Date
  log: SlackLog
}

/** What Slack says where the bot cannot show something to one person in a channel. */
const NOT_THERE = new Set(['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'])
/** What it says to blocks that it does not take. */
const NO_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'only_one_table_allowed'])

/** A person's id, in place of a channel's. */
const PERSON = /^[UW]/

/** Nothing else than the words as they are. */
const PLAIN = { parse: 'none', link_names: false }
/** No pictures of links either. */
const AS_IT_IS = { ...PLAIN, unfurl_links: false, unfurl_media: false, mrkdwn: false }

/** What cannot be laid out now never will be, and is not to hold up what comes after it. */
const rendered = (message: Message, about: string): Part[] => {
  try {
    return renderMessage(message, about)
  } catch (cause) {
    throw new SendError('refused', 'the message cannot be laid out', { cause })
  }
}

/**
 * Sends messages. Parts go out one after the other, each but the last told as soon as Slack has taken it; where an
 * earlier attempt may have arrived, Slack is asked first what it has.
 * @returns rejects with SendError
 */
export const createSender = ({ client, post, home, clock, log }: SenderParts) => {
  /** Shown to one person where they asked, or in private where they cannot be shown anything there. */
  const postAlone = async (to: Conversation, user: string, part: Part): Promise<void> => {
    const place = { channel: channelOf(to), ...(to.thread ? { thread_ts: to.thread } : {}) }
    try {
      if (to.kind === 'group') await post('chat.postEphemeral', { ...place, user, ...part, ...PLAIN })
      else await post('chat.postMessage', { ...place, ...part, ...AS_IT_IS })
    } catch (error) {
      if (!NOT_THERE.has(slackCodeOf(error) ?? '')) throw error
      await post('chat.postMessage', { channel: user, ...part, ...AS_IT_IS })
    }
  }

  const postPart = async (to: Conversation, part: Part, key: string, place: number): Promise<void> => {
    if (to.only !== undefined) return postAlone(to, to.only, part)
    await post('chat.postMessage', {
      channel: channelOf(to),
      ...(to.thread ? { thread_ts: to.thread } : {}),
      ...part,
      ...AS_IT_IS,
      metadata: { event_type: EVENT_TYPE, event_payload: { key, part: place } },
    })
  }

  const postInWords = async (to: Conversation, part: Part, key: string, place: number): Promise<void> => {
    try {
      await postPart(to, part, key, place)
    } catch (error) {
      const code = slackCodeOf(error) ?? ''
      if (!NO_BLOCKS.has(code)) throw error
      log.error('Slack does not take the blocks of a message; it goes out as plain text', { code })
      await postPart(to, { text: fallbackText(part.blocks) || part.text, blocks: [] }, key, place)
    }
  }

  /** Messages can be posted to a person; everything else wants the conversation with that person. */
  const roomOf = async (channel: string): Promise<string> => {
    if (!PERSON.test(channel)) return channel
    return (await client.conversations.open({ users: channel })).channel?.id ?? channel
  }

  const upload = async (to: Conversation, { name, content, alt }: NonNullable<Message['file']>): Promise<void> => {
    // a file cannot be shown to one person in a channel
    const room = await roomOf(to.only ?? channelOf(to))
    const place = {
      channel_id: room,
      file: Buffer.from(content, 'base64'),
      filename: name,
      ...(alt ? { alt_text: alt } : {}),
    }
    const { thread } = to
    await client.files.uploadV2(thread && to.only === undefined ? { ...place, thread_ts: thread } : place)
  }

  /** What Slack has of it already. What is shown to one person alone cannot be looked up, and is shown again. */
  const arrivedOf = async (to: Conversation, message: Message, { key, again, partsDone }: Delivery) => {
    const known = { parts: partsDone, file: false, stamps: [] }
    if (!again || to.only !== undefined) return known
    try {
      return await findArrived(client, await home(), clock(), {
        channel: await roomOf(channelOf(to)),
        ...(to.thread === undefined ? {} : { thread: to.thread }),
        key,
        file: message.file?.name ?? null,
      })
    } catch (error) {
      // without the permission to look, twice is better than not at all
      if (slackCodeOf(error) !== 'missing_scope') throw error
      log.error('the app may not read what it has sent; a message may arrive twice', { needed: 'history scopes' })
      return known
    }
  }

  /**
   * What was pressed becomes one line. Twice is once; the answer stands below it whether Slack takes this or not, so
   * that it is tried no second time.
   */
  const settle = async (to: Conversation, line: string, { answers }: Delivery): Promise<void> => {
    const ts = pressedIn(answers ?? '')
    // what was shown to one person alone cannot be changed from here
    if (ts === null || to.only !== undefined) return
    const [part] = renderMessage({ text: line }, '')
    const changing = client.chat.update({
      channel: channelOf(to),
      ts,
      text: part?.text ?? '',
      blocks: part?.blocks ?? [],
    })
    await changing.catch((error) => log.warn('what was pressed keeps its buttons', { reason: reasonOf(error) }))
  }

  /** Takes the place of what stood there: twice is once. */
  const publish = async (
    to: Conversation,
    user: string,
    message: Message,
    { answers, key }: Delivery,
  ): Promise<void> => {
    const view = renderHome(message, answers ?? key, JSON.stringify({ channel: channelOf(to) }))
    await client.views.publish({ user_id: user, view })
  }

  return async (to: Conversation, message: Message, delivery: Delivery): Promise<void> => {
    try {
      if (to.page && to.only !== undefined) return await publish(to, to.only, message, delivery)
      const parts = rendered(message, delivery.answers ?? delivery.key)
      const arrived = await arrivedOf(to, message, delivery)
      const total = parts.length + (message.file ? 1 : 0)
      const done = Math.max(delivery.partsDone, arrived.file ? total : arrived.parts)
      for (let i = delivery.partsDone; i < Math.min(done, total - 1); i++) await delivery.partDone()
      for (let i = done; i < total; i++) {
        const part = parts[i]
        if (part) await postInWords(to, part, delivery.key, i)
        else if (message.file) await upload(to, message.file)
        if (i < total - 1) await delivery.partDone()
      }
      if (message.settled !== undefined) await settle(to, message.settled, delivery)
    } catch (error) {
      throw error instanceof SendError ? error : toSendError(error)
    }
  }
}
