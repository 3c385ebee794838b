import type { Bot } from '../../../src/bot.ts'
import { echoBot } from '../../helpers/echo-bot.ts'
import { replyOf } from '../../helpers/reply-of.ts'
import { type AnswerCounts, addConversations, answerTo, countAnswers } from './answers.ts'
import { inParallel } from './in-parallel.ts'
import { openStage } from './stage.ts'

export interface LostResponseCounts extends AnswerCounts {
  /** Messages of Slack's: an answer may take several. */
  sends: number
  /** Messages that Slack posted without our hearing of it. */
  responsesLost: number
  /** How often Slack was asked what it has. */
  lookedUp: number
}

const AT_ONCE = 20
const PERCENT = 20

/** Every tenth answer is too long for one message. */
const answer = (question: string): string => {
  if (!question.endsWith('0')) return answerTo(question)
  return [answerTo(question), ...Array.from({ length: 600 }, (_, n) => `${n} 燃气管道老化更新改造和隐患排查整治`)].join(
    '\n',
  )
}

/** Asks so many questions in channels and in private; of the calls that post, one in five is not answered. */
export const lostResponses = async (
  dir: string,
  messages: number,
  pick: (n: number) => number,
): Promise<LostResponseCounts> => {
  const bot: Bot = { ...echoBot, answer: async ({ text }) => replyOf(answer(text)) }
  const stage = await openStage('http', dir, { bot })
  const { server } = stage
  try {
    let responsesLost = 0
    const how = () => {
      if (pick(100) >= PERCENT) return null
      responsesLost++
      return 'lose-answer' as const
    }
    server.fault({ method: 'chat.postMessage', how })
    const { direct, channels } = addConversations(server, 10, 10)
    const questions = Array.from({ length: messages }, (_, n) => `问${n}`)
    await inParallel([...questions.entries()], AT_ONCE, ([n, question]) => {
      const inChannel = n % 3 === 0
      const place = (inChannel ? channels : direct)[n % 10] as string
      const { mention, direct: said } = server.payloads
      return stage.deliver(inChannel ? mention(question, { channel: place })[0] : said(question, { channel: place }))
    })
    await stage.idle()
    await stage.close()
    const lookedUp = server.calls.filter(({ method }) => /^conversations\.(?:history|replies)$/.test(method)).length
    return { sends: server.posts.length, responsesLost, lookedUp, ...countAnswers(questions, server.posts) }
  } finally {
    await stage.close()
  }
}
