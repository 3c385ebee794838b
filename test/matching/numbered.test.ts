import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { tasksOfNumbers } from './brute-force.ts'
import { queries, snapshots } from './random-ledgers.ts'

test('a ledger has a number where one of its tasks is meant by it', () => {
  fc.assert(
    fc.property(snapshots, queries, (snapshot, { numbers }) => {
      const index = indexOf(snapshot)
      const meant = [...tasksOfNumbers(index.tasks, numbers)]
      for (const { id } of snapshot.ledgers) {
        expect(index.hasNumber(id, numbers)).toBe(meant.some((task) => task.ledgerId === id))
      }
    }),
    { numRuns: 1000 },
  )
})
