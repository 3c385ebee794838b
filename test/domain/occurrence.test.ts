import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  dayNumber,
  lastDayOfMonth,
  type Milestone,
  nextOccurrence,
  weekdayOf,
} from '../../src/domain/index.ts'

const milestone = (part: Partial<Milestone>): Milestone => ({
  due: null,
  start: null,
  recurs: null,
  ongoing: false,
  what: null,
  ...part,
})

const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2019-01-01', n))
const MONTHS: Readonly<Record<string, number>> = { yearly: 12, quarterly: 3, monthly: 1 }

const isMonthEnd = (day: string): boolean => day === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

/** Whether a recurrence counted from an anchor falls on a day, by what the words mean. */
const fallsOn = (recurs: string, anchor: string, day: string): boolean => {
  if (recurs === 'daily') return true
  if (recurs === 'workday') return weekdayOf(day) <= 5
  if (recurs === 'weekly') return (dayNumber(day) - dayNumber(anchor)) % 7 === 0
  const [from, to] = [anchor, day].map((d) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)))
  if (((to as number) - (from as number)) % (MONTHS[recurs] as number) !== 0) return false
  if (isMonthEnd(anchor)) return isMonthEnd(day)
  return day.slice(8) === anchor.slice(8) || (isMonthEnd(day) && day.slice(8) < anchor.slice(8))
}

const firstFrom = (from: string, test: (day: string) => boolean): string => {
  let day = from
  while (!test(day)) day = addDays(day, 1)
  return day
}

describe('the next occurrence', () => {
  test.each(['yearly', 'quarterly', 'monthly', 'weekly', 'workday', 'daily'] as const)('%s', (recurs) => {
    fc.assert(
      fc.property(days, days, (anchor, from) => {
        expect(nextOccurrence(milestone({ recurs, anchor }), from)).toBe(
          firstFrom(from, (day) => fallsOn(recurs, anchor, day)),
        )
      }),
    )
  })

  test('of a day without a year, once or every year; 29 February is the 28th where there is none', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(null, 'yearly' as const), (day, from, recurs) => {
        const due = `XXXX-${day.slice(5)}`
        const expected = firstFrom(from, (at) =>
          due === 'XXXX-02-29' ? isMonthEnd(at) && at.slice(5, 7) === '02' : at.slice(5) === due.slice(5),
        )
        expect(nextOccurrence(milestone({ due, recurs }), from)).toBe(expected)
      }),
    )
  })

  test('a single date is its own, whenever it is asked for', () => {
    fc.assert(fc.property(days, days, (due, from) => expect(nextOccurrence(milestone({ due }), from)).toBe(due)))
  })

  test('a recurrence begins with the day the ledger names and ends where it says', () => {
    const monthly = milestone({ recurs: 'monthly', due: '2024-03-25', until: '2024-06-25' })
    expect(nextOccurrence(monthly, '2024-01-01')).toBe('2024-03-25')
    expect(nextOccurrence(monthly, '2024-06-01')).toBe('2024-06-25')
    expect(nextOccurrence(monthly, '2024-06-26')).toBeNull()
  })
})
