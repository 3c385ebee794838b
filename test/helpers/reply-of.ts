import { complete } from '../../src/replies/complete.ts'
import type { Reply } from '../../src/reply.ts'

/** A reply that says this and has nothing else to it. */
export const replyOf = (text: string, more: Partial<Reply> = {}): Reply => complete('help', { text, ...more })
