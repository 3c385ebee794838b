import { describe, expect, test } from '@jest/globals'
import type { Adapter, Delivery, Incoming } from '../../src/adapter.ts'
import type { Reply } from '../../src/reply.ts'

/** An adapter with its platform played by the test. */
export interface Harness {
  adapter: Adapter
  /** A person writes to the bot, directly. */
  say(text: string): void
  /** Everything the person has been shown so far. */
  shown(): string
}

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

/** The first attempt to send a message. */
export const firstTry = (key = 'k1'): Delivery => ({ key, again: false, partsDone: 0, partDone: async () => {} })

/** A promise and the function that fulfils it. */
export const gate = (): { opened: Promise<void>; open: () => void } => {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** What every channel must do, whatever its platform. */
export const adapterContract = (name: string, setUp: () => Harness): void =>
  describe(`${name} keeps the contract of adapters`, () => {
    test('a message arrives as it was written, addressed to the bot', async () => {
      const { adapter, say } = setUp()
      const arrived = new Promise<Incoming>((resolve) => {
        void adapter.start(async (message) => resolve(message))
      })
      say('区应急局有哪些任务')
      const message = await arrived
      expect(message).toMatchObject({
        text: '区应急局有哪些任务',
        addressed: true,
        conversation: { adapter: adapter.name, kind: 'direct' },
      })
      expect(message.id).not.toBe('')
      expect(new Date(message.at).toISOString()).toBe(message.at)
      await adapter.stop()
    })

    test('messages are received in order, one at a time, each with an id of its own', async () => {
      const { adapter, say } = setUp()
      const taken: Incoming[] = []
      let inHand = 0
      const all = gate()
      await adapter.start(async (message) => {
        expect(++inHand).toBe(1)
        await new Promise((resolve) => setImmediate(resolve))
        inHand--
        if (taken.push(message) === 3) all.open()
      })
      for (const text of ['一', '二', '三']) say(text)
      await all.opened
      expect(taken.map(({ text }) => text)).toEqual(['一', '二', '三'])
      expect(new Set(taken.map(({ id }) => id)).size).toBe(3)
      await adapter.stop()
    })

    test('what is sent is shown', async () => {
      const { adapter, shown } = setUp()
      await adapter.start(async () => {})
      await adapter.send({ adapter: adapter.name, id: 'local', kind: 'direct' }, replyOf('共2项'), firstTry())
      expect(shown()).toContain('共2项')
      await adapter.stop()
    })

    test('stop lets the answer in hand finish, takes no more, and may be called twice', async () => {
      const { adapter, say, shown } = setUp()
      const [begun, go] = [gate(), gate()]
      await adapter.start(async ({ conversation, text }) => {
        begun.open()
        await go.opened
        await adapter.send(conversation, replyOf(`答${text}`), firstTry())
      })
      say('一')
      say('二')
      await begun.opened
      const stopped = adapter.stop()
      go.open()
      await stopped
      await adapter.stop()
      expect(shown()).toContain('答一')
      expect(shown()).not.toContain('答二')
    })

    test('stop before start does no harm', async () => {
      await setUp().adapter.stop()
    })
  })
