import { describe, expect, test } from '@jest/globals'
import type { Ask } from '../../src/matching/reading.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const read = reader(sampleLedger('北京医改23项.txt'), '2020-01-05')

test.each<[string, Ask[]]>([
  ['第3项谁牵头', ['who']],
  ['第3项什么时候完成', ['when']],
  ['第3项时限是几号', ['when']],
  ['第3项还有几天到期', ['days-left']],
  ['市财政局一共几项', ['count']],
  ['市财政局有哪些任务', ['list']],
  ['薪酬改革是哪项', ['which']],
  ['第3项是什么内容', ['detail']],
  ['第3项进展如何', ['progress']],
  ['台账总体情况', ['overview']],
  ['第3项的依据', ['why']],
  ['最先到期的是哪项', ['which', 'nearest']],
  ['最晚到期的是哪项', ['which', 'furthest']],
  ['下一页', ['more']],
  ['上一页', ['previous-page']],
  ['有哪些台账', ['ledgers']],
  ['换台账', ['switch-ledger']],
  ['待核实', ['verify']],
  ['你能做什么', ['help']],
  ['第3项谁牵头，什么时候交', ['when', 'who']],
  ['市财政局', []],
])('%s', (text, asks) => expect([...read(text).asks].sort()).toEqual(asks.toSorted()))

describe('the column of people asked for', () => {
  test.each<[string, string[]]>([
    ['第3项的承办人是谁', ['承办人']],
    ['第3项联络员电话', ['联络员']],
    ['第3项分管领导是哪位', ['分管领导']],
    ['第3项责任处室是哪个', ['责任处室']],
    ['第3项的承办人和联络员', ['承办人', '联络员']],
    ['第3项找谁', []],
  ])('%s', (text, roles) => {
    const { asks, contactRoles } = read(text)
    expect(asks.has('contact')).toBe(true)
    expect(contactRoles).toEqual(roles)
  })
})

test('what is none of the ledger’s business', () => {
  expect(read('社保卡丢了怎么补办').asks.has('foreign')).toBe(true)
  expect(read('社会保障卡建设由谁牵头').asks.has('foreign')).toBe(false)
})
