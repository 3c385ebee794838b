import { types } from 'wechaty-puppet'
import { type Conversation, type Delivery, SendError } from '../../src/adapter.ts'
import type { Message } from '../../src/reply.ts'
import type { Directory } from './directory.ts'
import type { Echoes } from './echoes.ts'
import { recipientOf } from './identities.ts'
import type { Timer, WechatLog } from './options.ts'
import type { Pace } from './pace.ts'
import { type Part, partsOf } from './parts.ts'
import type { Session } from './session.ts'
import { createPauses, within } from './waiting.ts'

/** A message that cannot be finished within that is taken up again later, where it stopped. */
const PATIENCE_MS = 30_000
const TAKE_MS = 15_000
/** `Base64` among the kinds of a FileBox, in the form in which it travels as JSON. */
const FILE_BOX_BASE64 = 1

export interface Outbound {
  /** @throws SendError */
  send(to: Conversation, message: Message, delivery: Delivery): Promise<void>
  /** Sends no more; resolves when what is in hand is finished. */
  close(): Promise<void>
}

export interface OutboundParts {
  session: Session
  directory: Directory
  echoes: Echoes
  pace: Pace
  /** Told once a day and conversation that its number of messages is used up. */
  onCap: () => void
  log: WechatLog
  clock: () => Date
  timer: Timer
}

export const createOutbound = (parts: OutboundParts): Outbound => {
  const { session, directory, echoes, pace, onCap, log, clock, timer } = parts
  /** The end of the queue of each conversation. */
  const queues = new Map<string, Promise<void>>()
  const pauses = createPauses(timer)
  let closed = false

  const requireLogin = (): void => {
    if (closed) throw new SendError('not-sent', 'the channel is closing')
    if (session.state !== 'logged-in') throw new SendError('not-sent', 'nobody is logged in')
  }

  const dispatch = async (to: string, part: Part): Promise<void> => {
    try {
      await within(TAKE_MS, timer, 'sending', () =>
        part.kind === 'text'
          ? session.puppet.messageSendText(to, part.text)
          : session.puppet.messageSend(to, {
              type: types.Sayable.Attachment,
              payload: {
                filebox: JSON.stringify({
                  type: FILE_BOX_BASE64,
                  name: part.file.name,
                  base64: part.file.content,
                  metadata: {},
                }),
              },
            }),
      )
    } catch (cause) {
      throw new SendError('unknown', 'the puppet failed while sending', { cause })
    }
    if (part.kind === 'text') echoes.sent(to, part.text)
  }

  const sendParts = async (to: Conversation, message: Message, delivery: Delivery): Promise<void> => {
    requireLogin()
    const began = clock().getTime()
    const all = partsOf(message)
    if (all.length <= delivery.partsDone) return
    const recipient = recipientOf(to)
    const target = await directory.find(recipient.id, recipient.kind)
    for (const [index, part] of all.entries()) {
      if (index < delivery.partsDone) continue
      const uncertain = delivery.again && index === delivery.partsDone
      if (!(uncertain && part.kind === 'text' && echoes.claim(target, part.text))) {
        const most = Math.max(0, PATIENCE_MS - (clock().getTime() - began))
        const pause = pace.reserve(recipient.id, most)
        if (pause === null) {
          onCap()
          throw new SendError('refused', "the day's number of messages to this conversation is used up")
        }
        if (pause > most)
          throw new SendError('not-sent', 'other messages of the account go first', { retryAfterMs: pause })
        await pauses.wait(pause)
        requireLogin()
        await dispatch(target, part)
      }
      await delivery.partDone()
    }
  }

  return {
    send: (to, message, delivery) => {
      const { id } = recipientOf(to)
      const sending = (queues.get(id) ?? Promise.resolve()).then(() => sendParts(to, message, delivery))
      const end = sending
        .catch((error) => log.debug('a message was not sent', { error }))
        .finally(() => {
          if (queues.get(id) === end) queues.delete(id)
        })
      queues.set(id, end)
      return sending
    },
    close: async () => {
      closed = true
      pauses.end()
      await Promise.all(queues.values())
    },
  }
}
