import type { Bot } from '../../src/bot.ts'
import type { BenchQuestion } from './questions.ts'
import { type Spread, spreadOf } from './statistics.ts'
import { timed } from './timed.ts'

const AT = '2020-01-05T01:00:00.000Z'

/** What a question goes through. */
export interface Contestants {
  bot: Bot
  /** Only reads a question: what Duban's understanding costs by itself. */
  read: (text: string) => unknown
  /** nodejieba's `cut`. */
  cut: (text: string) => string[]
  /** A Fuse.js scan of the same tasks. */
  scan: (text: string) => unknown
}

/** Milliseconds. */
export interface Answering {
  kind: string
  questions: number
  reading: Spread
  /** From the text to the reply value, reading included. */
  answer: Spread
  /** The processor's time for it: what the machine does beside it is not in it, collecting garbage and compiling are. */
  used: Spread
  cut: Spread
  /** Median of a few scans. */
  scan: number
  /** Replies that say they did not understand: to be read beside the times. */
  unknown: number
}

/** Each question once, in the order of the dialogues, every dialogue in a conversation of its own. */
const ask = async (
  bot: Bot,
  questions: readonly BenchQuestion[],
  round: string,
): Promise<{ times: number[]; used: number[]; unknown: number }> => {
  const times: number[] = []
  const used: number[] = []
  let unknown = 0
  for (const [index, { text, dialogue }] of questions.entries()) {
    const message = {
      id: `${round}-${dialogue}-${index}`,
      conversation: { adapter: 'terminal', id: `${round}-${dialogue}`, kind: 'direct' as const },
      sender: null,
      text,
      addressed: true,
      at: AT,
    }
    const before = process.cpuUsage()
    const [reply, milliseconds] = await timed(() => bot.answer(message))
    const { user, system } = process.cpuUsage(before)
    times.push(milliseconds)
    used.push((user + system) / 1000)
    if (reply.intent === 'unknown') unknown++
  }
  return { times, used, unknown }
}

const timeEach = async (questions: readonly BenchQuestion[], work: (text: string) => unknown): Promise<number[]> => {
  const times: number[] = []
  for (const { text } of questions) times.push((await timed(() => work(text)))[1])
  return times
}

/** Rounds until the compiler has settled; reading alone takes so little of its time that it needs more of them. */
const WARM_UP = 3
const WARM_UP_READING = 40

/** So many questions spread over all of them. */
const some = <T>(all: readonly T[], most: number): T[] =>
  all.filter((_, i) => i % Math.max(1, Math.floor(all.length / most)) === 0).slice(0, most)

/**
 * Times one set of questions. The first rounds warm everybody up and are not counted; then they take turns, so that what
 * else the machine does falls on all.
 * @param scans how many questions are scanned for: a scan takes thousands of times as long.
 */
export const measureAnswers = async (
  kind: string,
  questions: readonly BenchQuestion[],
  { bot, read, cut, scan }: Contestants,
  { rounds, scans }: { rounds: number; scans: number },
): Promise<Answering> => {
  const times: Record<'reading' | 'answer' | 'used' | 'cut', number[]> = { reading: [], answer: [], used: [], cut: [] }
  let unknown = 0
  for (let round = 0; round < WARM_UP_READING; round++) for (const { text } of questions) read(text)
  for (let round = -WARM_UP; round < rounds; round++) {
    const asked = await ask(bot, questions, `${kind}-${round}`)
    const [readTimes, cutTimes] = [await timeEach(questions, read), await timeEach(questions, cut)]
    if (round < 0) continue
    times.answer.push(...asked.times)
    times.used.push(...asked.used)
    times.reading.push(...readTimes)
    times.cut.push(...cutTimes)
    unknown = asked.unknown
  }
  return {
    kind,
    questions: questions.length,
    reading: spreadOf(times.reading),
    answer: spreadOf(times.answer),
    used: spreadOf(times.used),
    cut: spreadOf(times.cut),
    scan: spreadOf(await timeEach(some(questions, scans), scan)).median,
    unknown,
  }
}
