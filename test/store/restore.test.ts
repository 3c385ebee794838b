import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { KEPT_COPIES, listBackups } from '../../src/store/backups.ts'
import { openStoreReadOnly } from '../../src/store/read-only-store.ts'
import { openStore, restore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { addTask, ledger } from './samples.ts'

const HOUR = 3_600_000
const now = () => new Date('2020-01-05T01:00:00Z')

/** Runs the program once for each of the tasks: opens, adds, closes. */
const addOneByOne = async (dir: string, tasks: readonly number[], clock = now): Promise<void> => {
  for (const n of tasks) {
    const store = await openStore({ dir, now: clock })
    await store.update(addTask(n))
    await store.close()
  }
}

const idsIn = async (dir: string) => (await openStoreReadOnly({ dir })).snapshot().tasks.map(({ id }) => id)
const idsInFile = async (path: string) =>
  JSON.parse(await readFile(path, 'utf8')).tasks.map(({ id }: { id: string }) => id)

test.each([
  ['cut off', (path: string) => writeFile(path, '{"version":1,"led')],
  ['empty', (path: string) => writeFile(path, '')],
  ['gone', (path: string) => rm(path)],
])('a store file that is %s comes back as it was last kept', async (what, damage) => {
  const dir = await dataFolder()
  const file = join(dir, 'duban.json')
  await addOneByOne(dir, [0, 1])
  const whole = await readFile(file)
  await damage(file)
  const restored = await restore({ dir, now })
  expect(restored.backup).toEqual((await listBackups(dir))[0])
  expect(await readFile(file)).toEqual(whole)
  expect(await idsIn(dir)).toEqual(['t0', 't1'])
  expect(restored.setAside).toEqual(what === 'gone' ? [] : [`${file}.damaged-2020-01-05T090000`])
  for (const aside of restored.setAside) expect((await readFile(aside)).length).toBeLessThan(whole.length)
  await addOneByOne(dir, [2])
  expect(await idsIn(dir)).toEqual(['t0', 't1', 't2'])
})

test('damaged files of the same second do not replace one another', async () => {
  const dir = await dataFolder()
  const file = join(dir, 'duban.json')
  await addOneByOne(dir, [0])
  for (const content of ['一', '二']) {
    await writeFile(file, content)
    const { setAside } = await restore({ dir, now })
    expect(await readFile(setAside[0] ?? '', 'utf8')).toBe(content)
  }
})

test('a damaged copy is passed over', async () => {
  const dir = await dataFolder()
  await addOneByOne(dir, [0, 1])
  const [newest, older] = await listBackups(dir)
  await writeFile(newest?.path ?? '', '{')
  await writeFile(join(dir, 'duban.json'), '')
  expect((await restore({ dir, now })).backup).toEqual(older)
  expect(await idsIn(dir)).toEqual(['t0'])
})

test('a good store is left alone unless a copy is named; then it is among the copies itself', async () => {
  const dir = await dataFolder()
  await addOneByOne(dir, [0, 1])
  expect(await restore({ dir, now })).toEqual({ backup: null, journal: null, setAside: [] })
  const [newest, older] = await listBackups(dir)
  expect((await restore({ dir, name: older?.name, now })).backup).toEqual(older)
  expect(await idsIn(dir)).toEqual(['t0'])
  await restore({ dir, name: newest?.name, now })
  expect(await idsIn(dir)).toEqual(['t0', 't1'])
})

test('without a good copy, or without one of that name, nothing is changed', async () => {
  const dir = await dataFolder()
  const file = join(dir, 'duban.json')
  await addOneByOne(dir, [0])
  await expect(restore({ dir, name: 'duban-9999.json' })).rejects.toMatchObject({ code: 'usage' })
  await expect(restore({ dir, name: '../duban.json' })).rejects.toMatchObject({ code: 'usage' })
  for (const { path } of await listBackups(dir)) await writeFile(path, '{')
  await writeFile(file, '坏')
  const names = await readdir(dir)
  await expect(restore({ dir })).rejects.toMatchObject({
    code: 'store-damaged',
    message: expect.stringContaining('均已损坏'),
  })
  expect(await readFile(file, 'utf8')).toBe('坏')
  expect(await readdir(dir)).toEqual(names)
  await rm(join(dir, 'backups'), { recursive: true })
  await expect(restore({ dir })).rejects.toMatchObject({
    code: 'store-damaged',
    message: expect.stringContaining('没有备份'),
  })
})

test('a store that is being written is not restored', async () => {
  const dir = await dataFolder()
  await addOneByOne(dir, [0])
  const store = await openStore({ dir })
  await expect(restore({ dir })).rejects.toMatchObject({ code: 'store-locked' })
  await store.close()
})

test('a damaged journal is mended by leaving out what cannot be read, and kept aside whole', async () => {
  const dir = await dataFolder()
  const path = join(dir, 'journal.jsonl')
  const store = await openStore({ dir })
  for (const body of [0, 1, 2]) await store.append({ kind: 'sent', at: '', body })
  await store.close()
  const spoilt = (await readFile(path, 'utf8')).replace('"body":1', '"body":7')
  await writeFile(path, spoilt)
  await expect(openStore({ dir })).rejects.toMatchObject({
    code: 'store-damaged',
    message: expect.stringMatching(/journal\.jsonl 已损坏：第 2 行读不出.*duban restore/),
  })
  const restored = await restore({ dir, now })
  expect(restored).toEqual({
    backup: null,
    journal: { kept: 2, dropped: 1 },
    setAside: [`${path}.damaged-2020-01-05T090000`],
  })
  expect(await readFile(restored.setAside[0] ?? '', 'utf8')).toBe(spoilt)
  const again = await openStore({ dir })
  expect(again.entries('sent').map(({ body }) => body)).toEqual([0, 2])
  await again.close()
})

test('copies are kept of the states that were closed with, the last of earlier days among them', async () => {
  const dir = await dataFolder()
  const at = (day: number, hour: number) => () => new Date(Date.UTC(2020, 0, day, hour))
  await addOneByOne(dir, [0, 1], at(1, 1))
  await addOneByOne(dir, [2], at(2, 1))
  await addOneByOne(dir, [3, 4, 5, 6, 7], at(3, 1))
  const copies = await listBackups(dir)
  expect(copies).toHaveLength(KEPT_COPIES)
  const last = await Promise.all(copies.map(async ({ path }) => (await idsInFile(path)).at(-1)))
  expect(last).toEqual(['t7', 't6', 't5', 't2', 't1'])
  expect(copies.map((copy) => copy.at)).toEqual([
    '2020-01-03 09:00',
    '2020-01-03 09:00',
    '2020-01-03 09:00',
    '2020-01-02 09:00',
    '2020-01-01 09:00',
  ])
})

test('while a store is open, a copy is made once an hour at most, before what asks for one, and at the end', async () => {
  const dir = await dataFolder()
  let time = Date.UTC(2020, 0, 5)
  const store = await openStore({ dir, now: () => new Date(time) })
  const copied = async () => {
    // an update that changes nothing comes after the copies of those before it
    await store.update((state) => state)
    return Promise.all((await listBackups(dir)).map(async ({ path }) => (await idsInFile(path)).length))
  }
  await store.update(addTask(0))
  expect(await copied()).toEqual([1])
  time += HOUR - 1
  await store.update(addTask(1))
  expect(await copied()).toEqual([1])
  time += 1
  await store.update(addTask(2))
  expect(await copied()).toEqual([3, 1])
  await store.update(addTask(3))
  await store.update(addTask(4), { copyFirst: true })
  expect(await copied()).toEqual([4, 3, 1])
  await store.close()
  expect((await listBackups(dir)).map(({ number }) => number)).toEqual([4, 3, 2, 1])
  await (await openStore({ dir })).close()
  expect(await listBackups(dir)).toHaveLength(4)
})

test('what a killed process had no time to copy is copied by the next one', async () => {
  const dir = await dataFolder()
  const killed = await openStore({ dir, now })
  await killed.update((state) => ({ ...state, ledgers: [ledger(0)] }))
  await killed.update(addTask(0))
  await rm(join(dir, 'duban.lock'))
  expect(await Promise.all((await listBackups(dir)).map(({ path }) => idsInFile(path)))).toEqual([[]])
  await (await openStore({ dir, now })).close()
  expect(await Promise.all((await listBackups(dir)).map(({ path }) => idsInFile(path)))).toEqual([['t0'], []])
})

test('a copy does not change with what happens to the file in its place', async () => {
  const dir = await dataFolder()
  await addOneByOne(dir, [0])
  const [copy] = await listBackups(dir)
  await writeFile(join(dir, 'duban.json'), '坏')
  expect(await idsInFile(copy?.path ?? '')).toEqual(['t0'])
})
