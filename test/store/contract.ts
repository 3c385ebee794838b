import { expect, test } from '@jest/globals'
import { CHANGE, type Change } from '../../src/domain/index.ts'
import type { JournalEntry, Snapshot, Store, StoreView } from '../../src/store/store.ts'
import { addTask, ledger, stateOf, task } from './samples.ts'

/** Ways to the same stored data, which is new and empty before the first of them. */
export interface Opener {
  open(): Promise<Store>
  /** Reads without being the writer. */
  view(): Promise<StoreView>
}

const entry = (kind: string, body: unknown): JournalEntry => ({ kind, at: '2020-01-05T01:00:00.000Z', body })

const bodies = (store: StoreView, kind: string) => store.entries(kind).map(({ body }) => body)

const progress = (id: string, row: string, after: number): Change => ({
  id,
  at: '2020-01-05T01:00:00.000Z',
  by: { id: null, name: null },
  action: 'report',
  text: `进度${after}%`,
  rows: [{ part: 'tasks', id: row, before: { progress: 0 }, after: { progress: after } }],
})

const changesOf = (store: StoreView): string[] =>
  store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change.id)

/** What every store must do. `fresh` gives ways to data of their own. */
export const storeContract = (fresh: () => Promise<Opener>): void => {
  test('a new store is empty', async () => {
    const store = await (await fresh()).open()
    expect(store.snapshot()).toEqual({ ledgers: [], tasks: [], groups: [], people: [] })
    expect(store.entries('sent')).toEqual([])
    await store.close()
  })

  test('what is updated is there after opening again, exactly as it was', async () => {
    const { open } = await fresh()
    const first = await open()
    const odd = { ...task(1), content: '“引号”\\\n\u2028制表\t😀\ud800', title: '' }
    await first.update(() => ({ ledgers: [ledger(0)], tasks: [task(0), odd], groups: [], people: [] }))
    await first.close()
    const second = await open()
    expect(second.snapshot()).toEqual({ ledgers: [ledger(0)], tasks: [task(0), odd], groups: [], people: [] })
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

  test('a commit changes the state and the audit trail as one, and is there before the store is closed', async () => {
    const { open, view } = await fresh()
    const first = await open()
    await first.update(() => stateOf(2))
    const made = await first.commit(() => progress('c1', 't0', 30))
    expect(made).toMatchObject({ id: 'c1' })
    expect(first.snapshot().tasks.map((one) => one.progress)).toEqual([30, 0])
    const early = await view()
    expect(early.snapshot()).toEqual(first.snapshot())
    expect(changesOf(early)).toEqual(['c1'])
    await first.close()
    const second = await open()
    expect(second.snapshot().tasks[0]).toMatchObject({ progress: 30, content: task(0).content })
    expect(changesOf(second)).toEqual(['c1'])
    await second.close()
  })

  test('commits are made one after another on what the one before left, updates in their place', async () => {
    const { open } = await fresh()
    const store = await open()
    await store.update(() => stateOf(1))
    const more = (id: string) => (state: Snapshot) => progress(id, 't0', (state.tasks[0]?.progress ?? 0) + 1)
    await Promise.all([
      store.commit(more('c1')),
      store.commit(more('c2')),
      store.update((state) => ({
        ...state,
        tasks: state.tasks.map((one) => ({ ...one, progress: one.progress * 10 })),
      })),
      store.commit(more('c3')),
    ])
    expect(store.snapshot().tasks[0]?.progress).toBe(21)
    await store.close()
    const again = await open()
    expect(again.snapshot().tasks[0]?.progress).toBe(21)
    await again.close()
  })

  test('a commit is made once, also after opening again', async () => {
    const { open } = await fresh()
    const first = await open()
    await first.update(() => stateOf(1))
    const both = await Promise.all([1, 2].map((n) => first.commit(() => progress('c1', 't0', n))))
    expect(both).toEqual([expect.objectContaining({ id: 'c1' }), null])
    await first.close()
    const second = await open()
    expect(await second.commit(() => progress('c1', 't0', 3))).toBeNull()
    expect(second.snapshot().tasks[0]?.progress).toBe(1)
    await second.close()
  })

  test('a commit that has nothing to do, or throws, changes nothing', async () => {
    const store = await (await fresh()).open()
    await store.update(() => stateOf(1))
    const before = store.snapshot()
    const refuse = () => {
      throw new Error('no such task')
    }
    const results = await Promise.allSettled([store.commit(() => null), store.commit(refuse)])
    expect(results).toMatchObject([{ value: null }, { reason: { message: 'no such task' } }])
    expect(store.snapshot()).toBe(before)
    expect(changesOf(store)).toEqual([])
    await store.close()
  })

  test('rows are added and taken away by commits; a change of one that is gone changes nothing', async () => {
    const store = await (await fresh()).open()
    await store.update(() => stateOf(1))
    const rows = (part: 'tasks' | 'people', id: string, before: object | null, after: object | null) =>
      ({ ...progress(`${part} ${id} ${after === null}`, 't0', 0), rows: [{ part, id, before, after }] }) as Change
    await store.commit(() => rows('people', 'slack:U1', null, { name: '联络员甲' }))
    await store.commit(() => rows('tasks', 'gone', { progress: 0 }, { progress: 1 }))
    await store.commit(() => rows('tasks', 't0', { progress: 0 }, null))
    expect(store.snapshot()).toMatchObject({ tasks: [], people: [{ id: 'slack:U1', name: '联络员甲' }] })
    await store.close()
  })

  test('compacting leaves the audit trail alone', async () => {
    const store = await (await fresh()).open()
    await store.update(() => stateOf(1))
    await store.commit(() => progress('c1', 't0', 30))
    await store.append(entry('sent', 1))
    await store.compact(() => false)
    expect(bodies(store, 'sent')).toEqual([])
    expect(changesOf(store)).toEqual(['c1'])
    await store.close()
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
    await expect(store.commit(() => null)).rejects.toThrow('closed')
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
