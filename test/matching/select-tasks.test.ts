import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { milestonesIn, selectTasks } from '../../src/matching/select-tasks.ts'
import { daysDue, selectByForce } from './brute-force.ts'
import { queries, snapshots, TODAY, tasks } from './random-ledgers.ts'

test('a query finds what looking at every task finds, in the same order', () => {
  fc.assert(
    fc.property(snapshots, queries, fc.boolean(), (snapshot, query, specific) => {
      const index = indexOf(snapshot)
      const found = selectTasks(query, index, TODAY, specific)
      expect(found.map(({ id }) => id)).toEqual(selectByForce(query, index, TODAY, specific).map(({ id }) => id))
    }),
    { numRuns: 3000 },
  )
})

test('what is due in a period is reckoned milestone by milestone', () => {
  fc.assert(
    fc.property(tasks, queries, fc.boolean(), (task, { periods }, withDone) => {
      for (const period of periods) {
        const days = milestonesIn(task, period, TODAY, withDone).map(({ day }) => day)
        expect(days).toEqual(daysDue(task, period, TODAY, withDone))
      }
    }),
    { numRuns: 1000 },
  )
})
