import { expect, test } from '@jest/globals'
import { lightOf, type Milestone, statusOn, type Task, type TaskStatus, timelinessOf } from '../../src/domain/index.ts'

const TODAY = '2024-04-01'

const milestone = (due: string | null, more: Partial<Milestone> = {}): Milestone => ({
  due,
  start: null,
  recurs: null,
  ongoing: false,
  what: null,
  ...more,
})

const task = (milestones: Milestone[], status: TaskStatus = 'not-started', importedOn = '2024-01-01'): Task => ({
  id: 'a',
  ledgerId: 'b',
  no: '1',
  path: [],
  title: null,
  content: '任务',
  lead: [],
  cooperating: [],
  timing: '',
  milestones,
  contacts: [],
  source: { file: 'a.txt', row: 1 },
  doubts: [],
  status,
  progress: 0,
  extensions: 0,
  reports: [],
  importedOn,
})

const yearly = (more: Partial<Milestone> = {}): Milestone => milestone('XXXX-03-31', { recurs: 'yearly', ...more })

test.each<[string, Task, string, string]>([
  ['later than a week', task([milestone('2024-04-09')]), 'on-time', 'green'],
  ['within a week', task([milestone('2024-04-08')]), 'due-soon', 'yellow'],
  ['today', task([milestone('2024-04-01')]), 'due-soon', 'yellow'],
  ['past', task([milestone('2024-03-31')]), 'overdue', 'red'],
  ['one past and one to come', task([milestone('2024-03-31'), milestone('2024-12-31')]), 'overdue', 'red'],
  [
    'the past one done',
    task([milestone('2024-03-31', { done: '2024-03-20' }), milestone('2024-12-31')]),
    'on-time',
    'green',
  ],
  ['continuing work', task([milestone(null, { ongoing: true })]), 'none', 'grey'],
  ['no time at all', task([]), 'none', 'grey'],
  ['not begun', task([milestone('2025-12-31', { start: '2025-01-01' })]), 'on-time', 'grey'],
  ['a year that is missing', task([milestone('XXXX-03-31')]), 'on-time', 'green'],
  ['done', task([milestone('2024-03-31')], 'done'), 'none', 'blue'],
  ['closed', task([milestone('2024-03-31')], 'closed'), 'none', 'blue'],
  ['suspended', task([milestone('2024-03-31')], 'suspended'), 'none', 'grey'],
  ['completion applied for', task([milestone('2024-03-31')], 'pending-review'), 'on-time', 'green'],
  ['a recurrence that fell due since the import', task([yearly()]), 'overdue', 'red'],
  ['a recurrence that fell due before it', task([yearly()], 'not-started', '2024-04-01'), 'on-time', 'green'],
  ['a recurrence reported before its day', task([yearly({ done: '2024-03-15' })], 'in-progress'), 'on-time', 'green'],
])('%s', (_, subject, timeliness, light) => {
  expect([timelinessOf(subject, TODAY), lightOf(subject, TODAY)]).toEqual([timeliness, light])
})

test('a recurring task that is done opens again once the day it was done for has passed', () => {
  const subject = task([yearly({ done: '2024-03-15' })], 'done')
  expect([statusOn(subject, '2024-03-31'), lightOf(subject, '2024-03-31')]).toEqual(['done', 'blue'])
  expect([statusOn(subject, '2024-04-01'), lightOf(subject, '2024-04-01')]).toEqual(['not-started', 'green'])
})
