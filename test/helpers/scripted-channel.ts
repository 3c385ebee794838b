import type { Adapter, Conversation, Delivery, Incoming } from '../../src/adapter.ts'
import type { Message } from '../../src/reply.ts'

export interface Post {
  to: Conversation
  text: string
  delivery: Delivery
}

/** What the platform does with an attempt to send; rejecting is a failure. */
type Script = (post: Post, attempt: number) => Promise<void>

/** A channel whose platform is played by the test. */
export const scriptedChannel = (name = 'slack', script: Script = async () => {}, deletes = false) => {
  const attempts: Post[] = []
  const recalled: string[] = []
  const posted: string[] = []
  let receive: (message: Incoming) => Promise<void> = async () => {}
  const adapter: Adapter = {
    name,
    start: async (into) => {
      receive = into
    },
    send: async (to: Conversation, message: Message, delivery: Delivery) => {
      const post = { to, text: message.text, delivery: { ...delivery } }
      attempts.push(post)
      await script(post, attempts.filter((one) => one.delivery.key === delivery.key).length)
      posted.push(message.text)
    },
    recall: async (_, key) => {
      if (deletes) recalled.push(key)
      return deletes
    },
    fetch: async ({ ref }) => Buffer.from(ref),
    stop: async () => {},
  }
  return {
    adapter,
    /** Every attempt to send, in order. */
    attempts,
    /** Keys of what was taken back, where the platform can. */
    recalled,
    /** What has arrived, in order. */
    posted,
    deliver: (message: Incoming) => receive(message),
  }
}

/** A direct message in Slack, or whatever the change makes of it. */
export const incoming = (id: string, text: string, change: Partial<Incoming> = {}): Incoming => ({
  id,
  conversation: { adapter: 'slack', id: 'D1', kind: 'direct' },
  sender: { id: 'U1' },
  text,
  addressed: true,
  at: '2024-05-06T01:00:00.000Z',
  ...change,
})
