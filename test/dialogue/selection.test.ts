import { describe, expect, test } from '@jest/globals'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { play } from './play.ts'

const beijing = sampleLedger('北京医改23项.txt')
const jilin = sampleLedger('吉林医改施工图55项.txt')
const IN_JANUARY = '2020-01-06T09:00:00+08:00'

describe('a place in the list just given', () => {
  const LIST = '市医保局参与了哪些任务'
  const LISTED = '4 6 12 13 5 16 17 19'

  test.each([
    ['第二个', '6'],
    ['第二个展开讲讲', '6'],
    ['最后一个', '19'],
    ['倒数第二个', '17'],
    ['前三个', '4 6 12'],
    ['后两个', '17 19'],
    ['第一个和第三个', '4 12'],
    ['第三十个', ''],
  ])('%s', async (said, numbers) => {
    expect(await play(beijing, [LIST, said])).toEqual([LISTED, numbers])
  })

  test('the list stands while its rows are looked at', async () => {
    expect(await play(beijing, [LIST, '第二个', '谁配合', '第三个', '最后一个'])).toEqual([
      LISTED,
      '6',
      '6',
      '12',
      '19',
    ])
  })

  test('第N项 is always the ledger’s', async () => {
    expect(await play(beijing, [LIST, '第2项', '第5项谁牵头'])).toEqual([LISTED, '2', '5'])
  })
})

describe('a bare number', () => {
  test('is the ledger’s where the list prints the ledger’s numbers', async () => {
    expect(await play(beijing, ['市医保局参与了哪些任务', '5', '13'])).toEqual(['4 6 12 13 5 16 17 19', '5', '13'])
  })

  test('is the position where the ledger’s numbers are composite', async () => {
    const said = ['三月底以前到期的是哪些', '3', '1']
    expect(await play(jilin, said, IN_JANUARY)).toEqual([
      '（一）1 （十四）2 （十五）1 （一）2 （二十六）1 （二十六）2',
      '（十五）1',
      '（一）1',
    ])
  })
})

describe('下一项, 上一项', () => {
  test('are the neighbours of the one task last spoken of', async () => {
    expect(await play(beijing, ['第13项由谁牵头', '下一项', '上一项', '上一项'])).toEqual(['13', '14', '13', '12'])
  })

  test.each([
    ['第23项是什么内容', '下一项'],
    ['第1项是什么内容', '上一项'],
  ])('end with the ledger: %s, %s', async (last, step) => {
    expect((await play(beijing, [last, step]))[1]).toBe('')
  })

  test('mean nothing after a list', async () => {
    expect(await play(beijing, ['时限已过的有哪些', '下一项'])).toEqual(['2 9', ''])
  })

  test('do not leave the ledger’s own order for that of the list', async () => {
    expect(await play(beijing, ['市医保局参与了哪些任务', '第四个', '下一项'])).toEqual([
      '4 6 12 13 5 16 17 19',
      '13',
      '14',
    ])
  })
})

test.each([
  ['前五项', '2 1 4 3 5'],
  ['最后一项', '23'],
])('before anything was listed, %s is of the ledger', async (said, numbers) => {
  expect(await play(beijing, [said])).toEqual([numbers])
})
