import { describe, expect, test } from '@jest/globals'
import { findParts } from '../../src/matching/parts.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

test.each<[string, number[]]>([
  ['第三部分有几项', [3]],
  ['第二、四部分', [2, 4]],
  ['第一到第三部分', [1, 2, 3]],
  ['最后一部分谁牵头', [-1]],
  ['第5板块的任务', [5]],
  ['第三部分第2条', []],
  ['部分乡镇', []],
])('%s', (text, numbers) => expect(findParts(text).flatMap((part) => part.numbers)).toEqual(numbers))

const said = async (snapshot: Parameters<typeof conversation>[0], text: string): Promise<string> =>
  (await conversation(snapshot).say(text)).tasks.map(({ no }) => no).join(' ')

describe('parts of a document', () => {
  const beijing = sampleLedger('北京医改23项.txt')
  const hospitals = sampleLedger('北京公立医院改革方案.txt')

  test('by the order of headings that have no number', async () => {
    expect(await said(beijing, '第四部分有哪些')).toBe('12 13')
    expect(await said(beijing, '最后一部分市中医局牵头的')).toBe('23')
  })

  test('by the number of the heading', async () => {
    expect(await said(hospitals, '第四部分')).toBe('四(十五)1 四(十五)2 四(十六)1 四(十六)2')
    // the document has a first part, without tasks
    expect(await said(hospitals, '第一部分')).toBe('')
  })

  test('of several ledgers, the ledger is asked', async () => {
    const both = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/北京公立医院改革方案.txt')
    const { say } = conversation(both)
    expect(await say('第四部分有几项')).toMatchObject({ needs: 'ledger', tasks: [] })
    expect((await say('1')).total).toBe(2)
  })

  test('is named with its heading', async () => {
    expect((await conversation(beijing).say('第四部分有几项')).text).toMatch(/^第4部分“规范调整医疗服务价格”共2项/)
  })
})
