import { expect, test } from '@jest/globals'
import { readTiming } from '../../src/dates/index.ts'

const bare = { start: null, recurs: null, ongoing: false, what: null }

test('a cell gives milestones without places in the text', () => {
  expect(readTiming('2021年10月底前', { year: 2021 })).toEqual({
    milestones: [{ ...bare, due: '2021-10-31' }],
    problems: [],
  })
})

test('a date without a year is never filled in from a clock', () => {
  expect(readTiming('10月底前初验，12月底前验收', { year: null })).toEqual({
    milestones: [
      { ...bare, due: 'XXXX-10-31', what: '初验' },
      { ...bare, due: 'XXXX-12-31', what: '验收' },
    ],
    problems: ['未注明年份'],
  })
})

test('a recurrence without a year keeps a day to count from', () => {
  const { milestones } = readTiming('每月20日前', { year: null })
  expect(milestones).toEqual([{ ...bare, due: null, recurs: 'monthly', anchor: '2001-01-20' }])
})

test('an impossible date is a problem and no milestone', () => {
  expect(readTiming('9月31日前', { year: 2021 })).toEqual({ milestones: [], problems: ['9月没有31日，最多30日'] })
})
