import { afterEach, describe, expect, test } from '@jest/globals'
import { type Adapter, type Conversation, type Delivery, type Incoming, SendError } from '../../src/adapter.ts'
import { replyOf } from '../helpers/reply-of.ts'

export { replyOf }

/** An adapter with its platform played by the test. */
export interface Harness {
  adapter: Adapter
  /** The direct conversation between the person and the bot. */
  conversation: Conversation
  /** A person writes to the bot, directly. */
  say(text: string): void
  /** Everything the person has been shown so far. */
  shown(): string
  /** The person writes in a group, with or without mentioning the bot. */
  sayInGroup?(text: string, addressed: boolean): void
  /** The person sends a file to the bot, directly. */
  sendFile?(name: string, content: string): void
  /** The platform delivers the last message once more. */
  repeat?(): void
  /** The platform does not take the next message. */
  failNext?(): void
  /** Ends what plays the platform. */
  close?(): Promise<void>
}

/** What a platform has beside direct lines of text, with the part of the harness that plays it. */
export type Ability = 'sayInGroup' | 'sendFile' | 'repeat' | 'failNext'

/** The first attempt to send a message. */
export const firstTry = (key = 'k1'): Delivery => ({
  key,
  answers: null,
  again: false,
  partsDone: 0,
  partDone: async () => {},
})

/** A promise and the function that fulfils it. */
export const gate = (): { opened: Promise<void>; open: () => void } => {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** What every channel must do, whatever its platform; each ability that the platform has adds to it. */
export const adapterContract = (
  name: string,
  setUpHarness: () => Harness | Promise<Harness>,
  abilities: readonly Ability[] = [],
): void =>
  describe(`${name} keeps the contract of adapters`, () => {
    const open: Harness[] = []
    const setUp = async (): Promise<Required<Harness>> => {
      const harness = await setUpHarness()
      open.push(harness)
      return harness as Required<Harness>
    }
    afterEach(async () => {
      for (const harness of open.splice(0)) {
        await harness.adapter.stop()
        await harness.close?.()
      }
    })
    /** Starts it; resolves with the first so many messages. */
    const firstMessages = (adapter: Adapter, count: number): Promise<Incoming[]> =>
      new Promise((resolve, reject) => {
        const taken: Incoming[] = []
        adapter
          .start(async (message) => {
            if (taken.push(message) === count) resolve(taken)
          })
          .catch(reject)
      })

    test('a message arrives as it was written, addressed to the bot', async () => {
      const { adapter, conversation, say } = await setUp()
      const arrived = firstMessages(adapter, 1)
      say('区应急局有哪些任务')
      const [message] = await arrived
      expect(message).toMatchObject({ text: '区应急局有哪些任务', addressed: true, conversation })
      expect(message?.id).not.toBe('')
      expect(new Date(message?.at ?? '').toISOString()).toBe(message?.at)
    })

    test('messages are received in order, one at a time, each with an id of its own', async () => {
      const { adapter, say } = await setUp()
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
    })

    test('what is sent is shown', async () => {
      const { adapter, conversation, shown } = await setUp()
      await adapter.start(async () => {})
      await adapter.send(conversation, replyOf('共2项'), firstTry())
      expect(shown()).toContain('共2项')
    })

    test('of a long reply nothing is lost, and its order is kept', async () => {
      const { adapter, conversation, shown } = await setUp()
      await adapter.start(async () => {})
      const lines = Array.from({ length: 1_200 }, (_, i) => `【${i}】整改燃气管道隐患`)
      await adapter.send(conversation, replyOf(lines.join('\n')), firstTry())
      expect(shown().match(/【\d+】整改燃气管道隐患/g)).toEqual(lines)
    })

    test('stop lets the answer in hand finish, takes no more, and may be called twice', async () => {
      const { adapter, say, shown } = await setUp()
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
      const { adapter } = await setUp()
      await adapter.stop()
    })

    if (abilities.includes('sayInGroup')) {
      test('in a group what mentions the bot is addressed, without the mention', async () => {
        const { adapter, sayInGroup } = await setUp()
        const arrived = firstMessages(adapter, 1)
        sayInGroup('第3项谁牵头', true)
        const [message] = await arrived
        expect(message).toMatchObject({ text: '第3项谁牵头', addressed: true })
        expect(message?.conversation.kind).toBe('group')
      })

      test('in a group talk among others is not addressed, should it arrive at all', async () => {
        const { adapter, sayInGroup } = await setUp()
        const taken: Incoming[] = []
        const all = gate()
        await adapter.start(async (message) => {
          taken.push(message)
          if (message.addressed) all.open()
        })
        sayInGroup('好的', false)
        sayInGroup('下午三点在二楼会议室开会，请各科室负责同志准时参加，并带好有关材料，不要迟到', false)
        sayInGroup('帮助', true)
        await all.opened
        expect(taken.filter(({ addressed }) => addressed).map(({ text }) => text)).toEqual(['帮助'])
        expect(taken.map(({ text }) => text).join()).not.toContain('会议室')
      })
    }

    if (abilities.includes('sendFile'))
      test('a file arrives with its name, and its bytes can be had', async () => {
        const { adapter, sendFile } = await setUp()
        const arrived = firstMessages(adapter, 1)
        sendFile('台账.csv', '序号,任务')
        const [message] = await arrived
        const [file] = message?.files ?? []
        expect(file?.name).toBe('台账.csv')
        expect(Buffer.from(await adapter.fetch(file as NonNullable<typeof file>)).toString()).toBe('序号,任务')
      })

    if (abilities.includes('repeat'))
      test('what the platform delivers again has the id that it had', async () => {
        const { adapter, say, repeat } = await setUp()
        const arrived = firstMessages(adapter, 2)
        say('一')
        repeat()
        const [first, second] = await arrived
        expect(second).toEqual(first)
      })

    if (abilities.includes('failNext'))
      test('a message that was not taken is told of, and shown once when it is sent again', async () => {
        const { adapter, conversation, shown, failNext } = await setUp()
        await adapter.start(async () => {})
        failNext()
        const error = await adapter.send(conversation, replyOf('共2项'), firstTry()).catch((reason) => reason)
        expect(error).toBeInstanceOf(SendError)
        expect(shown()).not.toContain('共2项')
        await adapter.send(conversation, replyOf('共2项'), { ...firstTry(), again: error.outcome === 'unknown' })
        expect(shown().split('共2项')).toHaveLength(2)
      })
  })
