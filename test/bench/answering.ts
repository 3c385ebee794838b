import type { Bot } from '../../src/bot.ts'
import type { BenchQuestion } from './questions.ts'
import { type Spread, spreadOf } from './statistics.ts'

const AT = '2020-01-05T01:00:00.000Z'

/** Microseconds. */
export interface Answering {
  kind: string
  questions: number
  /** From the text to the reply value. */
  answer: Spread
  /** nodejieba's own `cut` of the same texts. */
  cut: Spread
  /** How many cuts one answer costs. */
  ratio: Spread
  /** Replies that say they did not understand: to be read beside the times. */
  unknown: number
}

/** Each question once, in the order of the dialogues, every dialogue in a conversation of its own. */
const ask = async (
  bot: Bot,
  questions: readonly BenchQuestion[],
  round: string,
): Promise<{ times: number[]; unknown: number }> => {
  const times: number[] = []
  let unknown = 0
  for (const [index, { text, dialogue }] of questions.entries()) {
    const message = {
      id: `${round}-${dialogue}-${index}`,
      conversation: { adapter: 'bench', id: `${round}-${dialogue}`, kind: 'direct' as const },
      sender: null,
      text,
      addressed: true,
      at: AT,
    }
    const start = process.hrtime.bigint()
    const reply = await bot.answer(message)
    times.push(Number(process.hrtime.bigint() - start) / 1000)
    if (reply.intent === 'unknown') unknown++
  }
  return { times, unknown }
}

const cutAll = (cut: (text: string) => string[], questions: readonly BenchQuestion[]): number[] =>
  questions.map(({ text }) => {
    const start = process.hrtime.bigint()
    cut(text)
    return Number(process.hrtime.bigint() - start) / 1000
  })

/**
 * Times one set of questions. The first round warms up both sides and is not counted; answers and cuts take turns, so
 * that what else the machine does falls on both.
 */
export const measureAnswers = async (
  kind: string,
  bot: Bot,
  cut: (text: string) => string[],
  questions: readonly BenchQuestion[],
  rounds: number,
): Promise<Answering> => {
  const answers: number[] = []
  const cuts: number[] = []
  let unknown = 0
  for (let round = 0; round <= rounds; round++) {
    const asked = await ask(bot, questions, `${kind}-${round}`)
    const cutTimes = cutAll(cut, questions)
    if (round === 0) continue
    answers.push(...asked.times)
    cuts.push(...cutTimes)
    unknown = asked.unknown
  }
  const [answer, cutSpread] = [spreadOf(answers), spreadOf(cuts)]
  return {
    kind,
    questions: questions.length,
    answer,
    cut: cutSpread,
    ratio: { median: answer.median / cutSpread.median, p99: answer.p99 / cutSpread.p99 },
    unknown,
  }
}
