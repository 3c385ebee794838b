import type { Adapter, Delivery } from '../adapter.ts'
import { SendError } from '../adapter.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Timer } from '../timer.ts'
import { backoffMs } from './backoff.ts'
import { createLanes } from './lanes.ts'
import { OUTGOING, type OutgoingBody, PART_SENT, SENT, type SentBody, TRYING, takenId } from './records.ts'
import { type OutgoingItem, replay, type Waiting } from './waiting.ts'

/** After so long without success a message is given up: an answer to yesterday's question helps nobody. */
export const GIVE_UP_MS = 24 * 3_600_000
/** What has hours is looked for until it is clear whether it arrived, for so long. */
const UNCLEAR_MS = 14 * GIVE_UP_MS
/** Whether something may go out is asked again after so long, for the rules may have changed. */
const LOOK_AGAIN_MS = 60_000
/** A channel that has not answered by then may or may not have taken the message. */
const SEND_TIMEOUT_MS = 60_000

/** Why a message was given up whose time was over before it could be sent. */
export const EXPIRED = 'expired'

export interface OutboxState {
  /** Messages that wait or are in hand. */
  waiting: number
  /** Milliseconds since the oldest of them was handed in; 0 where there is none. */
  oldestMs: number
  /** Messages given up since the start. */
  givenUp: number
}

/**
 * Messages on their way out. One that is handed in is on disk before that resolves, and is sent until the channel has
 * taken it, also after a restart; in one conversation in the order in which they were handed in.
 */
export interface Outbox {
  /**
   * Resolves once the message is on disk. One whose key has been handed in before is ignored.
   * @throws DubanError `store-unwritable`; it is then not sent
   */
  put(item: OutgoingItem): Promise<void>
  /** Begins to send, first what the last run has left. */
  start(): void
  state(): OutboxState
  /** Resolves when everything has been tried once more, or the time is up; what is left stays for the next start. */
  stop(withinMs: number): Promise<void>
  /** Forgets the keys of messages handed in before the instant (milliseconds since 1970). */
  forgetBefore(instant: number): void
}

export interface OutboxParts {
  store: Pick<Store, 'append' | 'entries'>
  channels: ReadonlyMap<string, Adapter>
  clock: () => Date
  timer: Timer
  random: () => number
  log: Log
  /** Milliseconds that a message with hours must wait at an instant: 0 where it may go, infinite where it may no more. */
  heldFor?: (key: string, rules: unknown, now: Date) => number
  /** Told how a message ended: null where it arrived, else why it was given up. */
  ended?: (key: string, givenUp: string | null) => void
}

export const openOutbox = (parts: OutboxParts): Outbox => {
  const { store, channels, clock, timer, random, log, heldFor = () => 0, ended = () => {} } = parts
  const { left, keys } = replay(store)
  const waiting = new Set<Waiting>()
  const lanes = createLanes()
  /** Ends the waits in hand; set by stop. */
  const waits = new Set<() => void>()
  /** The end of each channel's row of messages that have hours. */
  const turns = new Map<string, Promise<void>>()
  let started = false
  /** No second attempts any more. */
  let stopping = false
  /** No attempts any more. */
  let closed = false
  let givenUp = 0

  const note = (kind: string, body: unknown): Promise<void> => store.append({ kind, at: clock().toISOString(), body })

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopping) return resolve()
      const end = (): void => {
        cancel()
        waits.delete(end)
        resolve()
      }
      const cancel = timer.after(ms, end)
      waits.add(end)
    })

  /** A channel that hangs must not hold up the conversation for ever. */
  const withTimeout = (sending: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const cancel = timer.after(SEND_TIMEOUT_MS, () => reject(new SendError('unknown', 'the channel does not answer')))
      sending.then(resolve, reject).finally(cancel)
    })

  const end = async (item: Waiting, reason: string | null): Promise<void> => {
    // what has arrived but cannot be noted is looked for again at the next start
    await note(SENT, { key: item.key, givenUp: reason, answers: item.answers } satisfies SentBody).catch((error) =>
      log.error('a delivery could not be noted', { error }),
    )
    waiting.delete(item)
    ended(item.key, reason)
    if (reason === null) return
    if (reason === EXPIRED) return log.warn('a message could not be sent in time', { channel: item.to.adapter })
    givenUp++
    log.error('a message was given up', { channel: item.to.adapter, reason })
  }

  /** One attempt: how long to wait before the next, or null when there is nothing more to do. */
  const attempt = async (item: Waiting, attempts: number): Promise<number | null> => {
    const channel = channels.get(item.to.adapter)
    const delivery: Delivery = {
      key: item.key,
      answers: item.answers === null ? null : takenId(item.answers),
      again: item.again,
      partsDone: item.partsDone,
      partDone: async () => {
        item.partsDone++
        await note(PART_SENT, { key: item.key })
      },
    }
    try {
      if (channel === undefined) throw new SendError('not-sent', `the channel ${item.to.adapter} is not configured`)
      await withTimeout(channel.send(item.to, item.message, delivery))
      await end(item, null)
      return null
    } catch (error) {
      const { outcome, retryAfterMs, message } =
        error instanceof SendError ? error : new SendError('unknown', String(error))
      if (outcome === 'refused') {
        await end(item, message)
        return null
      }
      if (clock().getTime() - item.since >= (item.hours ? UNCLEAR_MS : GIVE_UP_MS)) {
        await end(item, `${message}; tried for a day`)
        return null
      }
      item.again ||= outcome === 'unknown'
      log.warn('a message could not be sent yet', { channel: item.to.adapter, outcome, reason: message })
      return Math.max(retryAfterMs ?? 0, backoffMs(attempts, random))
    }
  }

  /** Waits for the hours of a message; false where nothing is left to be sent. */
  const inHours = async (item: Waiting): Promise<boolean> => {
    while (item.hours && !closed) {
      const now = clock()
      const held = heldFor(item.key, item.hours.rules, now)
      const late = !item.again && now.getTime() >= Date.parse(item.hours.until)
      if (late || held === Number.POSITIVE_INFINITY) {
        await end(item, EXPIRED)
        return false
      }
      if (held <= 0) return true
      if (stopping) return false
      await wait(Math.min(held, LOOK_AGAIN_MS))
    }
    return true
  }

  /**
   * What nobody waits for goes out one after the other in each channel, each marked before the next is tried: a crash
   * leaves one message at most of which a channel that cannot look does not know whether it arrived.
   */
  const inTurn = (item: Waiting, attempts: number): Promise<number | null> => {
    const work = async (): Promise<number | null> => {
      if (closed) return null
      // its hours may have ended meanwhile
      const held = item.hours ? heldFor(item.key, item.hours.rules, clock()) : 0
      if (held > 0) return 0
      if (attempts > 1 || item.again) return attempt(item, attempts)
      try {
        await note(TRYING, { key: item.key })
      } catch (error) {
        log.error('a delivery could not be noted', { error })
        return backoffMs(attempts, random)
      }
      return attempt(item, attempts)
    }
    const mine = (turns.get(item.to.adapter) ?? Promise.resolve()).then(work)
    turns.set(
      item.to.adapter,
      mine.then(() => undefined),
    )
    return mine
  }

  const deliver = async (item: Waiting): Promise<void> => {
    for (let attempts = 1; !closed; attempts++) {
      if (!(await inHours(item))) return
      const pause = await (item.hours ? inTurn(item, attempts) : attempt(item, attempts))
      if (pause === null || stopping) return
      await wait(pause)
    }
  }

  const enqueue = (item: Waiting): void => {
    waiting.add(item)
    const row = [item.to.adapter, item.to.id, ...(item.hours ? ['hours'] : [])]
    lanes.add(JSON.stringify(row), () => deliver(item))
  }

  return {
    put: async (item) => {
      if (keys.has(item.key)) return
      const now = clock()
      keys.set(item.key, now.getTime())
      try {
        await note(OUTGOING, item satisfies OutgoingBody)
      } catch (error) {
        keys.delete(item.key)
        throw error
      }
      const fresh = { ...item, since: now.getTime(), partsDone: 0, again: false }
      if (started) enqueue(fresh)
      else left.push(fresh)
    },
    start: () => {
      started = true
      for (const item of left.splice(0)) enqueue(item)
    },
    state: () => {
      const since = Math.min(...[...waiting].map((item) => item.since))
      return {
        waiting: waiting.size,
        oldestMs: waiting.size === 0 ? 0 : clock().getTime() - since,
        givenUp,
      }
    },
    stop: async (withinMs) => {
      let late: () => void = () => {}
      const timeUp = new Promise<void>((resolve) => {
        late = timer.after(withinMs, resolve)
      })
      stopping = true
      for (const endWait of [...waits]) endWait()
      await Promise.race([lanes.idle(), timeUp])
      closed = true
      late()
    },
    forgetBefore: (instant) => {
      for (const [key, at] of keys) if (at < instant) keys.delete(key)
    },
  }
}
