import { lastSentTo, type Outgoing, quotedReminder } from './records.ts'
import { UNREACHABLE } from './unreachable.ts'

/** What of a message tells which reminder it answers. */
export interface Saying {
  conversation: { adapter: string; id: string; kind: 'direct' | 'group' }
  sender: { id: string } | null
  /** ISO 8601. */
  at: string
  about?: string
  quoted?: string
}

/** So long after a reminder 已完成 may be an answer to it. */
const ANSWERED_WITHIN_MS = 3 * 24 * 3_600_000

/**
 * The reminder that a message answers: the one below which a button was pressed, the one quoted, else the last one,
 * where nothing has been said in the conversation since.
 * @param lastTalk milliseconds since 1970 at which its sender last said something there
 */
export const referredReminder = (outgoing: readonly Outgoing[], saying: Saying, lastTalk: number): Outgoing | null => {
  const { conversation, sender, at, about, quoted } = saying
  const { adapter, id, kind } = conversation
  if (kind === 'direct' && sender === null) return null
  const to = `${adapter}:${kind === 'group' ? id : sender?.id}`
  if (about !== undefined) return outgoing.find(({ key }) => key === about) ?? null
  if (quoted !== undefined) return quotedReminder(outgoing, to, quoted)
  const last = lastSentTo(outgoing, to)
  if (last === null || last.stage === UNREACHABLE) return null
  const sent = Date.parse(last.ended?.at ?? last.at)
  const now = Date.parse(at)
  return sent > lastTalk && sent <= now && now - sent <= ANSWERED_WITHIN_MS ? last : null
}
