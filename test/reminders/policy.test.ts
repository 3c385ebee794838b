import { expect, test } from '@jest/globals'
import { defaultPolicy, mayGoOut, readPolicy } from '../../src/reminders/policy.ts'

test('a ledger writes only what differs', () => {
  const policy = readPolicy({ before: ['30d'], recurring: { weekly: [] } }, defaultPolicy())
  expect(policy.before).toEqual([{ amount: 30, unit: 'd' }])
  expect(policy.recurring).toEqual({ ...defaultPolicy().recurring, weekly: [] })
  expect(policy.sendAt).toBe(8 * 60 + 30)
})

test.each([
  [{ before: ['30'] }, 'before'],
  [{ befor: ['30d'] }, 'befor'],
  [{ sendAt: '25:00' }, 'sendAt'],
  [{ hours: ['17:00', '08:00'] }, 'hours'],
  [{ freshDays: -1 }, 'freshDays'],
  [{ collections: [{ every: 'weekly', day: 9 }] }, 'collections'],
  [{ after: { everyWeeks: 0 } }, 'after'],
  [{ recurring: { fortnightly: ['1d'] } }, 'recurring'],
])('%j is refused and named', (text, field) => {
  expect(() => readPolicy(text, defaultPolicy())).toThrow(`“${field}”`)
})

test('nothing outside working hours nor at noon', () => {
  const at = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return mayGoOut(defaultPolicy(), hours * 60 + minutes)
  }
  expect(['08:29', '08:30', '11:59', '12:00', '13:29', '13:30', '17:29', '17:30'].map(at)).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ])
})
