import { PassThrough } from 'node:stream'
import { expect, test } from '@jest/globals'
import { showProgress } from '../../src/cli/progress.ts'

const shown = (isTTY: boolean, ...shares: number[]): string => {
  const stream = Object.assign(new PassThrough(), { isTTY })
  const show = showProgress(stream)
  for (const share of shares) show(share)
  return String(stream.read() ?? '')
}

test('on a terminal a line that counts and goes away', () => {
  expect(shown(true, 0.2, 0.203, 0.71, 1)).toBe('\r正在建立全文索引，已完成20%\r正在建立全文索引，已完成71%\r\x1b[K')
})

test('elsewhere one line each time', () => {
  expect(shown(false, 0.2, 0.5, 1, 0.1, 1)).toBe('正在建立全文索引，请稍候\n'.repeat(2))
})

test('nothing where nothing was to be waited for', () => {
  expect(shown(true, 1)).toBe('')
  expect(shown(false, 1)).toBe('')
})
