import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { inspectStore } from '../../src/store/inspection.ts'
import { openStore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { stateOf } from './samples.ts'
import { watchedFiles } from './watched-files.ts'

test('a store is counted, with its writer and its copies', async () => {
  const dir = await dataFolder()
  const store = await openStore({ dir })
  await store.update(() => stateOf(3))
  expect(await inspectStore(dir)).toMatchObject({
    exists: true,
    ledgers: 1,
    tasks: 3,
    lockedBy: { pid: process.pid },
    problems: [],
  })
  await store.close()
  const { lockedBy, backups } = await inspectStore(dir)
  expect(lockedBy).toBeNull()
  expect(backups).toHaveLength(1)
})

test('a folder that does not exist yet is no problem and stays so', async () => {
  const dir = await dataFolder()
  const found = await inspectStore(join(dir, '甲', '乙'))
  expect(found).toEqual({ exists: false, ledgers: 0, tasks: 0, backups: [], lockedBy: null, problems: [] })
  expect(await readdir(dir)).toEqual([])
})

test('damage is a result, and so is a folder that cannot be written or is none', async () => {
  const dir = await dataFolder()
  await writeFile(join(dir, 'duban.json'), '')
  const codes = async (path: string, code: string | null) => {
    const files = watchedFiles(({ name }) => (name === 'checkWritable' ? code : null))
    return (await inspectStore(path, files)).problems.map((problem) => problem.code)
  }
  expect(await codes(dir, null)).toEqual(['store-damaged'])
  expect(await codes(dir, 'EROFS')).toEqual(['store-damaged', 'store-unwritable'])
  expect(await codes(join(dir, 'duban.json'), null)).toEqual(['store-unwritable'])
  const good = await dataFolder()
  await (await openStore({ dir: good })).close()
  expect(await codes(good, 'EACCES')).toEqual(['store-unwritable'])
  expect(await codes(join(good, 'none'), 'EACCES')).toEqual(['store-unwritable'])
})
