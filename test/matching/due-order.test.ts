import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { orderByDue } from '../../src/matching/due-order.ts'
import { LedgerIndex } from '../../src/matching/ledger-index.ts'
import { orderByForce } from './brute-force.ts'
import { queries, snapshots, TODAY } from './random-ledgers.ts'

const scopes = fc.record({
  today: fc.constant(TODAY),
  periods: queries.map(({ periods }) => periods),
  overdue: fc.boolean(),
})
const TIMES = 80

/** Random tasks many times over, so that those of one time are few among all. */
const repeated = snapshots.map((snapshot) => ({
  ...snapshot,
  tasks: Array.from({ length: TIMES }, (_, i) =>
    snapshot.tasks.map((task) => ({ ...task, id: `${task.id} ${i}` })),
  ).flat(),
}))

describe('a list is ordered alike', () => {
  test.each([
    ['while nothing is known of the other tasks', false],
    ['once it is reckoned how all of them stand', true],
  ])('%s', (_, reckoned) => {
    fc.assert(
      fc.property(repeated, scopes, (snapshot, scope) => {
        const index = new LedgerIndex(snapshot)
        if (reckoned) index.standings(TODAY)
        const few = index.tasks.slice(0, index.tasks.length / TIMES)
        const { places, groups } = orderByDue(index.placesOf(few), scope, index)
        expect(index.tasksAt(places)).toEqual(orderByForce(few, scope))
        expect(groups.map(({ from, to }) => to - from).reduce((sum, size) => sum + size, 0)).toBe(few.length)
        if (!reckoned && few.length > 0 && scope.periods.length === 0) expect(index.knowsStandings(TODAY)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
