import { describe, expect, test } from '@jest/globals'
import type { AskedStatus } from '../../src/matching/reading.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const read = reader(sampleLedger('北京医改23项.txt'), '2020-03-05')

describe('a stretch of time in which something is due', () => {
  test.each<[string, string | null, string | null]>([
    ['6月底前要完成哪些', null, '2020-06-30'],
    ['六月底前要完成哪些', null, '2020-06-30'],
    ['年底前要交哪些', null, '2020-12-31'],
    ['2020年9月15日前到期的', null, '2020-09-15'],
    ['本月到期的', '2020-03-01', '2020-03-31'],
    ['下个月要交的', '2020-04-01', '2020-04-30'],
    ['第二季度到期的', '2020-04-01', '2020-06-30'],
    ['今年到期的', '2020-01-01', '2020-12-31'],
    ['4月到6月要完成的', '2020-04-01', '2020-06-30'],
  ])('%s', (text, from, to) => {
    expect(read(text).periods.map((period) => [period.from, period.to])).toEqual([[from, to]])
  })

  test('keeps the question’s own words', () => {
    expect(read('6月底前要完成哪些').periods[0]?.label).toBe('6月底前')
  })

  test.each(['持续推进的有哪些', '每年都要上报的有哪些', '市财政局有哪些任务', '第3项谁牵头'])(
    '%s names none',
    (text) => {
      expect(read(text).periods).toEqual([])
    },
  )
})

describe('states', () => {
  const is = (status: AskedStatus['status'], negated = false): AskedStatus => ({ status, negated })

  test.each<[string, AskedStatus[]]>([
    ['逾期的有哪些', [is('overdue')]],
    ['没逾期的有哪些', [is('overdue', true)]],
    ['快到期的有哪些', [is('due-soon')]],
    ['持续推进的有哪些', [is('ongoing')]],
    ['去掉持续推进的', [is('ongoing', true)]],
    ['除了持续推进的还有哪些', [is('ongoing', true)]],
    ['长期坚持的别列', [is('ongoing', true)]],
    ['已办结的有哪些', [is('done')]],
    ['办结的有哪些', [is('done')]],
    ['没完成的有哪些', [is('not-done')]],
    ['定期报送的有哪些', [is('recurring')]],
    ['每年都要上报的有哪些', [{ ...is('recurring'), every: 'yearly' }]],
    ['每月都要上报的有哪些', [{ ...is('recurring'), every: 'monthly' }]],
    ['市财政局有哪些任务', []],
  ])('%s', (text, statuses) => expect(read(text).statuses).toEqual(statuses))

  test('办结的 of a time to come means due then', () => {
    expect(read('年底前办结的有哪些').statuses).toEqual([])
  })

  test('每年几月 is part of what is asked', () => {
    expect(read('第11项每年几月上报').statuses).toEqual([])
  })
})

test.each([
  ['2月30日前要交什么', '2月没有30日，最多29日'],
  ['4月31日要交什么', '4月没有31日，最多30日'],
])('%s: there is no such day', (text, problem) => expect(read(text).problems).toEqual([problem]))
