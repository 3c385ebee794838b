import { type ManualTimer, manualTimer } from '../../helpers/manual-timer.ts'
import { type AnswerCounts, addConversations, answerTo, countAnswers } from './answers.ts'
import { inParallel } from './in-parallel.ts'
import { openStage } from './stage.ts'

export interface RateLimitCounts extends AnswerCounts {
  /** Answers in other conversations, and how many of them arrived before any time had passed. */
  others: number
  othersAtOnce: number
  /** Answers in the conversation that is told to wait, and whether they came in the order of the questions. */
  limited: number
  inOrder: boolean
  /** Its calls that were told to wait, and for how many seconds in all. */
  refused: number
  secondsAsked: number
  /** Its calls that came before that time was over. */
  tooEarly: number
}

const AT_ONCE = 20
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
 * So many messages in each of ten conversations, in one of which 30 % of the calls are told to wait for 1 to 30 seconds.
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
    const questions = Array.from({ length: messages * CONVERSATIONS }, (_, n) => `问${n}`)
    let pause = nextPause()
    const asked = inParallel([...questions.entries()], AT_ONCE, ([n, text]) =>
      stage.deliver(server.payloads.direct(text, { channel: direct[n % CONVERSATIONS] as string })),
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
    const expected = questions.filter((_, n) => n % CONVERSATIONS === 0).map(answerTo)
    const inOrder = JSON.stringify(inLimited().map(({ text }) => text)) === JSON.stringify(expected)
    const counts = { others, othersAtOnce, limited: messages, inOrder, refused, secondsAsked, tooEarly }
    await stage.close()
    return { ...counts, ...countAnswers(questions, server.posts) }
  } finally {
    await stage.close()
  }
}
