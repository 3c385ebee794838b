import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openStoreReadOnly } from '../../src/store/read-only-store.ts'
import { openStore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { addTask } from './samples.ts'
import { type Call, watchedFiles } from './watched-files.ts'

/** A disk that fails where `failing.when` says so, as long as it says so. */
const failingDisk = (code: string) => {
  const failing: { when: (call: Call) => boolean } = { when: () => false }
  return { failing, files: watchedFiles((call) => (failing.when(call) ? code : null)) }
}

const onFile = (name: Call['name']) => (call: Call) => call.name === name && call.path.includes('duban.json')
const onJournal = (name: Call['name']) => (call: Call) => call.name === name && call.path.includes('journal.jsonl')

const ids = (store: { snapshot(): { tasks: readonly { id: string }[] } }) => store.snapshot().tasks.map(({ id }) => id)

test.each([
  ['file.writeFile', 'ENOSPC', '磁盘空间已满'],
  ['file.writeFile', 'EDQUOT', '磁盘配额已用完'],
  ['open', 'EACCES', '没有访问权限'],
  ['open', 'EROFS', '只读'],
  ['file.sync', 'EIO', '磁盘读写出错'],
  ['rename', 'EPERM', '系统不允许'],
  ['rename', 'EUCLEAN', '系统错误 EUCLEAN'],
] as const)(
  'where %s of the file fails with %s, nothing has changed and later updates work',
  async (name, code, words) => {
    const dir = await dataFolder()
    const { failing, files } = failingDisk(code)
    const store = await openStore({ dir, files })
    await store.update(addTask(0))
    const before = store.snapshot()
    failing.when = onFile(name)
    const results = await Promise.allSettled([store.update(addTask(1)), store.update(addTask(2))])
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'store-unwritable' } })
      const { message } = (result as PromiseRejectedResult).reason
      expect(message).toContain(words)
      expect(message).toContain(join(dir, 'duban.json'))
      expect(message).toContain('本次改动未保存')
      expect(message).not.toContain('\n')
    }
    expect(store.snapshot()).toBe(before)
    expect(ids(await openStoreReadOnly({ dir }))).toEqual(['t0'])
    failing.when = () => false
    await store.update(addTask(3))
    expect(ids(store)).toEqual(['t0', 't3'])
    await store.close()
    expect(ids(await openStoreReadOnly({ dir }))).toEqual(['t0', 't3'])
  },
)

test('where only the folder cannot be synced, a restart does not find the refused change', async () => {
  const dir = await dataFolder()
  const { failing, files } = failingDisk('EIO')
  const store = await openStore({ dir, files })
  await store.update(addTask(0))
  let left = 1
  failing.when = ({ name, path }) => name === 'syncFolder' && path === dir && left-- > 0
  await expect(store.update(addTask(1))).rejects.toMatchObject({ code: 'store-unwritable' })
  expect(ids(store)).toEqual(['t0'])
  expect(ids(await openStoreReadOnly({ dir }))).toEqual(['t0'])
  await store.close()
})

test('a change that throws on a full disk is refused for its own reason', async () => {
  const { failing, files } = failingDisk('ENOSPC')
  const store = await openStore({ dir: await dataFolder(), files })
  failing.when = onFile('file.writeFile')
  const refuse = () => {
    throw new RangeError('no such task')
  }
  const [first, second] = await Promise.allSettled([store.update(refuse), store.update(addTask(0))])
  expect(first).toMatchObject({ reason: { message: 'no such task' } })
  expect(second).toMatchObject({ reason: { code: 'store-unwritable' } })
  failing.when = () => false
  await store.close()
})

test.each([
  ['file.writeFile', 'ENOSPC'],
  ['file.sync', 'EIO'],
  ['open', 'EACCES'],
] as const)('where %s of the journal fails, the entries are refused and are not found later', async (name, code) => {
  const dir = await dataFolder()
  const { failing, files } = failingDisk(code)
  const store = await openStore({ dir, files })
  const append = (body: number) => store.append({ kind: 'sent', at: '', body })
  const bodies = (from: Pick<typeof store, 'entries'>) => from.entries('sent').map(({ body }) => body)
  if (name !== 'open') await append(0)
  failing.when = onJournal(name)
  const results = await Promise.allSettled([append(1), append(2)])
  expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
    'store-unwritable',
    'store-unwritable',
  ])
  const before = bodies(store)
  expect(before).toEqual(name === 'open' ? [] : [0])
  expect(bodies(await openStoreReadOnly({ dir }))).toEqual(before)
  failing.when = () => false
  await append(3)
  await store.close()
  expect(bodies(await openStoreReadOnly({ dir }))).toEqual([...before, 3])
})

test('half an entry that cannot even be cut off at once is cut off before the next', async () => {
  const dir = await dataFolder()
  const { failing, files } = failingDisk('EIO')
  const store = await openStore({ dir, files })
  await store.append({ kind: 'sent', at: '', body: 0 })
  failing.when = (call) => onJournal('file.writeFile')(call) || onJournal('file.truncate')(call)
  await expect(store.append({ kind: 'sent', at: '', body: 1 })).rejects.toMatchObject({ code: 'store-unwritable' })
  failing.when = () => false
  await store.append({ kind: 'sent', at: '', body: 2 })
  await store.close()
  const view = await openStoreReadOnly({ dir })
  expect(view.entries('sent').map(({ body }) => body)).toEqual([0, 2])
})

test('a compaction that the disk refuses leaves the journal as it was', async () => {
  const dir = await dataFolder()
  const { failing, files } = failingDisk('ENOSPC')
  const store = await openStore({ dir, files })
  const append = (body: number) => store.append({ kind: 'sent', at: '', body })
  await append(0)
  failing.when = onJournal('file.writeFile')
  await expect(store.compact(() => false)).rejects.toMatchObject({ code: 'store-unwritable' })
  failing.when = () => false
  await append(1)
  expect(store.entries('sent')).toHaveLength(2)
  await store.close()
  expect((await openStoreReadOnly({ dir })).entries('sent')).toHaveLength(2)
})

test('after a compaction whose folder could not be synced, an entry waits for that sync', async () => {
  const { failing, files } = failingDisk('EIO')
  const store = await openStore({ dir: await dataFolder(), files })
  const append = (body: number) => store.append({ kind: 'sent', at: '', body })
  await append(0)
  failing.when = ({ name }) => name === 'syncFolder'
  await store.compact(() => false)
  await expect(append(1)).rejects.toMatchObject({ code: 'store-unwritable' })
  failing.when = () => false
  await append(2)
  expect(store.entries('sent').map(({ body }) => body)).toEqual([2])
  await store.close()
})

test('a copy that cannot be made refuses an update that asks for it, and only warns after any other', async () => {
  const { failing, files } = failingDisk('ENOSPC')
  const warnings: unknown[] = []
  const store = await openStore({ dir: await dataFolder(), files, warn: (error) => warnings.push(error) })
  failing.when = ({ name, path }) => name === 'open' && path.includes('backups')
  await store.update(addTask(0))
  expect(ids(store)).toEqual(['t0'])
  await expect(store.update(addTask(1), { copyFirst: true })).rejects.toMatchObject({ code: 'store-unwritable' })
  expect(ids(store)).toEqual(['t0'])
  await store.close()
  expect(warnings.length).toBeGreaterThan(0)
  expect(warnings[0]).toMatchObject({ message: expect.stringMatching(/无法备份到 .*backups：磁盘空间已满/) })
})

test('a folder that is a file, lies in one or may not be written is named', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'file'), '')
  const failure = (code: string, words: string) => ({ code, message: expect.stringContaining(words) })
  await expect(openStore({ dir: join(dir, 'file') })).rejects.toMatchObject(
    failure('store-unwritable', '是文件而不是文件夹'),
  )
  await expect(openStore({ dir: join(dir, 'file', 'data') })).rejects.toMatchObject(
    failure('store-unwritable', '是文件而不是文件夹'),
  )
  await expect(openStoreReadOnly({ dir: join(dir, 'file') })).rejects.toMatchObject(
    failure('store-unwritable', '无法读取'),
  )
  const { failing, files } = failingDisk('EACCES')
  failing.when = ({ name }) => name === 'open'
  await expect(openStore({ dir, files })).rejects.toMatchObject(
    failure('store-unwritable', `无法使用 ${dir}：没有访问权限`),
  )
  await mkdir(join(dir, 'duban.json'))
  await expect(openStore({ dir })).rejects.toMatchObject(failure('store-unwritable', '是一个文件夹'))
})

test('a store that could not be opened gives its lock back', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'duban.json'), '')
  await expect(openStore({ dir })).rejects.toMatchObject({ code: 'store-damaged' })
  await writeFile(join(dir, 'duban.json'), '{"version":1,"ledgers":[],"tasks":[]}')
  await (await openStore({ dir })).close()
})
