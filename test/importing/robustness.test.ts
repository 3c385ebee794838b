import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DubanError } from '../../src/errors.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { readText, SAFETY } from './ledgers.ts'

const readsOrRefuses = async (name: string, bytes: Uint8Array): Promise<void> => {
  try {
    const { tasks, doubts } = await readLedgerFile({ name, bytes })
    expect(tasks.length + doubts.length).toBeGreaterThan(0)
    expect(new Set(tasks.map(({ no }) => no)).size).toBe(tasks.length)
  } catch (error) {
    expect(error).toBeInstanceOf(DubanError)
  }
}

const PIECES = [
  '\t',
  '\n',
  '\n\n',
  '|',
  ',',
  '"',
  '序号',
  '任务',
  '责任单位',
  '完成时限',
  '市水务局',
  '、',
  '一、',
  '（一）',
  '1.',
  '（',
  '）',
  '责任单位：',
  '2024年',
  '每年3月底前',
  '要',
  '。',
  '；',
  ' ',
  '\u3000',
  '注：',
  '13900000001',
]

describe('whatever the bytes are, a file is read or refused', () => {
  test.each(['a.txt', 'a.csv', 'a.md'])('any bytes as %s', (name) => {
    return fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => readsOrRefuses(name, bytes)),
      { numRuns: 300 },
    )
  })

  test.each(['a.txt', 'a.csv', 'a.md'])('pieces of documents in any order as %s', (name) => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''))
    return fc.assert(
      fc.asyncProperty(text, (document) => readsOrRefuses(name, new TextEncoder().encode(document))),
      { numRuns: 500 },
    )
  })

  test('a ledger cut off anywhere', () => {
    const bytes = new TextEncoder().encode(SAFETY)
    return fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), (end) => readsOrRefuses('a.txt', bytes.subarray(0, end))),
      { numRuns: 200 },
    )
  })
})

test('a cell of a hundred thousand characters', () => {
  const long = '加强巡查，'.repeat(20_000)
  const { tasks } = readText(`序号\t任务\t责任单位\t时限\n1\t${long}\t市水务局\t长期\n2\t清淤\t市水务局\t长期\n`)
  expect(tasks.map(({ content }) => content.length)).toEqual([long.length, 2])
})
