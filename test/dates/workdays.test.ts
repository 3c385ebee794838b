import { describe, expect, test } from '@jest/globals'
import {
  addWorkdays,
  firstWorkdayOnOrAfter,
  isWorkday,
  lastWorkdayOnOrBefore,
  workdaysBetween,
} from '../../src/dates/index.ts'

describe('isWorkday', () => {
  const table = [
    ['2021-05-17', true, 'a Monday'],
    ['2021-05-15', false, 'a Saturday'],
    ['2021-05-04', false, 'Labour Day holiday on a Tuesday'],
    ['2021-05-08', true, 'a Saturday worked instead'],
    ['2020-02-01', false, 'the Spring Festival holiday was prolonged'],
    ['2020-02-03', true, 'the first day after it'],
    ['2018-12-31', false, 'off by the notice for 2019'],
    ['2018-12-29', true, 'worked by the notice for 2019'],
    ['2024-02-09', true, 'the eve was no day off in 2024'],
    ['2026-01-04', true, 'a Sunday worked instead'],
  ] as const
  test.each(table)('%s: %s, %s', (day, workday, _why) => {
    expect(isWorkday(day)).toEqual({ known: true, workday })
  })

  test('a year whose holidays are not listed is unknown', () => {
    expect(isWorkday('2031-03-03')).toEqual({ known: false, year: 2031 })
    expect(isWorkday('2009-03-03')).toEqual({ known: false, year: 2009 })
  })
})

describe('addWorkdays', () => {
  const table = [
    ['2021-05-17', 1, '2021-05-18'],
    ['2021-05-21', 1, '2021-05-24'],
    ['2021-09-30', 1, '2021-10-08'],
    ['2021-10-08', 1, '2021-10-09'],
    ['2021-10-08', -1, '2021-09-30'],
    ['2021-05-16', 0, '2021-05-16'],
    ['2022-12-29', 2, '2023-01-03'],
  ] as const
  test.each(table)('%s %i', (day, n, expected) => {
    expect(addWorkdays(day, n)).toEqual({ known: true, day: expected })
  })

  test('stops where the calendar ends', () => {
    expect(addWorkdays('2026-12-30', 10)).toEqual({ known: false, year: 2027 })
  })
})

test('lastWorkdayOnOrBefore and firstWorkdayOnOrAfter', () => {
  expect(lastWorkdayOnOrBefore('2021-05-17')).toEqual({ known: true, day: '2021-05-17' })
  expect(lastWorkdayOnOrBefore('2021-10-05')).toEqual({ known: true, day: '2021-09-30' })
  expect(firstWorkdayOnOrAfter('2021-10-05')).toEqual({ known: true, day: '2021-10-08' })
  expect(lastWorkdayOnOrBefore('2040-01-01')).toEqual({ known: false, year: 2040 })
})

test('workdaysBetween counts the days after the first up to the last', () => {
  expect(workdaysBetween('2021-05-17', '2021-05-24')).toEqual({ known: true, count: 5 })
  expect(workdaysBetween('2021-05-24', '2021-05-17')).toEqual({ known: true, count: -5 })
  expect(workdaysBetween('2021-09-30', '2021-10-09')).toEqual({ known: true, count: 2 })
})
