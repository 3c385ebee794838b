import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { listBackups } from '../../src/store/backups.ts'
import { type Migration, migrate } from '../../src/store/migrations.ts'
import { openStoreReadOnly } from '../../src/store/read-only-store.ts'
import { openStore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { stateOf } from './samples.ts'

const renameTo = (short: string): Migration => ({
  summary: `ledgers are called ${short}`,
  migrate: (document) => ({
    ...document,
    ledgers: (document.ledgers as { short: string }[]).map((ledger) => ({ ...ledger, short: ledger.short + short })),
  }),
})

const migrations = [renameTo('甲'), renameTo('乙')]

/** A folder with a store of version 1. */
const firstVersion = async (): Promise<string> => {
  const dir = await dataFolder()
  const store = await openStore({ dir, migrations: [] })
  await store.update(() => stateOf(2))
  await store.close()
  return dir
}

const versionOf = async (path: string) => JSON.parse(await readFile(path, 'utf8')).version

test('a document takes the steps it lacks, in their order', () => {
  const document = { ledgers: [{ short: '' }] }
  expect(migrate(document, 1, migrations)).toEqual({ ledgers: [{ short: '甲乙' }] })
  expect(migrate(document, 2, migrations)).toEqual({ ledgers: [{ short: '乙' }] })
  expect(migrate(document, 3, migrations)).toEqual(document)
})

test('an older file is migrated at start, once, and kept among the copies as it was', async () => {
  const dir = await firstVersion()
  const before = await readFile(join(dir, 'duban.json'))
  for (let start = 0; start < 2; start++) {
    const store = await openStore({ dir, migrations })
    expect(store.snapshot().ledgers[0]?.short).toBe('安全生产0甲乙')
    expect(store.snapshot().tasks).toEqual(stateOf(2).tasks)
    await store.close()
  }
  expect(await versionOf(join(dir, 'duban.json'))).toBe(3)
  const copies = await listBackups(dir)
  expect(await Promise.all(copies.map(({ path }) => readFile(path)))).toContainEqual(before)
})

test('reading an older file migrates what is read, not the file', async () => {
  const dir = await firstVersion()
  const view = await openStoreReadOnly({ dir, migrations })
  expect(view.snapshot().ledgers[0]?.short).toBe('安全生产0甲乙')
  expect(await versionOf(join(dir, 'duban.json'))).toBe(1)
})

test('a file of a newer version is refused and left alone', async () => {
  const dir = await dataFolder()
  await (await openStore({ dir, migrations })).close()
  const before = await readFile(join(dir, 'duban.json'))
  for (const opening of [openStore({ dir }), openStoreReadOnly({ dir })]) {
    await expect(opening).rejects.toMatchObject({
      code: 'store-newer',
      message: expect.stringContaining('升级督办程序'),
    })
  }
  expect(await readFile(join(dir, 'duban.json'))).toEqual(before)
})

test('a step whose result is no store is refused, and the file stays as it was', async () => {
  const dir = await firstVersion()
  const before = await readFile(join(dir, 'duban.json'))
  const losing: Migration = { summary: 'loses the tasks', migrate: ({ tasks: _, ...rest }) => rest }
  await expect(openStore({ dir, migrations: [losing] })).rejects.toMatchObject({ code: 'store-damaged' })
  expect(await readFile(join(dir, 'duban.json'))).toEqual(before)
})
