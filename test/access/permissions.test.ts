import { describe, expect, test } from '@jest/globals'
import { ACTIONS, type Action, may, PERMISSIONS, type Rank } from '../../src/access/permissions.ts'

const TASKS = {
  led: { lead: ['市教委'], cooperating: ['市财政局'] },
  joined: { lead: ['市财政局'], cooperating: ['市教委'] },
  other: { lead: ['市财政局'], cooperating: ['市体育局'] },
}
const units = new Set(['市教委'])

/** What each role may do with a task that its unit leads, cooperates in, or has no part in; `p` where it is public. */
const EXPECTED: Record<Rank, Partial<Record<Action, string>>> = {
  administrator: Object.fromEntries(Object.keys(ACTIONS).map((action) => [action, 'led joined other'])),
  leader: {
    ask: 'led joined other',
    words: 'led joined other',
    phones: 'led joined',
    report: 'led',
    late: 'led joined other',
    history: 'led joined',
  },
  liaison: { ask: 'led joined other', words: 'led joined', phones: 'led joined', report: 'led', history: 'led joined' },
  member: { ask: 'led joined other', words: 'led joined' },
  guest: { ask: 'p' },
}

const cases = Object.keys(PERMISSIONS).flatMap((rank) =>
  Object.keys(ACTIONS).flatMap((action) =>
    Object.keys(TASKS).flatMap((task) =>
      [true, false].map((open) => [rank as Rank, action as Action, task as keyof typeof TASKS, open] as const),
    ),
  ),
)

describe('who may do what', () => {
  test.each(cases)('%s: %s of a task %s, public %s', (rank, action, task, open) => {
    const scope = EXPECTED[rank][action] ?? ''
    const expected = scope === 'p' ? open : scope.split(' ').includes(task)
    expect(may({ rank, units }, action, TASKS[task], open)).toBe(expected)
  })

  test('somebody bound to no unit has none of what is for the own unit', () => {
    for (const action of ['words', 'phones', 'report'] as const)
      expect(may({ rank: 'liaison', units: new Set() }, action, TASKS.led, false)).toBe(false)
  })
})
