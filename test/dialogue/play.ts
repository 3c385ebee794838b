import type { Snapshot } from '../../src/store/store.ts'
import { conversation } from '../helpers/conversation.ts'

/** Says the lines one after another; for each, the numbers of the tasks that the answer is about, as they are listed. */
export const play = async (snapshot: Snapshot, lines: readonly string[], at?: string): Promise<string[]> => {
  const { numbers, errors } = conversation(snapshot, at)
  const answers: string[] = []
  for (const line of lines) answers.push((await numbers(line)).join(' '))
  if (errors.length > 0) throw new AggregateError(errors, `something broke in: ${lines.join(' / ')}`)
  return answers
}
