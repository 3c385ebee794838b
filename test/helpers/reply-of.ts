import type { Reply } from '../../src/reply.ts'

/** A reply that says this and has nothing else to it. */
export const replyOf = (text: string, more: Partial<Reply> = {}): Reply => ({
  intent: 'help',
  text,
  tasks: [],
  total: 0,
  units: [],
  dates: [],
  contacts: [],
  needs: null,
  ...more,
})
