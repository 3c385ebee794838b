import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysInMonth, lastDayOfMonth } from '../../src/domain/index.ts'

test.each([
  [2020, 2, 29],
  [2019, 2, 28],
  [1900, 2, 28],
  [2000, 2, 29],
  [2020, 4, 30],
  [2020, 12, 31],
])('%d年%d月 has %d days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days))

test('a month has the days that the calendar of the machine gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 3000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
    }),
  )
})

test.each([
  [2019, 14, '2020-02-29'],
  [2020, 0, '2019-12-31'],
  [2020, -11, '2019-01-31'],
])('of %d the month %d ends on %s', (year, month, day) => expect(lastDayOfMonth(year, month)).toBe(day))
