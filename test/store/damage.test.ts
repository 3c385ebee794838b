import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { DubanError } from '../../src/errors.ts'
import { openStoreReadOnly, refusingChanges } from '../../src/store/read-only-store.ts'
import { openStore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { stateOf } from './samples.ts'

const state = stateOf(3)

/** A folder with a store of three tasks and three journal entries. */
const storedFolder = async (): Promise<{ dir: string; file: string; journal: string }> => {
  const dir = await dataFolder()
  const store = await openStore({ dir })
  await store.update(() => state)
  for (const body of ['甲', '乙', '丙']) await store.append({ kind: 'sent', at: '', body })
  await store.close()
  return { dir, file: join(dir, 'duban.json'), journal: join(dir, 'journal.jsonl') }
}

/** `damaged` where opening refuses in words that help, else the bodies of the journal with the state that was found. */
const opened = async (dir: string) => {
  try {
    const view = await openStoreReadOnly({ dir })
    return { state: view.snapshot(), journal: view.entries('sent').map(({ body }) => body) }
  } catch (error) {
    if (!(error instanceof DubanError)) throw error
    expect(error.code).toMatch(/^store-(damaged|newer)$/)
    expect(error.message).toContain(dir)
    return 'refused'
  }
}

/** Every position in steps, and every one of the last bytes. */
const positions = (length: number, step: number): number[] =>
  Array.from({ length }, (_, n) => n).filter((n) => n % step === 0 || n > length - 100)

test('a store file cut off anywhere is refused, never taken for a shorter or an empty one', async () => {
  const { dir, file } = await storedFolder()
  const whole = await readFile(file)
  for (const length of positions(whole.length, 7)) {
    await writeFile(file, whole.subarray(0, length))
    const found = await opened(dir)
    // without its line end the file is still whole
    expect(found).toEqual(length === whole.length - 1 ? { state, journal: ['甲', '乙', '丙'] } : 'refused')
  }
})

test('a changed byte anywhere in the store file is noticed', async () => {
  const { dir, file } = await storedFolder()
  const whole = await readFile(file)
  for (const at of positions(whole.length, 7)) {
    for (const flip of [0x01, 0x20, 0x80]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ flip
      await writeFile(file, bytes)
      const found = await opened(dir)
      if (found !== 'refused') expect(found).toEqual({ state, journal: ['甲', '乙', '丙'] })
      if (at < whole.length - 1) expect(found).toBe('refused')
    }
  }
})

test('a journal cut off anywhere has its whole lines, and grows from there', async () => {
  const { dir, journal } = await storedFolder()
  const whole = await readFile(journal)
  const ends = [...whole.toString('latin1').matchAll(/\n/g)].map(({ index }) => index)
  for (const length of positions(whole.length, 7)) {
    await writeFile(journal, whole.subarray(0, length))
    const kept = ['甲', '乙', '丙'].slice(0, ends.filter((end) => end <= length).length)
    expect(await opened(dir)).toEqual({ state, journal: kept })
    if (length % 5 > 0) continue
    const store = await openStore({ dir })
    await store.append({ kind: 'sent', at: '', body: '丁' })
    await store.close()
    expect(await opened(dir)).toEqual({ state, journal: [...kept, '丁'] })
  }
})

test('a changed byte anywhere in the journal is noticed', async () => {
  const { dir, journal } = await storedFolder()
  const whole = await readFile(journal)
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0x02
    await writeFile(journal, bytes)
    // where only the last line end is wrong, the line is whole
    expect(await opened(dir)).toEqual(at === whole.length - 1 ? { state, journal: ['甲', '乙', '丙'] } : 'refused')
  }
})

test.each([
  ['an empty file', '', '文件是空的'],
  ['text', '督办台账', '不是 JSON'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '不是 JSON'],
  ['a list', '[]', '不是台账库文件'],
  ['an object of another program', '{"name":"x"}', '没有版本号'],
  ['a file without ledgers', '{"version":1,"tasks":[]}', '缺少“ledgers”'],
  ['a file without tasks', '{"version":1,"ledgers":[]}', '缺少“tasks”'],
  ['tasks that are no list', '{"version":1,"ledgers":[],"tasks":{}}', '缺少“tasks”'],
  ['a task that is no record', '{"version":1,"ledgers":[],"tasks":[1]}', '“tasks”第1项不是一条记录'],
  [
    'a task without its fields',
    '{"version":1,"ledgers":[],"tasks":[{"id":"1"}]}',
    '“tasks”第1项的“ledgerId”缺失或不对',
  ],
  [
    'content of which nothing is known',
    '{"version":1,"ledgers":[],"tasks":[],"strangers":[]}',
    '不认识的内容“strangers”',
  ],
  ['a checksum in the wrong place', '{"version":1,"sha256":"00","ledgers":[],"tasks":[]}', '校验码不在应有的位置'],
])('%s is no store file, stays as it is and is not replaced', async (_, content, words) => {
  const { dir, file } = await storedFolder()
  await writeFile(file, content)
  for (const opening of [openStore({ dir }), openStoreReadOnly({ dir })]) {
    await expect(opening).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringMatching(new RegExp(`${file}.*${words}.*duban restore`)),
    })
  }
  expect(await readFile(file)).toEqual(Buffer.from(content))
})

test('a store file that is gone while its copies or its journal are there is damage, not a new store', async () => {
  const { dir, file, journal } = await storedFolder()
  await rm(file)
  const gone = { code: 'store-damaged', message: expect.stringContaining('文件不见了') }
  await expect(openStore({ dir })).rejects.toMatchObject(gone)
  await rm(journal)
  await expect(openStore({ dir })).rejects.toMatchObject(gone)
  await expect(openStoreReadOnly({ dir })).rejects.toMatchObject(gone)
  await rm(join(dir, 'backups'), { recursive: true })
  await expect(openStoreReadOnly({ dir })).resolves.toBeDefined()
  await (await openStore({ dir })).close()
})

test('reading makes nothing, not even the folder', async () => {
  const dir = await dataFolder()
  const view = await openStoreReadOnly({ dir: join(dir, 'none') })
  expect(view.snapshot()).toEqual({ ledgers: [], tasks: [], groups: [], people: [] })
  expect(view.entries('sent')).toEqual([])
  expect(await readdir(dir)).toEqual([])
})

test('a view that stands for a store refuses every change and stays readable', async () => {
  const { dir } = await storedFolder()
  const store = refusingChanges(await openStoreReadOnly({ dir }))
  const refused = { code: 'usage' }
  await expect(store.update(() => stateOf(0))).rejects.toMatchObject(refused)
  await expect(store.append({ kind: 'sent', at: '', body: 1 })).rejects.toMatchObject(refused)
  await expect(store.compact(() => false)).rejects.toMatchObject(refused)
  expect(store.snapshot()).toEqual(state)
  await store.close()
})

test('a folder with other files in it may hold a new store', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'units.json'), '{}')
  const store = await openStore({ dir })
  expect(store.snapshot().ledgers).toEqual([])
  await store.close()
  expect(await readFile(join(dir, 'units.json'), 'utf8')).toBe('{}')
})

test('what dead processes left half written is cleared away at the next start, other files are not', async () => {
  const { dir } = await storedFolder()
  const strays = [
    'duban.json.99999999.0123456789ab.tmp',
    'journal.jsonl.1.0123456789ab.tmp',
    'duban.lock.0123456789abcdef',
  ]
  const others = ['duban.json.old', 'report.tmp', 'notes.1.0123456789ab.tmp']
  for (const name of [...strays, ...others]) await writeFile(join(dir, name), 'x')
  await writeFile(join(dir, 'backups', 'duban-0001.json.1.0123456789ab.tmp'), 'x')
  await (await openStore({ dir })).close()
  const names = await readdir(dir)
  expect(names.filter((name) => strays.includes(name))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(others))
  expect((await readdir(join(dir, 'backups'))).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
