import { describe, expect, test } from '@jest/globals'
import type { Adapter, Incoming } from '../../src/adapter.ts'
import { SendError } from '../../src/adapter.ts'
import { type MailroomParts, openMailroom } from '../../src/delivery/mailroom.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/store/store.ts'
import { replyOf } from '../adapters/contract.ts'
import { manualTimer, settle } from '../helpers/manual-timer.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { incoming, scriptedChannel } from '../helpers/scripted-channel.ts'

const NOTHING = { ledgers: [], tasks: [], groups: [], people: [] }
const START = Date.parse('2024-05-06T01:00:00Z')

const echo: MailroomParts['bot'] = {
  answer: async ({ text }) => replyOf(`答${text}`),
  awaits: ({ text }) => text === '2',
}

/** A mailroom over a store that may have been used before. */
const open = (
  channel: { adapter: Adapter },
  { store = memoryStore(NOTHING), bot = echo }: { store?: Store; bot?: MailroomParts['bot'] } = {},
) => {
  const timer = manualTimer()
  const lines: string[] = []
  const clock = () => new Date(START + timer.now)
  const mailroom = openMailroom({
    store,
    bot,
    channels: new Map([[channel.adapter.name, channel.adapter]]),
    clock,
    timer,
    random: () => 0,
    log: createLog('trace', (line) => lines.push(line), clock),
  })
  return { mailroom, timer, store, logged: () => lines.join('') }
}

/** All that the store has on a message, as one text. */
const written = (store: Store): string =>
  ['taken', 'settled', 'outgoing', 'sent'].map((kind) => JSON.stringify(store.entries(kind))).join('')

describe('a message', () => {
  test('is on disk before it is acknowledged, and answered once', async () => {
    const channel = scriptedChannel()
    const { mailroom, store } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '在吗'))
    expect(store.entries('taken')).toHaveLength(1)
    await settle()
    expect(channel.posted).toEqual(['答在吗'])
    expect(channel.attempts[0]?.delivery.answers).toBe('1')
  })

  test.each<[string, Partial<Incoming>]>([
    ['itself', {}],
    ['its thread read otherwise', { conversation: { adapter: 'slack', id: 'D1', kind: 'direct', thread: '9' } }],
    ['the same delivery under another id', { id: '2', deliveryId: 'Ev1' }],
  ])('is not answered again by a repeat of %s', async (_, change) => {
    const channel = scriptedChannel()
    const { mailroom } = open(channel)
    mailroom.start()
    const first = incoming('1', '甲', { deliveryId: 'Ev1' })
    await Promise.all([mailroom.receive(first), mailroom.receive({ ...first, ...change })])
    await settle()
    await mailroom.receive({ ...first, ...change })
    await settle()
    expect(channel.posted).toEqual(['答甲'])
  })

  test.each<[string, Partial<Incoming>]>([
    ['another conversation', { conversation: { adapter: 'slack', id: 'D2', kind: 'direct' } }],
    ['another message', { id: '2' }],
  ])('is no repeat in %s', async (_, change) => {
    const channel = scriptedChannel()
    const { mailroom } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '甲'))
    await mailroom.receive(incoming('1', '甲', change))
    await settle()
    expect(channel.posted).toEqual(['答甲', '答甲'])
  })

  test('that could not be kept is not acknowledged, and counts as new when it comes again', async () => {
    const channel = scriptedChannel()
    const sound = memoryStore(NOTHING)
    let full = true
    const store: Store = {
      ...sound,
      append: async (entry) => {
        if (full) throw new Error('disk full')
        await sound.append(entry)
      },
    }
    const { mailroom } = open(channel, { store })
    mailroom.start()
    await expect(mailroom.receive(incoming('1', '甲'))).rejects.toThrow('disk full')
    full = false
    await mailroom.receive(incoming('1', '甲'))
    await settle()
    expect(channel.posted).toEqual(['答甲'])
  })

  test('of a group that is not for the bot is written nowhere', async () => {
    const channel = scriptedChannel()
    const { mailroom, store, logged } = open(channel)
    mailroom.start()
    const group = { conversation: { adapter: 'slack', id: 'C1', kind: 'group' as const }, addressed: false }
    await mailroom.receive(incoming('1', '中午食堂见', group))
    await settle()
    expect(channel.posted).toEqual([])
    expect(written(store) + logged()).not.toContain('食堂')
  })

  test('of a group that the bot awaits is taken as addressed', async () => {
    const channel = scriptedChannel()
    const { mailroom } = open(channel)
    mailroom.start()
    const group = { conversation: { adapter: 'slack', id: 'C1', kind: 'group' as const }, addressed: false }
    await mailroom.receive(incoming('1', '2', group))
    await settle()
    expect(channel.posted).toEqual(['答2'])
  })

  test('that wants no answer is settled', async () => {
    const channel = scriptedChannel()
    const bot: MailroomParts['bot'] = { ...echo, answer: async () => replyOf('', { intent: 'silent' }) }
    const { mailroom, store } = open(channel, { bot })
    mailroom.start()
    await mailroom.receive(incoming('1', '收到'))
    await settle()
    expect(channel.attempts).toEqual([])
    expect(store.entries('settled')).toHaveLength(1)
  })

  test('brings its files with it', async () => {
    const channel = scriptedChannel()
    const bot: MailroomParts['bot'] = {
      ...echo,
      answer: async ({ files }, fetch) => {
        const [file] = files ?? []
        return replyOf(file && fetch ? Buffer.from(await fetch(file)).toString() : '')
      },
    }
    const { mailroom } = open(channel, { bot })
    mailroom.start()
    await mailroom.receive(incoming('1', '', { files: [{ name: '台账.txt', size: 3, ref: '内容' }] }))
    await settle()
    expect(channel.posted).toEqual(['内容'])
  })
})

describe('order', () => {
  test('is kept within a conversation, whatever the answers cost', async () => {
    const channel = scriptedChannel()
    const bot: MailroomParts['bot'] = {
      ...echo,
      answer: async ({ text }) => {
        if (text === '一') await new Promise((resolve) => setImmediate(resolve))
        return replyOf(text)
      },
    }
    const { mailroom } = open(channel, { bot })
    mailroom.start()
    await Promise.all(['一', '二', '三'].map((text, id) => mailroom.receive(incoming(`${id}`, text))))
    await settle()
    expect(channel.posted).toEqual(['一', '二', '三'])
  })

  test('a conversation that has to wait does not hold up the others', async () => {
    const channel = scriptedChannel('slack', async ({ to, text }, attempt) => {
      if (to.id === 'D1' && text === '答一' && attempt === 1)
        throw new SendError('not-sent', 'slow down', { retryAfterMs: 30_000 })
    })
    const { mailroom, timer } = open(channel)
    mailroom.start()
    const other = { conversation: { adapter: 'slack', id: 'D2', kind: 'direct' as const } }
    await mailroom.receive(incoming('1', '一'))
    await mailroom.receive(incoming('2', '二'))
    await mailroom.receive(incoming('3', '三', other))
    await settle()
    expect(channel.posted).toEqual(['答三'])
    await timer.pass(29_999)
    expect(channel.posted).toEqual(['答三'])
    await timer.pass(1)
    expect(channel.posted).toEqual(['答三', '答一', '答二'])
  })
})

describe('sending', () => {
  test('is tried again after a growing pause; what may have arrived is looked for', async () => {
    const outcomes = ['not-sent', 'unknown', 'not-sent'] as const
    const channel = scriptedChannel('slack', async (_, attempt) => {
      const outcome = outcomes[attempt - 1]
      if (outcome) throw new SendError(outcome, 'failed')
    })
    const { mailroom, timer } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await settle()
    for (const pause of [1_000, 2_000, 4_000]) await timer.pass(pause)
    expect(channel.posted).toEqual(['答一'])
    expect(channel.attempts.map(({ delivery }) => delivery.again)).toEqual([false, false, true, true])
  })

  test('a channel that does not answer has perhaps sent it', async () => {
    const channel = scriptedChannel('slack', (_, attempt) =>
      attempt === 1 ? new Promise(() => {}) : Promise.resolve(),
    )
    const { mailroom, timer } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await settle()
    await timer.pass(61_000)
    expect(channel.attempts.map(({ delivery }) => delivery.again)).toEqual([false, true])
  })

  test('what is refused is given up, told, and does not stop what follows', async () => {
    const channel = scriptedChannel('slack', async ({ text }) => {
      if (text === '答一') throw new SendError('refused', 'channel_not_found')
    })
    const { mailroom, logged } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await mailroom.receive(incoming('2', '二'))
    await settle()
    expect(channel.posted).toEqual(['答二'])
    expect(mailroom.state()).toMatchObject({ waiting: 0, givenUp: 1 })
    expect(logged()).toContain('channel_not_found')
  })

  test('after a day it is given up', async () => {
    const channel = scriptedChannel('slack', async () => {
      throw new SendError('not-sent', 'down')
    })
    const { mailroom, timer } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await settle()
    await timer.pass(23 * 3_600_000)
    expect(mailroom.state()).toMatchObject({ waiting: 1, oldestMs: 23 * 3_600_000 })
    await timer.pass(2 * 3_600_000)
    expect(mailroom.state()).toMatchObject({ waiting: 0, oldestMs: 0, givenUp: 1 })
  })

  test('what is pushed under a key goes out once', async () => {
    const channel = scriptedChannel()
    const { mailroom } = open(channel)
    mailroom.start()
    const to = { adapter: 'slack', id: 'D1', kind: 'direct' as const }
    await mailroom.push(to, { text: '请登录' }, 'alarm/1')
    await mailroom.push(to, { text: '请登录' }, 'alarm/1')
    await settle()
    expect(channel.posted).toEqual(['请登录'])
    expect(channel.attempts[0]?.delivery).toMatchObject({ key: 'alarm/1', answers: null })
  })
})

describe('what has hours', () => {
  const hours = { until: '2024-05-06T09:30:00.000Z', rules: null }
  const to = (id: string) => ({ adapter: 'slack', id, kind: 'direct' as const })

  test('goes out one after the other, each marked before the next', async () => {
    const sentBefore: number[] = []
    const store = memoryStore(NOTHING)
    const channel = scriptedChannel('slack', async () => void sentBefore.push(store.entries('sent').length))
    const { mailroom } = open(channel, { store })
    mailroom.start()
    await Promise.all(['A', 'B', 'C'].map((id) => mailroom.push(to(id), { text: id }, id, hours)))
    await settle()
    expect(sentBefore).toEqual([0, 1, 2])
  })

  test('that one of them has to wait does not hold up the others', async () => {
    const channel = scriptedChannel('slack', async ({ to: { id } }, attempt) => {
      if (id === 'A' && attempt === 1) throw new SendError('not-sent', 'slow down', { retryAfterMs: 30_000 })
    })
    const { mailroom, timer } = open(channel)
    mailroom.start()
    await Promise.all(['A', 'B'].map((id) => mailroom.push(to(id), { text: id }, id, hours)))
    await settle()
    expect(channel.posted).toEqual(['B'])
    await timer.pass(30_000)
    expect(channel.posted).toEqual(['B', 'A'])
  })

  test('and was never tried is given up after its time, also by the next process; what was tried is looked for', async () => {
    const store = memoryStore(NOTHING)
    const before = open(scriptedChannel(), { store })
    await before.mailroom.push(to('A'), { text: 'A' }, 'a', { ...hours, until: '2024-05-06T00:30:00.000Z' })
    await before.mailroom.push(to('B'), { text: 'B' }, 'b', { ...hours, until: '2024-05-06T00:30:00.000Z' })
    await store.append({ kind: 'trying', at: '2024-05-06T00:20:00.000Z', body: { key: 'b' } })
    const channel = scriptedChannel()
    open(channel, { store }).mailroom.start()
    await settle()
    expect(channel.attempts.map(({ text, delivery }) => [text, delivery.again])).toEqual([['B', true]])
    expect(store.entries('sent').map(({ body }) => body)).toContainEqual({
      key: 'a',
      givenUp: 'expired',
      answers: null,
    })
  })
})

describe('a restart', () => {
  test('answers what was taken and not answered, in its order', async () => {
    const store = memoryStore(NOTHING)
    const before = open(scriptedChannel(), { store, bot: { ...echo, answer: () => new Promise(() => {}) } })
    before.mailroom.start()
    await before.mailroom.receive(incoming('1', '一'))
    await before.mailroom.receive(incoming('2', '二'))
    const channel = scriptedChannel()
    const { mailroom } = open(channel, { store })
    mailroom.start()
    // the platform has heard nothing and delivers again
    await mailroom.receive(incoming('1', '一'))
    await settle()
    expect(channel.posted).toEqual(['答一', '答二'])
  })

  test('sends what was answered and not sent, looking first whether it has arrived, from the part that is missing', async () => {
    const store = memoryStore(NOTHING)
    const before = scriptedChannel('slack', async ({ delivery }) => {
      await delivery.partDone()
      await new Promise(() => {})
    })
    const first = open(before, { store })
    first.mailroom.start()
    await first.mailroom.receive(incoming('1', '一'))
    await settle()
    const channel = scriptedChannel()
    const { mailroom } = open(channel, { store })
    mailroom.start()
    await settle()
    expect(channel.posted).toEqual(['答一'])
    expect(channel.attempts[0]?.delivery).toMatchObject({ again: true, partsDone: 1 })
  })

  test('repeats nothing that was sent', async () => {
    const store = memoryStore(NOTHING)
    const before = open(scriptedChannel(), { store })
    before.mailroom.start()
    await before.mailroom.receive(incoming('1', '一'))
    await settle()
    const channel = scriptedChannel()
    const { mailroom } = open(channel, { store })
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await settle()
    expect(channel.attempts).toEqual([])
  })
})

describe('stopping', () => {
  test('takes no more, finishes what is in hand and leaves the rest for the next start', async () => {
    const store = memoryStore(NOTHING)
    const channel = scriptedChannel('slack', async ({ text }) => {
      if (text === '答二') throw new SendError('not-sent', 'down')
    })
    const { mailroom, timer } = open(channel, { store })
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    await mailroom.receive(incoming('2', '二'))
    const stopped = mailroom.stop(8_000)
    await expect(mailroom.receive(incoming('3', '三'))).rejects.toThrow('closing')
    await stopped
    expect(channel.posted).toEqual(['答一'])
    expect(timer.pending).toBe(0)
    const next = scriptedChannel()
    open(next, { store }).mailroom.start()
    await settle()
    expect(next.posted).toEqual(['答二'])
  })

  test('does not wait longer than it is given', async () => {
    const channel = scriptedChannel('slack', () => new Promise(() => {}))
    const { mailroom, timer } = open(channel)
    mailroom.start()
    await mailroom.receive(incoming('1', '一'))
    let done = false
    void mailroom.stop(8_000).then(() => {
      done = true
    })
    await settle()
    expect(done).toBe(false)
    await timer.pass(8_000)
    expect(done).toBe(true)
  })
})
