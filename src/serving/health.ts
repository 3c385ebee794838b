import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { MailroomState } from '../delivery/mailroom.ts'
import type { RunnerState } from '../reminding/runner.ts'
import { type RequestHandler, sendJson } from './http-server.ts'

/** A message that has waited longer than this to go out means that a channel is down. */
const OLDEST_OUTGOING_MS = 10 * 60_000

export interface HealthParts {
  /** All that are configured: whether messages come through, and when the platform last gave a sign of life (ISO 8601). */
  channels: () => { name: string; up: boolean; lastInboundAt: string | null }[]
  mailroom: () => MailroomState
  reminders: () => RunnerState
  /** Whether the store can be written to. */
  writable: () => boolean
}

/** What `/readyz` tells. */
export interface Readiness {
  ready: boolean
  store: { writable: boolean }
  channels: { name: string; up: boolean; lastInboundAt: string | null; lastMessageAt: string | null }[]
  outbox: Pick<MailroomState, 'waiting' | 'oldestMs' | 'givenUp'>
  unanswered: number
}

export const readiness = ({ channels, mailroom, writable }: HealthParts): Readiness => {
  const { waiting, oldestMs, givenUp, unanswered, lastMessageAt } = mailroom()
  const store = writable()
  const states = channels().map((channel) => {
    const at = lastMessageAt.get(channel.name)
    return { ...channel, lastMessageAt: at === undefined ? null : new Date(at).toISOString() }
  })
  const ready = store && states.every(({ up }) => up) && oldestMs < OLDEST_OUTGOING_MS
  return { ready, store: { writable: store }, channels: states, outbox: { waiting, oldestMs, givenUp }, unanswered }
}

/** `/healthz`: the process answers. `/readyz`: it can do its work. `/metrics`: the same in figures. */
export const healthRoutes = (parts: HealthParts): Map<string, RequestHandler> => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value())
      },
    })
  }
  gauge('duban_outbox_waiting', 'Messages that wait to be sent.', () => parts.mailroom().waiting)
  gauge('duban_outbox_oldest_seconds', 'Age of the oldest of them.', () => parts.mailroom().oldestMs / 1_000)
  gauge('duban_outbox_given_up', 'Messages given up since the start.', () => parts.mailroom().givenUp)
  gauge('duban_inbox_unanswered', 'Messages taken and not answered yet.', () => parts.mailroom().unanswered)
  gauge('duban_reminders_pending', 'Reminder messages on their way.', () => parts.reminders().pending)
  gauge('duban_reminders_sent', 'Reminder messages that arrived in the last sixty days.', () => parts.reminders().sent)
  gauge(
    'duban_reminders_missed',
    'Reminders that were never sent and are too old to be made up for.',
    () => parts.reminders().missed,
  )
  gauge('duban_reminders_last_tick_seconds', 'When reminders were last looked after, in seconds since 1970.', () =>
    Math.floor((parts.reminders().lastTickAt ?? 0) / 1_000),
  )
  return new Map<string, RequestHandler>([
    ['/healthz', (_request, response) => sendJson(response, 200, { status: 'ok' })],
    [
      '/readyz',
      (_request, response) => {
        const state = readiness(parts)
        sendJson(response, state.ready ? 200 : 503, state)
      },
    ],
    [
      '/metrics',
      async (_request, response) => {
        response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
      },
    ],
  ])
}
