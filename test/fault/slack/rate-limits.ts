import { type ManualTimer, manualTimer } from '../../helpers/manual-timer.ts'
import { type AnswerCounts, addConversations, answerTo, countAnswers } from './answers.ts'
import { openStage } from './stage.ts'

export interface RateLimitCounts extends AnswerCounts {
  /** Answers in other conversations, and how many of them arrived before any time had passed. */
  others: number
  othersAtOnce: number
  /** Answers in the conversation that is told to wait. */
  limited: number
  /** Whether the answers of every conversation came in the order of its questions. */
  inOrder: boolean
  /** Its calls that were told to wait, and for how many seconds in all. */
  refused: number
  secondsAsked: number
  /** Its calls that came before that time was over. */
  tooEarly: number
}

const CONVERSATIONS = 10
const PERCENT = 30
const LONGEST_S = 30
/** A send that is under way waits for this; it is no pause. */
const GUARD_MS = 60_000

/** A timer that tells of each pause that begins. */
const tellingPauses = (timer: ManualTimer) => {
  let tell: (ms: number) => void = () => {}
  return {
    after: (ms: number, run: () => void) => {
      if (ms < GUARD_MS) tell(ms)
      return timer.after(ms, run)
    },
    /** Resolves with the milliseconds of the next pause. */
    nextPause: () =>
      new Promise<number>((resolve) => {
        tell = resolve
      }),
  }
}

/**
 * So many messages in each of ten conversations, which are held side by side, in one of which 30 % of the calls are told to wait for 1 to 30 seconds.
 * No time passes until the others have their answers, and then only what the one waits for.
 */
export const rateLimits = async (
  dir: string,
  messages: number,
  pick: (n: number) => number,
): Promise<RateLimitCounts> => {
  const timer = manualTimer()
  const { after, nextPause } = tellingPauses(timer)
  const stage = await openStage('http', dir, { timer: { after } })
  const { server } = stage
  try {
    const { direct } = addConversations(server, CONVERSATIONS, 0)
    const [limited = ''] = direct
    let [refused, secondsAsked, tooEarly, notBefore] = [0, 0, 0, 0]
    const how = () => {
      if (timer.now < notBefore) tooEarly++
      if (pick(100) >= PERCENT) return null
      const retryAfter = 1 + pick(LONGEST_S)
      refused++
      secondsAsked += retryAfter
      notBefore = timer.now + retryAfter * 1_000
      return { status: 429, retryAfter }
    }
    server.fault({ method: 'chat.postMessage', channel: limited, how })

    const inLimited = () => server.posts.filter(({ channel }) => channel === limited)
    const others = messages * (CONVERSATIONS - 1)
    const questionsOf = direct.map((channel) => Array.from({ length: messages }, (_, n) => `问${channel}第${n}次`))
    let pause = nextPause()
    // a delivery is acknowledged before the next one of its conversation: two on their way at once may overtake
    const asked = Promise.all(
      direct.map(async (channel, n) => {
        for (const text of questionsOf[n] ?? []) await stage.deliver(server.payloads.direct(text, { channel }))
      }),
    )
    await Promise.all([asked, server.until(() => server.posts.length - inLimited().length >= others)])
    const othersAtOnce = timer.now === 0 ? server.posts.length - inLimited().length : 0

    const allThere = server.until(() => inLimited().length >= messages).then(() => null)
    for (;;) {
      const ms = await Promise.race([allThere, pause])
      if (ms === null) break
      pause = nextPause()
      await timer.pass(ms)
    }
    const answersIn = (wanted: string) =>
      server.posts.filter(({ channel }) => channel === wanted).map(({ text }) => text)
    const inOrder = direct.every(
      (channel, n) => JSON.stringify(answersIn(channel)) === JSON.stringify(questionsOf[n]?.map(answerTo)),
    )
    const counts = { others, othersAtOnce, limited: messages, inOrder, refused, secondsAsked, tooEarly }
    await stage.close()
    return { ...counts, ...countAnswers(questionsOf.flat(), server.posts) }
  } finally {
    await stage.close()
  }
}
