import { type AnswerCounts, addConversations, countAnswers } from './answers.ts'
import { openStage } from './stage.ts'

export interface DisconnectCounts extends AnswerCounts {
  disconnects: number
  /** Connections that came after one that had ended. */
  back: number
}

/** Messages that are on their way when a connection ends. */
const IN_FLIGHT = 5

/**
 * The connection ends again and again: in turns Slack announces it, the network is cut, and the network is cut while
 * Slack opens no new one for a while. What was not acknowledged on one connection is delivered again on the next.
 */
export const disconnects = async (dir: string, rounds: number): Promise<DisconnectCounts> => {
  const stage = await openStage('socket', dir)
  const { server } = stage
  const { sockets, payloads } = server
  const { direct } = addConversations(server, IN_FLIGHT, 0)
  const questions: string[] = []
  let open: Record<string, unknown>[] = []

  const deliver = (payload: Record<string, unknown>, retry: number): void => {
    void sockets.deliver('events_api', payload, retry).acknowledged.then(() => {
      open = open.filter((other) => other !== payload)
    })
  }
  try {
    for (let round = 0; round < rounds; round++) {
      for (const payload of open) deliver(payload, 1)
      for (const channel of direct) {
        const question = `问${questions.length}`
        questions.push(question)
        const payload = payloads.direct(question, { channel })
        open.push(payload)
        deliver(payload, 0)
      }
      if (round % 3 === 2) server.fault({ method: 'apps.connections.open', how: { status: 503 }, times: 3 })
      if (round % 3 === 0) sockets.disconnect('refresh_requested')
      else sockets.cut()
      await sockets.connected(round + 2)
    }
    const left = [...open]
    await Promise.all(left.map((payload) => stage.deliver(payload, 2)))
    await stage.close()
    return {
      disconnects: rounds,
      back: sockets.connections - 1,
      ...countAnswers(questions, server.posts),
    }
  } finally {
    await stage.close()
  }
}
