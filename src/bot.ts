import type { Incoming } from './adapter.ts'
import type { Reply } from './reply.ts'

/** The one core behind every channel. */
export interface Bot {
  /**
   * Answers one message. Never rejects: what goes wrong inside becomes a reply with a clear sentence, and the
   * intent `silent` with an empty text means that nothing is to be said.
   */
  answer(message: Incoming): Promise<Reply>
}
