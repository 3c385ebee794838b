import { SCOPES } from '../../../adapters/slack/surface.ts'
import type { Mode } from '../../helpers/slack-program.ts'
import { startSlackServer } from '../../helpers/slack-server.ts'
import type { KillPoint } from '../../helpers/stopping-ports.ts'
import { startChild } from '../child.ts'
import { type AnswerCounts, addConversations, countAnswers } from './answers.ts'
import { deliverTo } from './stage.ts'

export interface SlackKillCounts extends AnswerCounts {
  kills: number
  acknowledged: number
  /** Of what was posted twice, what can be looked up in Slack: not so what is shown to one person alone. */
  doubledThoughFindable: number
}

/** Messages on their way when the process dies. */
const IN_FLIGHT = 9
/** A command every so many kills; its answer is for one person alone. */
const COMMAND_EVERY = 3

interface Question {
  text: string
  payload: Record<string, unknown>
}

/**
 * Kills the program with SIGKILL at a point of the way of a message, starts it again, and so on. Slack delivers again
 * what was not acknowledged, as it does, but for commands, of which the person is told.
 * @param pick also chooses at which of the messages in flight it dies.
 */
export const slackKills = async (
  point: KillPoint,
  dir: string,
  kills: number,
  pick: (n: number) => number,
): Promise<SlackKillCounts> => {
  const server = await startSlackServer({ scopes: SCOPES })
  const { direct, channels } = addConversations(server, 4, 2)
  const acknowledged: string[] = []
  let open: Question[] = []
  let asked = 0

  const newQuestion = (n: number): Question => {
    const text = `问${asked++}`
    const { payloads } = server
    const isMention = n % 3 === 0
    const channel = (isMention ? channels[n % 2] : direct[n % 4]) as string
    return { text, payload: isMention ? payloads.mention(text, { channel })[0] : payloads.direct(text, { channel }) }
  }

  /** Starts the program and delivers until all is acknowledged or the program has died. */
  const run = async (mode: Mode, questions: readonly Question[], ...death: string[]) => {
    const child = startChild('slack/bot-process.ts', dir, server.apiUrl, mode, ...death)
    let address = ''
    for await (const line of child.lines) {
      address = line.split(' ')[1] as string
      break
    }
    const died = child.ended()
    const round = [...open, ...questions]
    open = []
    // what it has left from the last time may be enough to die of
    if (address === '') {
      open = round.filter(isEvent)
      return { child, died }
    }
    const deliver = deliverTo(server, mode, () => address)
    const told = round.map(async (question, place) => {
      const isAcknowledged = await Promise.race([
        deliver(question.payload, place % 4).catch(() => false),
        died.then(() => false),
      ])
      if (isAcknowledged) acknowledged.push(question.text)
      else if (isEvent(question)) open.push(question)
    })
    await Promise.all(told)
    return { child, died }
  }

  try {
    for (let kill = 0; kill < kills; kill++) {
      const questions = Array.from({ length: IN_FLIGHT }, (_, n) => newQuestion(n))
      const text = `问${asked}`
      if (isAfterPost(point) && kill % COMMAND_EVERY === 0) {
        asked++
        questions.push({ text, payload: server.payloads.command(text) })
      }
      const { child, died } = await run(kill % 2 === 0 ? 'http' : 'socket', questions, point, `${1 + pick(IN_FLIGHT)}`)
      await died
      if (child.process.signalCode !== 'SIGKILL') throw new Error(`the program ended by itself: ${child.errors()}`)
    }
    const { child, died } = await run('http', [])
    child.process.kill('SIGTERM')
    await died
    const alone = server.posts.filter(({ only }) => only !== undefined)
    const inPublic = server.posts.filter(({ only }) => only === undefined)
    return {
      kills,
      acknowledged: acknowledged.length,
      ...countAnswers(acknowledged, [...inPublic, ...alone]),
      doubledThoughFindable: countAnswers(acknowledged, inPublic).doubled,
    }
  } finally {
    await server.close()
  }
}

const isEvent = ({ payload }: Question): boolean => !('command' in payload)
const isAfterPost = (point: KillPoint): boolean => point === 'after-post' || point === 'before-mark'
