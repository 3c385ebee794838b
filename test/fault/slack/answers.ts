import type { Posted } from '../../helpers/slack/workspace.ts'
import type { SlackServer } from '../../helpers/slack-server.ts'

/** What came of questions that were asked, `answerTo` naming the first line of each one's answer. */
export interface AnswerCounts {
  answered: number
  /** Asked and not answered. */
  lost: number
  /** Parts of answers that were posted more than once, counted as often as that. */
  doubled: number
}

/** The first line of what the bot that echoes answers. */
export const answerTo = (question: string): string => `答${question}`

const partOf = ({ text, metadata }: Posted): string => `${text} ${metadata?.event_payload.part ?? 0}`

/** Compares what was asked with what has been posted. */
export const countAnswers = (questions: Iterable<string>, posts: readonly Posted[]): AnswerCounts => {
  const posted = new Set(posts.map(({ text }) => text))
  const asked = [...questions]
  const answered = asked.filter((question) => posted.has(answerTo(question))).length
  return {
    answered,
    lost: asked.length - answered,
    doubled: posts.length - new Set(posts.map(partOf)).size,
  }
}

/** Conversations beside the two that every workspace has: so many in private, and so many channels. */
export const addConversations = ({ workspace }: SlackServer, direct: number, channels: number) => {
  const named = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => {
      const id = `${prefix}${n}`
      workspace.channels.set(id, [])
      return id
    })
  return { direct: named('D0PERSON', direct), channels: named('C0GROUP', channels) }
}
