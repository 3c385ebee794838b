import type { ReplyAction } from '../../src/reply.ts'

// What a button has to remember until it is pressed, which may be after a restart: what pressing it says, whom the
// answer is for, and which message it stood under. Slack keeps it in the ids and the value of the element.

/** Longest `action_id` and `block_id`. */
const LONGEST_ID = 255
const ALONE = 'alone'
const ALL = 'all'

/** Names one button or select within its block. */
export const actionId = ({ private: alone }: Pick<ReplyAction, 'private'>, place: number): string =>
  `${alone ? ALONE : ALL}/${place}`

/** Names one row of buttons. `about` is the message that they are about: the question answered above them. */
export const blockId = (about: string, row: number): string => {
  const id = `${row}/${about}`
  return id.length <= LONGEST_ID ? id : String(row)
}

/** What was pressed, as the ids have it. */
export const readIds = (action: string, block: string): { alone: boolean; about: string | null } => {
  const slash = block.indexOf('/')
  return { alone: action.startsWith(`${ALONE}/`), about: slash < 0 ? null : block.slice(slash + 1) }
}
