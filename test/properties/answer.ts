import type { Snapshot } from '../../src/store/store.ts'
import { conversation } from '../helpers/conversation.ts'

/** What an answer says, its wording aside. */
export interface Answer {
  intent: string
  /** Ids, in their order. */
  tasks: string[]
  total: number
  units: readonly string[]
  dates: readonly string[]
  needs: string | null
}

/** The answer to one question in a conversation of its own. */
export const answerTo = async (text: string, snapshot: Snapshot): Promise<Answer> => {
  const { say, errors } = conversation(snapshot)
  const { intent, tasks, total, units, dates, needs } = await say(text)
  if (errors.length > 0) throw new AggregateError(errors, `something broke in: ${text}`)
  return { intent, tasks: tasks.map(({ id }) => id), total, units, dates, needs }
}
