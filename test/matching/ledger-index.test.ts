import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Task } from '../../src/domain/index.ts'
import { indexOf, LedgerIndex } from '../../src/matching/ledger-index.ts'
import { selectTasks } from '../../src/matching/select-tasks.ts'
import { milestones, queries, snapshots, TODAY } from './random-ledgers.ts'

test('the same state is indexed once', () => {
  const [snapshot] = fc.sample(snapshots, 1)
  if (!snapshot) throw new Error('no sample')
  expect(indexOf(snapshot)).toBe(indexOf(snapshot))
  expect(indexOf({ ...snapshot })).not.toBe(indexOf(snapshot))
})

const changes: fc.Arbitrary<Partial<Task>> = fc.oneof(
  fc.record({ status: fc.constantFrom('done', 'in-progress' as const), progress: fc.constant(50) }),
  fc.record({ milestones: fc.array(milestones, { maxLength: 2 }) }),
  fc.record({ content: fc.constantFrom('检修燃气管网', '推进建设') }),
  fc.record({ lead: fc.constantFrom<string[]>(['市水务局'], []) }),
  fc.record({ no: fc.constantFrom('2', '12') }),
)

test('an index made from a former one answers like one made afresh', () => {
  fc.assert(
    fc.property(snapshots, queries, fc.nat(), changes, fc.boolean(), (before, query, at, change, drop) => {
      const former = new LedgerIndex(before)
      selectTasks(query, former, TODAY, false)
      const changed = before.tasks.map((task, place) =>
        place === at % before.tasks.length ? { ...task, ...change } : task,
      )
      const after = { ...before, tasks: drop ? changed.slice(1) : changed }
      const next = new LedgerIndex(after, former)
      const fresh = new LedgerIndex(after)
      expect(selectTasks(query, next, TODAY, false)).toEqual(selectTasks(query, fresh, TODAY, false))
      expect(next.directory.units).toEqual(fresh.directory.units)
      for (const { id } of before.tasks) expect(next.placeOf(id)).toBe(fresh.placeOf(id))
    }),
    { numRuns: 2000 },
  )
})

test('a report of progress leaves the texts and units indexed', () => {
  fc.assert(
    fc.property(
      snapshots.filter(({ tasks }) => tasks.length > 0),
      (before) => {
        const former = new LedgerIndex(before)
        const tasks = before.tasks.map((task, place) => (place === 0 ? { ...task, progress: 60 } : task))
        const topics = former.topics
        const next = new LedgerIndex({ ...before, tasks }, former)
        expect(next.topics).toBe(topics)
        expect(next.directory).toBe(former.directory)
      },
    ),
  )
})
