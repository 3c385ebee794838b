import { expect, test } from '@jest/globals'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { zipBomb } from '../helpers/zip-bomb.ts'

const MEGABYTE = 1024 * 1024

// 420 MB of zeros in 409 KB
const BOMB = zipBomb(420)

test('the bomb is one', () => {
  expect(BOMB.length).toBeLessThan(440 * 1024)
})

test.each([
  ['that says what it is', BOMB, 'file-too-large', '压缩炸弹'],
  ['that says it is small', zipBomb(420, { declared: 4 * MEGABYTE }), 'file-damaged', '已损坏'],
  ['called a part of Word', zipBomb(420, { name: 'word/document.xml' }), 'file-too-large', '压缩炸弹'],
])('a zip bomb %s is refused before it has grown', async (_, bytes, code, told) => {
  const before = process.memoryUsage().rss
  await expect(readLedgerFile({ name: '台账.xlsx', bytes })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(told),
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEGABYTE)
})
