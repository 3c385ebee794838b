import type { Mode } from '../../helpers/slack-program.ts'
import { shuffled } from '../random.ts'
import { type AnswerCounts, addConversations, countAnswers } from './answers.ts'
import { inParallel } from './in-parallel.ts'
import { openStage, type Stage } from './stage.ts'

export interface RepeatCounts extends AnswerCounts {
  messages: number
  deliveries: number
  /** Deliveries that were not acknowledged in time, and were made again as Slack does. */
  refused: number
}

interface Delivered {
  payload: Record<string, unknown>
  retry: number
}

const AT_ONCE = 64
/** So often Slack tries again. */
const LAST_RETRY = 3

/** A message as the events it arrives in: one, or two where it mentions the bot in a channel. */
const ask = (
  { server: { payloads } }: Stage,
  where: ReturnType<typeof addConversations>,
  n: number,
): { question: string; events: Record<string, unknown>[] } => {
  const question = `问${n}`
  const channel = where.channels[n % where.channels.length] as string
  if (n % 5 === 0) return { question, events: payloads.mention(question, { channel }) }
  return {
    question,
    events: [payloads.direct(question, { channel: where.direct[n % where.direct.length] as string })],
  }
}

/** Asks so many questions, each event delivered as `retries` has it, all deliveries shuffled. */
const askRepeatedly = async (
  mode: Mode,
  dir: string,
  messages: number,
  pick: (n: number) => number,
  retries: () => readonly number[],
): Promise<RepeatCounts> => {
  const stage = await openStage(mode, dir)
  try {
    const where = addConversations(stage.server, 40, 10)
    const asked = Array.from({ length: messages }, (_, n) => ask(stage, where, n))
    const deliveries = asked.flatMap(({ events }) =>
      events.flatMap((payload) => retries().map((retry): Delivered => ({ payload, retry }))),
    )
    let refused = 0
    await inParallel(shuffled(deliveries, pick), AT_ONCE, async ({ payload, retry }) => {
      for (let attempt = retry; !(await stage.deliver(payload, attempt)) && attempt < LAST_RETRY; attempt++) refused++
    })
    // what is in hand is answered before the program ends
    await stage.close()
    const counts = countAnswers(
      asked.map(({ question }) => question),
      stage.server.posts,
    )
    return { messages, deliveries: deliveries.length, refused, ...counts }
  } finally {
    await stage.close()
  }
}

/** Every event is delivered three times. */
export const repeatedEvents = (
  mode: Mode,
  dir: string,
  messages: number,
  pick: (n: number) => number,
): Promise<RepeatCounts> => askRepeatedly(mode, dir, messages, pick, () => [0, 1, 2])

const LATER: readonly (readonly number[])[] = [[1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]

/** The first delivery of every event is lost: it arrives by one or more of Slack's three repeats. */
export const lostFirstDeliveries = (
  mode: Mode,
  dir: string,
  messages: number,
  pick: (n: number) => number,
): Promise<RepeatCounts> => askRepeatedly(mode, dir, messages, pick, () => LATER[pick(LATER.length)] ?? [])
