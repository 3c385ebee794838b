import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isWorkday } from '../../src/dates/index.ts'
import { addDays, type Milestone, nextOccurrence } from '../../src/domain/index.ts'
import { calendarWarning, createCalendar } from '../../src/reminders/calendar.ts'
import { collectionMarks, formerCollection } from '../../src/reminders/collections.ts'
import { isOverdueStage, type Mark, marksIn } from '../../src/reminders/marks.ts'
import { defaultPolicy, readPolicy } from '../../src/reminders/policy.ts'
import { due, milestone } from './samples.ts'

const marksOf = (one: Milestone, from: string, to: string, policy = defaultPolicy()): string[] =>
  [...marksIn(policy, createCalendar(), { from, to })(one)]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ stage, date }) => `${date} ${stage}`)

describe('a fixed day', () => {
  test('is reminded of 15 days, 3 working days before and on the day, then after one working day and weekly', () => {
    expect(marksOf(due('2020-12-31'), '2020-12-01', '2021-01-20')).toEqual([
      '2020-12-16 due-in-15',
      '2020-12-28 due-in-3wd',
      '2020-12-31 due-today',
      '2021-01-04 overdue-1wd',
      '2021-01-11 overdue-weekly',
      '2021-01-18 overdue-weekly',
    ])
  })

  test('on a free day is reminded of on the working day before', () => {
    // 29 February 2020 is a Saturday; 15 days before it is a Friday
    expect(marksOf(due('2020-02-29'), '2020-02-01', '2020-03-03')).toEqual([
      '2020-02-14 due-in-15',
      '2020-02-26 due-in-3wd',
      '2020-02-28 due-today',
      '2020-03-02 overdue-1wd',
    ])
  })

  test('make-up days are worked', () => {
    // Sunday 19 January 2020 was worked for the Spring Festival, Saturday 18 January was free
    expect(marksOf(due('2020-01-19'), '2020-01-10', '2020-01-19')).toEqual([
      '2020-01-15 due-in-3wd',
      '2020-01-19 due-today',
    ])
    expect(marksOf(due('2020-01-18'), '2020-01-16', '2020-01-19')).toEqual([
      '2020-01-17 due-today',
      '2020-01-19 overdue-1wd',
    ])
  })

  test('two stages that meet on one day are one, the closer', () => {
    // the eight days of National Day: three working days before 2 October is 28 September, the day itself moves to the 30th
    expect(marksOf(due('2020-10-02'), '2020-09-25', '2020-10-08')).toEqual([
      '2020-09-28 due-in-3wd',
      '2020-09-30 due-today',
    ])
    const policy = readPolicy({ before: ['2d', '1d', '0d'] }, defaultPolicy())
    expect(marksOf(due('2020-10-04'), '2020-09-25', '2020-10-08', policy)).toEqual(['2020-09-30 due-today'])
  })

  test('late for longer than the horizon is not reminded of any more', () => {
    const all = marksOf(due('2020-03-31'), '2020-04-01', '2020-12-31')
    expect(all.at(-1)).toBe('2020-06-24 overdue-weekly')
    expect(all).toHaveLength(13)
  })

  test('no weekly reminder a few days after another, moved before a long holiday', () => {
    expect(marksOf(due('2020-12-31'), '2021-02-01', '2021-02-28')).toEqual([
      '2021-02-01 overdue-weekly',
      '2021-02-08 overdue-weekly',
      '2021-02-22 overdue-weekly',
    ])
  })
})

describe('a recurrence', () => {
  test('is reminded of at every occurrence, and late until the next one comes near', () => {
    const quarterly = milestone({ recurs: 'quarterly', anchor: '2020-03-31' })
    expect(marksOf(quarterly, '2020-06-01', '2020-09-20').filter((mark) => !mark.endsWith('weekly'))).toEqual([
      '2020-06-15 due-in-15',
      '2020-06-24 due-in-3wd',
      '2020-06-30 due-today',
      '2020-07-01 overdue-1wd',
      '2020-09-15 due-in-15',
    ])
    expect(marksOf(quarterly, '2020-09-08', '2020-09-30').some((mark) => mark.includes('overdue'))).toBe(true)
    expect(marksOf(quarterly, '2020-09-15', '2020-09-30').some((mark) => mark.includes('overdue'))).toBe(false)
  })

  test('of 29 February is reminded of on the 28th of other years', () => {
    const yearly = milestone({ recurs: 'yearly', due: 'XXXX-02-29' })
    expect(marksOf(yearly, '2023-02-27', '2023-02-28')).toEqual(['2023-02-28 due-today'])
    expect(marksOf(yearly, '2024-02-27', '2024-02-29')).toEqual(['2024-02-29 due-today'])
  })

  test('of every week once before it, of every day never', () => {
    const weekly = milestone({ recurs: 'weekly', anchor: '2020-06-05' })
    expect(marksOf(weekly, '2020-06-08', '2020-06-21')).toEqual(['2020-06-11 due-in-1wd', '2020-06-18 due-in-1wd'])
    expect(marksOf(milestone({ recurs: 'daily', anchor: '2020-06-05' }), '2020-06-08', '2020-06-21')).toEqual([])
  })

  test('a day without a year is reminded of when it comes and is never late', () => {
    expect(marksOf(due('XXXX-08-31'), '2020-08-01', '2020-12-31')).toEqual([
      '2020-08-14 due-in-15',
      '2020-08-26 due-in-3wd',
      '2020-08-31 due-today',
    ])
  })
})

describe('whatever the day', () => {
  const days = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2019-01-01', n))
  const milestones = fc.oneof(
    days.map((day) => due(day)),
    fc.record({ recurs: fc.constantFrom('yearly', 'quarterly', 'monthly', 'weekly'), anchor: days }).map(milestone),
  )
  const between = (one: Milestone, from: string, to: string): readonly Mark[] =>
    marksIn(defaultPolicy(), createCalendar(), { from, to })(one)

  test('marks are on working days, at most one a day, and none before a deadline comes after it', () => {
    fc.assert(
      fc.property(milestones, days, fc.integer({ min: 0, max: 60 }), (one, from, length) => {
        const marks = between(one, from, addDays(from, length))
        for (const { date, stage, due: day } of marks) {
          expect(isWorkday(date)).toEqual({ known: true, workday: true })
          if (isOverdueStage(stage)) expect(date > day).toBe(true)
          else expect(date <= day).toBe(true)
        }
        const perDue = marks.map((mark) => `${mark.date} ${mark.due}`)
        expect(new Set(perDue).size).toBe(perDue.length)
      }),
    )
  })

  test('a window has what its two halves have', () => {
    const keys = (marks: readonly Mark[]) => marks.map(({ stage, date, due: day }) => `${date} ${stage} ${day}`).sort()
    fc.assert(
      fc.property(
        milestones,
        days,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (one, from, a, b) => {
          const [middle, to] = [addDays(from, a), addDays(from, a + b)]
          expect(keys(between(one, from, to))).toEqual(
            [...keys(between(one, from, middle)), ...keys(between(one, addDays(middle, 1), to))].sort(),
          )
        },
      ),
    )
  })

  test('every occurrence with a day is reminded of on that day or the working day before', () => {
    fc.assert(
      fc.property(days, (anchor) => {
        const monthly = milestone({ recurs: 'monthly', anchor })
        const day = nextOccurrence(monthly, addDays(anchor, 1)) as string
        const dates = between(monthly, addDays(day, -12), day).filter(({ due: meant }) => meant === day)
        expect(dates.some(({ stage }) => stage === 'due-today')).toBe(true)
      }),
    )
  })
})

describe('a calendar that ends', () => {
  test('goes by weekdays and the days named by law, and says so', () => {
    const calendar = createCalendar()
    expect(calendar.plus('2040-09-28', 1)).toBe('2040-10-04')
    expect(calendar.onOrBefore('2040-01-01')).toBe('2039-12-30')
    expect(calendarWarning(calendar)).toContain('2039、2040年')
  })

  test('says nothing where all years are known', () => {
    const calendar = createCalendar()
    calendar.plus('2020-12-31', 1)
    expect(calendarWarning(calendar)).toBeNull()
  })
})

test('collections: before the 25th of every month, before every Friday', () => {
  const calendar = createCalendar()
  const window = { from: '2020-11-01', to: '2020-12-31' }
  const monthly = { every: 'monthly', day: 25, tasks: 'open', before: [{ amount: 3, unit: 'wd' }] } as const
  expect(collectionMarks(monthly, calendar, window).map(({ date, due: day }) => [date, day])).toEqual([
    ['2020-11-20', '2020-11-25'],
    ['2020-12-22', '2020-12-25'],
  ])
  const weekly = { every: 'weekly', day: 5, tasks: 'open', before: [{ amount: 1, unit: 'wd' }] } as const
  expect(collectionMarks(weekly, calendar, { from: '2020-12-07', to: '2020-12-20' }).map(({ date }) => date)).toEqual([
    '2020-12-10',
    '2020-12-17',
  ])
  expect(formerCollection({ ...monthly, day: 31 }, '2020-03-31')).toBe('2020-02-29')
})
