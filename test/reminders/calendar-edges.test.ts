import { afterEach, describe, expect, test } from '@jest/globals'
import { createCalendar } from '../../src/reminders/calendar.ts'
import { walkMessages } from '../../src/reminders/plan.ts'
import { startChild } from '../fault/child.ts'
import { due, input, milestone, task } from './samples.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const walked = async (tz: string, from: string, to: string): Promise<string> => {
  process.env.TZ = tz
  const child = startChild('reminders/walk.ts', from, to)
  let output = ''
  for await (const line of child.lines) output += line
  await child.ended()
  expect(child.errors()).toBe('')
  return output
}

/** The days on which each stage of a task falls. */
const daysOf = (part: Parameters<typeof input>[1], from: string, to: string): string[] => {
  const { now: _, ...rest } = input(`${from}T00:00:00+08:00`, part)
  return walkMessages(rest, new Date(`${from}T00:00:00+08:00`), new Date(`${to}T23:00:00+08:00`))
    .flatMap(({ reminders }) => reminders)
    .map((key) => key.split('/').slice(2, 4).join(' '))
}

describe('the time zone of the machine', () => {
  test.each([
    ['2019-12-20', '2020-03-10'],
    ['2020-12-01', '2021-03-10'],
  ])(
    'changes nothing between %s and %s',
    async (from, to) => {
      const [utc, west, home] = [
        await walked('UTC', from, to),
        await walked('America/Los_Angeles', from, to),
        await walked('Asia/Shanghai', from, to),
      ]
      expect(JSON.parse(home).length).toBeGreaterThan(10)
      expect(utc).toBe(home)
      expect(west).toBe(home)
    },
    60_000,
  )
})

describe('ends of months and years', () => {
  test('31 December to 1 January: the last working day, and late only in the new year', () => {
    const tasks = [task({ milestones: [due('2019-12-31')], importedOn: '2019-01-01' })]
    expect(daysOf({ tasks }, '2019-12-10', '2020-01-10')).toEqual([
      'due-in-15 2019-12-16',
      'due-in-3wd 2019-12-26',
      'due-today 2019-12-31',
      'overdue-1wd 2020-01-02',
      'overdue-weekly 2020-01-09',
    ])
  })

  test('a day that is free, on the working day before it: 1 January, 29 February', () => {
    const tasks = [
      task({ no: '1', milestones: [due('2021-01-01')] }),
      task({ no: '2', milestones: [due('2020-02-29')] }),
    ]
    expect(daysOf({ tasks }, '2020-02-24', '2020-02-28')).toContain('due-today 2020-02-28')
    expect(daysOf({ tasks: tasks.slice(0, 1) }, '2020-12-28', '2020-12-31')).toContain('due-today 2020-12-31')
  })

  test('every month end once, also where the month has no 31st', () => {
    const tasks = [task({ milestones: [milestone({ recurs: 'monthly', anchor: '2020-01-31' })] })]
    const days = daysOf({ tasks }, '2020-01-06', '2020-07-31').filter((day) => day.startsWith('due-today'))
    expect(days.map((day) => day.slice(10, 17))).toEqual([
      '2020-01',
      '2020-02',
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
      '2020-07',
    ])
  })

  test('29 February of every year: the last of February where there is none', () => {
    const tasks = [task({ milestones: [milestone({ recurs: 'yearly', due: 'XXXX-02-29' })] })]
    const days = daysOf({ tasks }, '2021-02-01', '2021-03-01').filter((day) => day.startsWith('due-today'))
    expect(days).toEqual(['due-today 2021-02-26'])
  })
})

test('where the holiday table ends, nothing is lost and it is said', () => {
  const calendar = createCalendar()
  const tasks = [task({ milestones: [due('2040-12-31')] })]
  expect(daysOf({ tasks, calendar }, '2040-12-10', '2040-12-31').map((day) => day.split(' ')[0])).toEqual([
    'due-in-15',
    'due-in-3wd',
    'due-today',
  ])
  expect(calendar.unknownYears()).toContain(2040)
})
