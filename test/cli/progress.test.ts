import { PassThrough } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { showProgress, showReading } from '../../src/cli/progress.ts'

const stream = (isTTY: boolean) => {
  const errors = Object.assign(new PassThrough(), { isTTY })
  return { errors, written: () => String(errors.read() ?? '') }
}

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

describe('files that are being read', () => {
  const at = { file: '台账.xlsx', place: 2, of: 3, size: 3_000_000, rows: null }

  test('stand in one line of a terminal, which is wiped at the end', () => {
    const { errors, written } = stream(true)
    const { tell, end } = showReading(errors)
    tell(at)
    tell({ ...at, rows: 10_000 })
    end()
    expect(written()).toBe(
      '\r\x1b[K台账.xlsx（第2份，共3份）：正在读取\r\x1b[K台账.xlsx（第2份，共3份）：已打开，共10000行，正在识别任务\r\x1b[K',
    )
  })

  test('elsewhere are told of only where they are long', () => {
    const { errors, written } = stream(false)
    const { tell, end } = showReading(errors)
    tell({ ...at, size: 1000 })
    tell({ ...at, of: 1 })
    end()
    expect(written()).toBe('台账.xlsx：正在读取\n')
  })
})
