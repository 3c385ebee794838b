import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { MIGRATIONS, versionAfter } from '../../src/store/migrations.ts'
import { openStoreReadOnly } from '../../src/store/read-only-store.ts'
import { openStore } from '../helpers/store.ts'
import { storeContract } from './contract.ts'
import { dataFolder } from './data-folder.ts'
import { addTask, stateOf } from './samples.ts'
import { replacements, watchedFiles } from './watched-files.ts'

describe('the lowdb store', () => {
  storeContract(async () => {
    const dir = await dataFolder()
    return { open: () => openStore({ dir }), view: () => openStoreReadOnly({ dir }) }
  })
})

test('updates that wait are merged into one write', async () => {
  const files = watchedFiles()
  const store = await openStore({ dir: await dataFolder(), files })
  files.calls.length = 0
  const first = store.update(addTask(0))
  await first
  expect(replacements(files.calls, 'duban.json')).toBe(1)
  await Promise.all(Array.from({ length: 50 }, (_, n) => store.update(addTask(n + 1))))
  expect(replacements(files.calls, 'duban.json')).toBe(2)
  await store.close()
})

test('updates that arrive during a write share the next one', async () => {
  const during: Promise<void>[] = []
  const files = watchedFiles(({ name, path }) => {
    if (name === 'file.sync' && path.includes('duban.json.') && during.length === 0 && store !== undefined) {
      for (let n = 1; n <= 10; n++) during.push(store.update(addTask(n)))
    }
    return null
  })
  let store: Awaited<ReturnType<typeof openStore>> | undefined
  store = await openStore({ dir: await dataFolder(), files })
  files.calls.length = 0
  await store.update(addTask(0))
  await Promise.all(during)
  expect(during).toHaveLength(10)
  expect(replacements(files.calls, 'duban.json')).toBe(2)
  expect(store.snapshot().tasks).toHaveLength(11)
  await store.close()
})

test('entries that wait share one write and one sync', async () => {
  const files = watchedFiles()
  const store = await openStore({ dir: await dataFolder(), files })
  files.calls.length = 0
  await Promise.all(Array.from({ length: 50 }, (_, body) => store.append({ kind: 'sent', at: '', body })))
  const names = files.calls.filter(({ path }) => path.endsWith('journal.jsonl')).map(({ name }) => name)
  expect(names).toEqual(['open', 'file.writeFile', 'file.sync'])
  await store.close()
})

test('a write is synced before it takes the place of the old file, and its name after', async () => {
  const files = watchedFiles()
  const store = await openStore({ dir: await dataFolder(), files })
  files.calls.length = 0
  await store.update(addTask(0))
  const names = files.calls.map(({ name }) => name).slice(0, 6)
  expect(names).toEqual(['open', 'file.writeFile', 'file.writeFile', 'file.sync', 'file.close', 'rename'])
  expect(files.calls[6]?.name).toBe('syncFolder')
  await store.close()
})

test('a folder made for the store, and its files, are for their owner only', async () => {
  const dir = join(await dataFolder(), '新建', 'data')
  const store = await openStore({ dir })
  await store.append({ kind: 'sent', at: '', body: 1 })
  await store.update(addTask(0))
  await store.close()
  const mode = async (...path: string[]) => ((await stat(join(dir, ...path))).mode & 0o777).toString(8)
  expect(await Promise.all([mode(), mode('duban.json'), mode('journal.jsonl'), mode('backups')])).toEqual([
    '700',
    '600',
    '600',
    '700',
  ])
})

test('an unchanged state is not written', async () => {
  const dir = await dataFolder()
  const store = await openStore({ dir })
  await store.update(() => stateOf(3))
  const before = await stat(join(dir, 'duban.json'))
  await store.update((state) => state)
  expect((await stat(join(dir, 'duban.json'))).ino).toBe(before.ino)
  await store.close()
})

test('the file is JSON with a row a line; mended by hand and without its checksum it is taken and sealed again', async () => {
  const dir = await dataFolder()
  const file = join(dir, 'duban.json')
  const store = await openStore({ dir })
  await store.update(() => stateOf(2))
  await store.close()
  const text = await readFile(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ version: versionAfter(MIGRATIONS), ...stateOf(2) })
  expect(text.split('\n')).toHaveLength(15)
  const mended = text.replace('市应急局', '市应急管理局').replace(/,\n"sha256":"\w+"/, '')
  await writeFile(file, mended)
  const again = await openStore({ dir })
  expect(again.snapshot().tasks[0]?.lead).toEqual(['市应急管理局'])
  await again.close()
  expect(await readFile(file, 'utf8')).toMatch(/,\n"sha256":"[0-9a-f]{64}"}\n$/)
})
