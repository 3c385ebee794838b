import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { intents } from '../../intents/index.ts'
import { createBot } from '../../src/bot.ts'
import type { Task } from '../../src/domain/index.ts'
import { IndexBuilder } from '../../src/matching/index-builder.ts'
import { indexOf, LedgerIndex } from '../../src/matching/ledger-index.ts'
import { TopicIndex } from '../../src/matching/topic-index.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { directMessage } from '../helpers/conversation.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { sharedSegmenter } from '../helpers/segmenter.ts'
import { topics } from './random-ledgers.ts'

const beijing = sampleLedger('北京医改23项.txt')

/** The sample many times over: more than one slice of work. Another number of times takes over no index. */
const large = (times: number): Snapshot => ({
  ...beijing,
  tasks: Array.from({ length: times }, (_, i) =>
    beijing.tasks.map((task): Task => ({ ...task, id: `${task.id}-${i}`, no: String(100 * i + Number(task.no)) })),
  ).flat(),
})

/** Lets everything run that can. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('an index built in slices', () => {
  test('is the same as one built at once', () => {
    const index = new LedgerIndex(large(60))
    const atOnce = new TopicIndex(index.tasks)
    const shares: number[] = []
    for (let share = index.growTopics(); share < 1; share = index.growTopics()) shares.push(share)
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(topics, (topic) => {
        expect(index.topics.search(topic)).toEqual(atOnce.search(topic))
      }),
      { numRuns: 50 },
    )
  })

  test('is finished by a question that cannot wait', () => {
    const index = new LedgerIndex(large(61))
    expect(index.growTopics()).toBeLessThan(1)
    expect(index.topics.share('医保')).toBe(new TopicIndex(index.tasks).share('医保'))
    expect(index.growTopics()).toBe(1)
  })
})

describe('waiting', () => {
  test('is told where it is noticed', async () => {
    const told: number[] = []
    const builder = new IndexBuilder((share) => told.push(share), 2)
    await builder.wait(new LedgerIndex(beijing))
    expect(told).toEqual([])
    await builder.wait(new LedgerIndex(large(62)))
    expect(told.at(-1)).toBe(1)
    expect(told.slice(0, -1).every((share) => share > 0.2 && share < 1)).toBe(true)
  })

  test('holds up nobody else', async () => {
    const bot = createBot({ store: memoryStore(large(63)), intents, loadSegmenter: sharedSegmenter })
    const answered: string[] = []
    const ask = async (id: number, text: string) => {
      const reply = await bot.answer({ ...directMessage(id, text), sender: { id: String(id) } })
      answered.push(`${text} ${reply.total}`)
    }
    await Promise.all([ask(1, '与京津冀有关的任务'), ask(2, '市财政局牵头哪些任务')])
    expect(answered.map((text) => text.split(' ')[0])).toEqual(['市财政局牵头哪些任务', '与京津冀有关的任务'])
    expect(answered[1]).not.toBe('与京津冀有关的任务 0')
  })

  test('answers from the ledgers as they are at its end', async () => {
    const store = memoryStore(large(64))
    const bot = createBot({ store, intents, loadSegmenter: sharedSegmenter })
    const answer = bot.answer(directMessage(1, '与京津冀有关的任务'))
    await store.update(() => beijing)
    const ids = new Set(beijing.tasks.map(({ id }) => id))
    const { tasks } = await answer
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.every(({ id }) => ids.has(id))).toBe(true)
  })
})

describe('kept ready', () => {
  const until = new AbortController()
  const store = memoryStore(large(65))
  const bot = createBot({ store, intents, loadSegmenter: sharedSegmenter })
  const isReady = () => indexOf(store.snapshot()).hasTopics

  test('between the answers, also once the ledgers have changed', async () => {
    bot.prepare(until.signal)
    expect(isReady()).toBe(false)
    await settle()
    expect(isReady()).toBe(true)
    expect(indexOf(store.snapshot()).knowsStandings('2020-01-05')).toBe(false)
    await bot.answer(directMessage(0, '市财政局牵头哪些任务'))
    await settle()
    expect(indexOf(store.snapshot()).knowsStandings('2020-01-05')).toBe(true)
    await store.update(() => large(70))
    await bot.answer(directMessage(1, '市财政局牵头哪些任务'))
    expect(isReady()).toBe(false)
    await settle()
    expect(isReady()).toBe(true)
  })

  test('until it is called off', async () => {
    until.abort()
    await store.update(() => large(80))
    await bot.answer(directMessage(2, '市财政局牵头哪些任务'))
    await settle()
    expect(isReady()).toBe(false)
    expect((await bot.answer(directMessage(3, '与京津冀有关的任务'))).total).toBe(80)
  })
})
