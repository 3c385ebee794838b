import { expect, test } from '@jest/globals'
import type { JournalEntry, Store, StoreView } from '../../src/store/store.ts'
import { addTask, ledger, stateOf, task } from './samples.ts'

/** Ways to the same stored data, which is new and empty before the first of them. */
export interface Opener {
  open(): Promise<Store>
  /** Reads without being the writer. */
  view(): Promise<StoreView>
}

const entry = (kind: string, body: unknown): JournalEntry => ({ kind, at: '2020-01-05T01:00:00.000Z', body })

const bodies = (store: StoreView, kind: string) => store.entries(kind).map(({ body }) => body)

/** What every store must do. `fresh` gives ways to data of their own. */
export const storeContract = (fresh: () => Promise<Opener>): void => {
  test('a new store is empty', async () => {
    const store = await (await fresh()).open()
    expect(store.snapshot()).toEqual({ ledgers: [], tasks: [], groups: [] })
    expect(store.entries('sent')).toEqual([])
    await store.close()
  })

  test('what is updated is there after opening again, exactly as it was', async () => {
    const { open } = await fresh()
    const first = await open()
    const odd = { ...task(1), content: '“引号”\\\n\u2028制表\t😀\ud800', title: '' }
    await first.update(() => ({ ledgers: [ledger(0)], tasks: [task(0), odd], groups: [] }))
    await first.close()
    const second = await open()
    expect(second.snapshot()).toEqual({ ledgers: [ledger(0)], tasks: [task(0), odd], groups: [] })
    await second.close()
  })

  test('the snapshot is the same object until something changes, and an old one stays as it was', async () => {
    const store = await (await fresh()).open()
    await store.update(() => stateOf(1))
    const before = store.snapshot()
    await store.update((state) => state)
    await store.append(entry('sent', 1))
    expect(store.snapshot()).toBe(before)
    await store.update(addTask(1))
    expect(store.snapshot()).not.toBe(before)
    expect(before.tasks).toHaveLength(1)
    await store.close()
  })

  test('the snapshot does not run ahead of an update that is not kept yet', async () => {
    const store = await (await fresh()).open()
    const update = store.update(() => stateOf(1))
    expect(store.snapshot().tasks).toEqual([])
    await update
    expect(store.snapshot().tasks).toHaveLength(1)
    await store.close()
  })

  test('updates made at once are applied one after another', async () => {
    const { open, view } = await fresh()
    const store = await open()
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.update(addTask(n))))
    const ids = Array.from({ length: 20 }, (_, n) => `t${n}`)
    expect(store.snapshot().tasks.map(({ id }) => id)).toEqual(ids)
    expect((await view()).snapshot().tasks.map(({ id }) => id)).toEqual(ids)
    await store.close()
  })

  test('a change that throws is the only one refused', async () => {
    const store = await (await fresh()).open()
    const refuse = () => {
      throw new RangeError('no such task')
    }
    const results = await Promise.allSettled([store.update(addTask(0)), store.update(refuse), store.update(addTask(1))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: { message: 'no such task' } })
    expect(store.snapshot().tasks.map(({ id }) => id)).toEqual(['t0', 't1'])
    await store.close()
  })

  test('journal entries come back by kind, in order, after opening again', async () => {
    const { open } = await fresh()
    const first = await open()
    await Promise.all([0, 1, 2, 3, 4, 5].map((n) => first.append(entry(n % 2 === 0 ? 'sent' : 'audit', { n }))))
    expect(bodies(first, 'sent')).toEqual([{ n: 0 }, { n: 2 }, { n: 4 }])
    await first.close()
    const second = await open()
    expect(bodies(second, 'sent')).toEqual([{ n: 0 }, { n: 2 }, { n: 4 }])
    expect(bodies(second, 'audit')).toEqual([{ n: 1 }, { n: 3 }, { n: 5 }])
    expect(second.entries('audit')[0]).toEqual(entry('audit', { n: 1 }))
    await second.close()
  })

  test('an entry is what a restart would read, whatever the caller does to its object later', async () => {
    const store = await (await fresh()).open()
    const body = { text: '已报送', at: undefined as string | undefined }
    await store.append(entry('inbox', body))
    body.text = '改了'
    expect(bodies(store, 'inbox')).toEqual([{ text: '已报送' }])
    await store.close()
  })

  test('an entry that is no JSON is refused and the others are not', async () => {
    const store = await (await fresh()).open()
    const results = await Promise.allSettled([
      store.append(entry('sent', 1)),
      store.append(entry('sent', 1n)),
      store.append(entry('sent', 2)),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(bodies(store, 'sent')).toEqual([1, 2])
    await store.close()
  })

  test('compacting drops what is not to be kept, and what is appended meanwhile stays', async () => {
    const { open } = await fresh()
    const first = await open()
    await Promise.all([0, 1, 2, 3].map((n) => first.append(entry('sent', n))))
    await Promise.all([
      first.append(entry('sent', 1)),
      first.compact(({ body }) => Number(body) >= 2),
      first.append(entry('sent', 0)),
    ])
    await first.append(entry('sent', 4))
    expect(bodies(first, 'sent')).toEqual([2, 3, 0, 4])
    await first.close()
    const second = await open()
    expect(bodies(second, 'sent')).toEqual([2, 3, 0, 4])
    await second.close()
  })

  test('closing waits for what is in hand, and a closed store refuses', async () => {
    const { open, view } = await fresh()
    const store = await open()
    const inHand = [store.update(addTask(0)), store.append(entry('sent', 1))]
    await Promise.all([store.close(), store.close()])
    await Promise.all(inHand)
    const seen = await view()
    expect(seen.snapshot().tasks).toHaveLength(1)
    expect(bodies(seen, 'sent')).toEqual([1])
    await expect(store.update(addTask(1))).rejects.toThrow('closed')
    await expect(store.append(entry('sent', 2))).rejects.toThrow('closed')
    await expect(store.compact(() => false)).rejects.toThrow('closed')
    await store.close()
  })

  test('there is one writer; others may read what it has kept', async () => {
    const { open, view } = await fresh()
    const writer = await open()
    await writer.update(addTask(0))
    await expect(open()).rejects.toMatchObject({ code: 'store-locked' })
    const early = await view()
    await writer.update(addTask(1))
    expect(early.snapshot().tasks).toHaveLength(1)
    expect((await view()).snapshot().tasks).toHaveLength(2)
    await writer.close()
    await (await open()).close()
  })
}
