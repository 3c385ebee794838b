import type { Incoming } from '../../../src/adapter.ts'
import type { Channel } from '../../../src/cli/services.ts'
import type { Mode } from '../../helpers/slack-program.ts'
import type { SlackServer } from '../../helpers/slack-server.ts'
import { usedMegabytes } from '../memory.ts'
import { answerTo } from './answers.ts'
import { inParallel } from './in-parallel.ts'
import { malformedPayload, malformedText, type Pick } from './malformed-payloads.ts'
import { openStage } from './stage.ts'

export interface MalformedCounts {
  sent: number
  /** Taken for messages all the same, for of some only what nobody reads was wrong. */
  taken: number
  /** Of these, such as the core may not be handed. */
  wrong: number
  /** Requests answered with a failure of the program (5xx): Slack would deliver them again and again. */
  failed: number
  /** Thrown and caught by nobody: each would end the process. */
  uncaught: number
  /** Whether a good message is still answered afterwards. */
  alive: boolean
  /** Growth of what is in use since a first tenth, garbage collected. */
  growthMb: number
}

const AT_ONCE = 8

const isSound = ({ id, conversation, sender, text, at, quoted = '', files = [], about = '' }: Incoming): boolean =>
  [id, conversation.id, sender?.id].every((each) => typeof each === 'string' && each !== '') &&
  ['direct', 'group'].includes(conversation.kind) &&
  [text, quoted, about, ...files.flatMap(({ name, ref }) => [name, ref])].every((each) => typeof each === 'string') &&
  new Date(at).toISOString() === at

const TYPES = ['application/json', 'application/json', 'application/x-www-form-urlencoded', 'text/plain', 'x', '']

/** One request, signed or not, that ends as it should or in the middle. Resolves with the status; 0 without one. */
const request = async ({ requests, payloads }: SlackServer, url: string, pick: Pick): Promise<number> => {
  const payload = malformedPayload(payloads, pick)
  const isForm = payload.type !== 'event_callback'
  const json = JSON.stringify(payload)
  const form = (): string =>
    'command' in payload
      ? new URLSearchParams(
          Object.entries(payload).map(([key, value]): [string, string] => [
            key,
            typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
          ]),
        ).toString()
      : new URLSearchParams({ payload: json }).toString()
  const body = malformedText(() => (isForm ? form() : json), pick)
  const usual = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const now = Math.floor(Date.now() / 1000)
  return requests
    .send(url, {
      body,
      contentType: pick(5) === 0 ? (TYPES[pick(TYPES.length)] as string) : usual,
      timestamp: pick(20) === 0 ? ([Number.NaN, 0, now - 600, -1][pick(4)] as number) : now,
      ...(pick(20) === 0 ? { secret: 'another' } : {}),
      retry: pick(4),
      cut: pick(50) === 0,
    })
    .then(
      ({ status }) => status,
      () => 0,
    )
}

const TYPES_OF_FRAMES = ['events_api', 'slash_commands', 'interactive', 'hello', 'disconnect', 'other', null, 7]

/** One frame; the last resort is bytes. */
const frame = ({ payloads }: SlackServer, n: number, pick: Pick): string | Buffer => {
  if (pick(50) === 0) return Buffer.from(Array.from({ length: pick(500) }, () => pick(256)))
  const payload = malformedPayload(payloads, pick)
  const usual =
    payload.type === 'event_callback' ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive'
  // an announced disconnect is no malformed frame, and how it is taken is looked at elsewhere
  const type = pick(5) === 0 ? TYPES_OF_FRAMES.filter((other) => other !== 'disconnect')[pick(7)] : usual
  const envelope = { envelope_id: pick(20) === 0 ? null : `malformed-${n}`, type, payload, retry_attempt: pick(4) }
  return malformedText(() => JSON.stringify(envelope), pick)
}

/** Sends the program so much that is malformed, then something good. */
export const malformed = async (mode: Mode, dir: string, count: number, pick: Pick): Promise<MalformedCounts> => {
  const counts: MalformedCounts = { sent: 0, taken: 0, wrong: 0, failed: 0, uncaught: 0, alive: false, growthMb: 0 }
  const watch = (channel: Channel): Channel => ({
    ...channel,
    adapter: {
      ...channel.adapter,
      start: (receive) =>
        channel.adapter.start((message) => {
          counts.taken++
          if (!isSound(message)) counts.wrong++
          return receive(message)
        }),
    },
  })
  const onUncaught = (): void => void counts.uncaught++
  process.on('unhandledRejection', onUncaught)
  process.on('uncaughtException', onUncaught)
  const stage = await openStage(mode, dir, { around: watch })
  const { server } = stage
  /** Over a socket nothing tells that a frame has been looked at, so every so often a good message does. */
  const send = async (n: number): Promise<void> => {
    if (mode === 'http') {
      const status = await request(server, `${stage.address}/slack/events`, pick)
      if (status >= 500) counts.failed++
    } else {
      server.sockets.send(frame(server, n, pick))
      if (n % 50 === 0)
        await stage.deliver(server.payloads.inChannel('下午三点在二楼会议室开会，请各科室负责同志准时参加并带好材料'))
    }
    counts.sent++
  }
  try {
    const numbers = Array.from({ length: count }, (_, n) => n)
    const warmUp = Math.floor(count / 10)
    await inParallel(numbers.slice(0, warmUp), AT_ONCE, send)
    await stage.idle()
    const before = usedMegabytes()
    await inParallel(numbers.slice(warmUp), AT_ONCE, send)
    counts.alive = await stage.deliver(server.payloads.direct('还在吗'))
    await stage.idle()
    counts.growthMb = Math.round(usedMegabytes() - before)
    counts.alive &&= server.posts.some(({ text }) => text === answerTo('还在吗'))
    return counts
  } finally {
    await stage.close()
    process.off('unhandledRejection', onUncaught)
    process.off('uncaughtException', onUncaught)
  }
}
