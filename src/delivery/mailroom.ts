import { type Adapter, ClosingError, type Conversation, type Incoming } from '../adapter.ts'
import type { Bot } from '../bot.ts'
import type { Log } from '../log.ts'
import { type Message, messageOf } from '../reply.ts'
import type { JournalEntry, Store } from '../store/store.ts'
import type { Timer } from '../timer.ts'
import { backoffMs } from './backoff.ts'
import { openInbox } from './inbox.ts'
import { createLanes } from './lanes.ts'
import { type OutboxParts, type OutboxState, openOutbox } from './outbox.ts'
import { isDeliveryEntry, SENT, SETTLED, type SendingHours, type SentBody, TAKEN, takenKey } from './records.ts'

/** So long a repeat of a message is known as one; Slack's last repeat comes after five minutes. */
const REMEMBER_MS = 48 * 3_600_000
/** The journal is tidied after so many messages. */
const TIDY_AFTER = 5_000

/** 收发室: takes messages from every channel, has them answered, and sees to it that each answer goes out once. */
export interface Mailroom {
  /** What a channel's `start` is given. */
  receive(message: Incoming): Promise<void>
  /** Sends something nobody has asked for (an alarm, a reminder). What has the same key goes out once. */
  push(to: Conversation, message: Message, key: string, hours?: SendingHours): Promise<void>
  /** Goes through what the last run left, and begins to send. */
  start(): void
  state(): MailroomState
  /** Takes no more, finishes what is in hand within the time; what is left stays on disk for the next start. */
  stop(withinMs: number): Promise<void>
}

export interface MailroomState extends OutboxState {
  /** Messages taken whose answer is not yet known. */
  unanswered: number
  /** Milliseconds since 1970 of the last message of each channel since the start. */
  lastMessageAt: ReadonlyMap<string, number>
}

export interface MailroomParts {
  store: Pick<Store, 'append' | 'entries' | 'compact'>
  bot: Pick<Bot, 'answer' | 'awaits'>
  channels: ReadonlyMap<string, Adapter>
  clock: () => Date
  timer: Timer
  /** From 0 to 1. */
  random: () => number
  log: Log
  heldFor?: OutboxParts['heldFor']
  ended?: OutboxParts['ended']
  /** Entries of others that the journal need not keep any longer. */
  isOver?: (entry: JournalEntry) => boolean
}

export const openMailroom = (parts: MailroomParts): Mailroom => {
  const { store, bot, channels, clock, timer, random, log, isOver = () => false } = parts
  const inbox = openInbox(store, clock)
  const outbox = openOutbox(parts)
  const lanes = createLanes()
  const lastMessageAt = new Map<string, number>()
  let closing = false
  let sinceTidied = 0

  const answer = async (message: Incoming): Promise<void> => {
    const key = takenKey(message)
    const reply = await bot.answer(message, async (file) => {
      const channel = channels.get(message.conversation.adapter)
      if (!channel) throw new Error(`the channel ${message.conversation.adapter} is not configured`)
      return channel.fetch(file)
    })
    // an answer that cannot be kept is not sent: it would be sent again after a restart
    for (let attempts = 1; ; attempts++) {
      try {
        if (reply.intent === 'silent') await inbox.settle(key)
        else await outbox.put({ key, to: message.conversation, message: messageOf(reply), answers: key })
        return
      } catch (error) {
        log.error('an answer could not be kept', { error })
        if (closing) return
        await new Promise<void>((resolve) => timer.after(backoffMs(attempts, random), resolve))
      }
    }
  }

  const enqueue = (message: Incoming): void => {
    const { adapter, id } = message.conversation
    lanes.add(JSON.stringify([adapter, id]), () =>
      answer(message).catch((error) => log.error('a message could not be answered', { error })),
    )
  }

  /** Drops from the journal what is done, but for the keys by which a repeat is known. */
  const tidy = async (): Promise<void> => {
    sinceTidied = 0
    const oldest = clock().getTime() - REMEMBER_MS
    const settled = new Set<string>()
    const sent = new Set<string>()
    for (const { body } of store.entries(SETTLED)) settled.add((body as { key: string }).key)
    for (const { body } of store.entries(SENT)) {
      const { key, answers } = body as SentBody
      sent.add(key)
      if (answers !== null) settled.add(answers)
    }
    const isLive = (entry: JournalEntry): boolean => {
      const { key } = entry.body as { key: string }
      if (entry.kind === TAKEN) return !settled.has(key)
      if (entry.kind === SETTLED || entry.kind === SENT) return Date.parse(entry.at) >= oldest
      return !sent.has(key)
    }
    await store
      .compact((entry) => (isDeliveryEntry(entry) ? isLive(entry) : !isOver(entry)))
      .catch((error) => log.warn('the journal could not be tidied', { error }))
    inbox.forgetBefore(oldest)
    outbox.forgetBefore(oldest)
  }

  return {
    receive: async (message) => {
      // talk that is not for the bot is written nowhere
      const addressed = message.addressed || bot.awaits(message)
      if (!addressed) return
      if (closing) throw new ClosingError()
      lastMessageAt.set(message.conversation.adapter, clock().getTime())
      const taken = { ...message, addressed }
      if (!(await inbox.take(taken))) return
      enqueue(taken)
      if (++sinceTidied >= TIDY_AFTER) await tidy()
    },
    push: async (to, message, key, hours) => {
      await outbox.put({ key, to, message, answers: null, ...(hours ? { hours } : {}) })
      if (++sinceTidied >= TIDY_AFTER) await tidy()
    },
    start: () => {
      outbox.start()
      for (const message of inbox.leftOver) enqueue(message)
      void tidy()
    },
    state: () => ({ ...outbox.state(), unanswered: lanes.size, lastMessageAt }),
    stop: async (withinMs) => {
      closing = true
      let late: () => void = () => {}
      const timeUp = new Promise<void>((resolve) => {
        late = timer.after(withinMs, resolve)
      })
      const began = clock().getTime()
      await Promise.race([lanes.idle(), timeUp])
      late()
      await outbox.stop(Math.max(0, withinMs - (clock().getTime() - began)))
    },
  }
}
