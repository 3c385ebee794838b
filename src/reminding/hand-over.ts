import { type Day, dayOf } from '../domain/index.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { momentOf } from '../reminders/hours.ts'
import { ENDED, type EndedBody, PLANNED, type PlannedBody } from '../reminders/records.ts'
import { conversationWith, type RemindingParts } from './ports.ts'

/** Why a message could not go out: its channel is not configured here. */
export const NO_CHANNEL = 'no-channel'

type Parts = Pick<RemindingParts, 'store' | 'push' | 'channels' | 'clock' | 'log'>

export const noteEnd = ({ store, clock }: Pick<Parts, 'store' | 'clock'>, key: string, failed: string | null) =>
  store.append({ kind: ENDED, at: clock().toISOString(), body: { key, failed } satisfies EndedBody })

const plannedBody = ({ held: _, ...message }: PlannedMessage, day: Day): PlannedBody => ({
  ...message,
  day,
  title: message.text.split('\n')[0] ?? '',
  until: momentOf(day, message.times.hours[1]).toISOString(),
})

/** Gives what has been written down as planned to the mailroom. */
export const send = (body: PlannedBody, { push }: Pick<Parts, 'push'>): Promise<void> => {
  const { to, kind, text, actions, key, times, until } = body
  const message = { text, ...(actions.length > 0 ? { actions } : {}) }
  return push(conversationWith(to, kind === 'group' ? 'group' : 'direct'), message, key, { until, rules: times })
}

/**
 * Hands messages to the mailroom: each is written down as planned first, so that what is owed is known after any crash.
 * One that cannot be written down is owed again at the next tick.
 */
export const handOver = async (messages: readonly PlannedMessage[], parts: Parts): Promise<void> => {
  const { store, channels, clock, log } = parts
  const now = clock()
  const handed = await Promise.all(
    messages.map(async (message) => {
      const body = plannedBody(message, dayOf(now))
      try {
        await store.append({ kind: PLANNED, at: now.toISOString(), body })
        if (message.channel === null || !channels.has(message.channel)) await noteEnd(parts, message.key, NO_CHANNEL)
        else await send(body, parts)
        return true
      } catch (error) {
        log.error('a reminder could not be kept', { error })
        return false
      }
    }),
  )
  const kept = handed.filter(Boolean).length
  if (kept > 0) log.info('reminders are on their way', { messages: kept })
}
