import { withLineBelow } from '../replies/around.ts'
import type { Reply } from '../reply.ts'
import type { Dialogue, Pending } from './dialogue.ts'

/** A new report in the place of one that was not confirmed: that one is not recorded, and it is said. */
export const replaced = (reply: Reply): Reply => withLineBelow(reply, '前一条没有确认，没有登记。')

/**
 * What becomes of a question asked back when something else was said instead of an answer. A courtesy leaves it as it
 * stands (`aside`). A confirmation waits on and says so: 好的 carries nothing out. Once something else was asked, only
 * 确认 and 取消 answer it, since a number may mean the list given since. Any other question is dropped.
 */
export const keepWaiting = (pending: Pending, aside: boolean, dialogue: Dialogue, reply: Reply): Reply => {
  if (dialogue.pending !== null) return reply
  const confirms = pending.need === 'confirmation'
  if (aside) dialogue.pending = pending
  else if (confirms) dialogue.pending = { ...pending, interrupted: true }
  if (!confirms) return reply
  return withLineBelow(reply, '上一件事仍待确认，请回复 确认 或 取消')
}
