import { expect, test } from '@jest/globals'
import { type Milestone, pastDateDoubts } from '../../src/domain/index.ts'

const due = (day: string | null, more: Partial<Milestone> = {}): { milestones: Milestone[] } => ({
  milestones: [{ due: day, start: null, recurs: null, ongoing: false, what: null, ...more }],
})

test.each([
  ['a day gone by', due('2024-03-31'), 1],
  ['today', due('2024-04-01'), 0],
  ['done in time', due('2024-03-31', { done: '2024-03-30' }), 0],
  ['one that comes round', due('XXXX-03-31', { recurs: 'yearly' }), 0],
  ['one that came round for the last time', due('2022-03-31', { recurs: 'yearly', until: '2023-03-31' }), 1],
  ['a year that is missing', due('XXXX-03-31'), 0],
])('past on 1 April 2024: %s', (_, task, doubts) => {
  expect(pastDateDoubts(task, '2024-04-01')).toHaveLength(doubts)
})
