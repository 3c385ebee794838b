import { describe, expect, test } from '@jest/globals'
import type { Milestone } from '../../src/domain/index.ts'
import { distance, fullDay, milestoneInWords, shortDay, weekdayName } from '../../src/replies/dates.ts'

const TODAY = '2024-03-06'

test.each([
  ['2024-03-31', '3月31日'],
  ['2025-01-02', '2025年1月2日'],
  ['2023-12-31', '2023年12月31日'],
])('%s is short for %s', (day, words) => expect(shortDay(day, TODAY)).toBe(words))

test.each([
  ['2024-03-04', '周一'],
  ['2024-03-10', '周日'],
  ['2024-02-29', '周四'],
])('%s is a %s', (day, name) => {
  expect(weekdayName(day)).toBe(name)
  expect(fullDay(day)).toContain(`（${name}）`)
})

test.each([
  ['2024-03-06', '今日到期'],
  ['2024-03-07', '还有1天'],
  ['2024-03-05', '已过1天'],
  ['2025-03-06', '还有365天'],
  ['2023-03-06', '已过366天'],
])('%s: %s', (day, words) => expect(distance(day, TODAY)).toBe(words))

describe('a milestone in words', () => {
  const milestone = (given: Partial<Milestone>): Milestone => ({
    due: null,
    start: null,
    recurs: null,
    ongoing: false,
    what: null,
    ...given,
  })

  test.each<[string, Partial<Milestone>, string]>([
    ['ahead', { due: '2024-03-29' }, '2024年3月29日（周五）'],
    ['passed', { due: '2024-02-29' }, '2024年2月29日（周四），已过6天'],
    ['done', { due: '2024-02-29', done: '2024-02-20' }, '2024年2月29日（周四），2月20日已办结'],
    ['with what is due', { due: '2024-03-29', what: '报送方案' }, '2024年3月29日（周五），报送方案'],
    ['and further', { due: '2024-03-29', ongoing: true }, '2024年3月29日（周五），并持续推进'],
    ['without end', { ongoing: true }, '持续推进'],
    ['of no date', {}, '未写明时限'],
    ['of no year', { due: 'XXXX-08-31' }, '8月31日前（文件未写年份）'],
  ])('%s', (_, given, words) => expect(milestoneInWords(milestone(given), TODAY)).toBe(words))

  test('a yearly one names its next occurrence', () => {
    const yearly = milestone({ due: 'XXXX-03-31', recurs: 'yearly', what: '上报总结' })
    expect(milestoneInWords(yearly, TODAY)).toBe('每年3月31日前；本次2024年3月31日（周日），上报总结')
    expect(milestoneInWords(yearly, '2024-04-01')).toContain('本次2025年3月31日（周一）')
  })
})
