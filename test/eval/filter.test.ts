import { expect, test } from '@jest/globals'
import type { GoldTask } from './cases.mjs'
import { expectationOf } from './expectation.mjs'

const task = (key: string, lead: string[], milestones: object[]): GoldTask =>
  ({
    key,
    no: key,
    ledger: 'x',
    content: `任务${key}`,
    path: [],
    lead,
    cooperating: [],
    units: lead,
    contacts: [],
    milestones,
  }) as GoldTask

const milestone = (due: string | null, recurs: string | null = null) => ({
  due,
  recurs,
  start: null,
  ongoing: due === null,
})

const gold = [
  task('yearly', ['甲局'], [milestone('XXXX-03-31', 'yearly')]),
  task('monthly', ['乙局'], [milestone('2024-01-25', 'monthly')]),
  task('month ends', ['乙局'], [milestone('2024-01-31', 'monthly')]),
  task('quarterly', ['甲局', '乙局'], [milestone('2024-03-25', 'quarterly')]),
  task('weekly', ['丙局'], [milestone('2024-01-05', 'weekly')]),
  task('single', ['丙局'], [milestone('2024-03-31'), milestone('2024-11-30')]),
  task('ongoing', ['甲局'], [milestone(null)]),
]

const picked = (filter: string, today: string): string[] => expectationOf(`tasks := ${filter}`, gold, today).tasks ?? []

test.each([
  ["due('2024-04-01','2024-04-30')", '2024-04-01', ['monthly', 'month ends', 'weekly']],
  ["due('2024-04-26','2024-04-30')", '2024-04-26', ['month ends', 'weekly']],
  ["due('2025-03-31','2025-03-31')", '2024-04-01', ['yearly']],
  ["due('2024-02-01','2024-03-31')", '2023-12-01', ['yearly', 'quarterly', 'single']],
  ["occurs('2024-09-25','2024-09-30')", '2024-04-01', ['monthly', 'month ends', 'quarterly', 'weekly']],
  ['overdue()', '2024-06-01', ['single']],
  ["lead('丙局') or ongoing() and recurring()", '2024-06-01', ['weekly', 'single']],
  ["(lead('丙局') or ongoing()) and recurring()", '2024-06-01', ['weekly']],
  ["lead('丙局') and not recurring()", '2024-06-01', ['single']],
  ["unit('甲局') and unit('乙局')", '2024-06-01', ['quarterly']],
])('%s on %s', (filter, today, keys) => {
  expect(picked(filter, today)).toEqual(keys)
})

test('clauses and alternatives', () => {
  expect(expectationOf("count := lead('丙局') ELSE needs := 'unit'", gold, '2024-06-01')).toEqual({
    total: 2,
    tasksIfAny: ['weekly', 'single'],
    alt: [{ needs: 'unit' }],
  })
  expect(expectationOf("must := no('single'); may := lead('丙局')", gold, '2024-06-01')).toEqual({
    must: ['single'],
    mustNot: ['yearly', 'monthly', 'month ends', 'quarterly', 'ongoing'],
  })
  expect(expectationOf("dates := no('single','yearly')", gold, '2024-06-01')).toEqual({
    dates: ['2024-03-31', '2024-11-30', '2025-03-31'],
  })
})

test.each(['tasks := nothing()', 'tasks := lead(', "tasks := lead('甲局') lead('乙局')", "taskz := lead('甲局')"])(
  '%s is refused',
  (filter) => {
    expect(() => expectationOf(filter, gold, '2024-06-01')).toThrow()
  },
)
