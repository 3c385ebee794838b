import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isFinished, isInHand, isOngoing, isOverdue, nextDueDay } from '../../src/domain/index.ts'
import { LedgerIndex } from '../../src/matching/ledger-index.ts'
import { countStandings, extremeDues } from '../../src/matching/task-counts.ts'
import { snapshots, TODAY } from './random-ledgers.ts'

/** Random ledgers with some of their tasks, handed out by the index or by nobody. */
const some = snapshots.chain((snapshot) => {
  const index = new LedgerIndex(snapshot)
  const handedOut = fc
    .uniqueArray(fc.integer({ min: 0, max: Math.max(0, index.tasks.length - 1) }))
    .map((places) => index.tasksAt(places.filter((place) => place < index.tasks.length)))
  return fc.oneof(fc.constant(index.tasks), handedOut, fc.subarray([...index.tasks])).map((tasks) => ({ index, tasks }))
})

test('every task counts once, as it stands', () => {
  fc.assert(
    fc.property(some, ({ index, tasks }) => {
      const unfinished = tasks.filter((task) => !isFinished(task, TODAY))
      const open = unfinished.filter((task) => isInHand(task, TODAY))
      const inTime = open.filter((task) => !isOverdue(task, TODAY))
      const undated = inTime.filter((task) => nextDueDay(task, TODAY) === null)
      expect(countStandings(tasks, index, TODAY)).toEqual({
        finished: tasks.length - unfinished.length,
        held: unfinished.length - open.length,
        late: open.length - inTime.length,
        ahead: inTime.length - undated.length,
        ongoing: undated.filter(isOngoing).length,
        untimed: undated.filter((task) => !isOngoing(task)).length,
      })
    }),
    { numRuns: 500 },
  )
})

test('what falls due first and last', () => {
  fc.assert(
    fc.property(some, fc.constantFrom('first', 'last' as const), ({ index, tasks }, which) => {
      const days = tasks.flatMap((task) => nextDueDay(task, TODAY) ?? []).sort()
      const day = (which === 'first' ? days[0] : days.at(-1)) ?? null
      expect(extremeDues(tasks, which, index, TODAY)).toEqual({
        day,
        tasks: day === null ? [] : tasks.filter((task) => nextDueDay(task, TODAY) === day),
      })
    }),
    { numRuns: 500 },
  )
})

test('units are counted in the order in which the tasks first name them', () => {
  fc.assert(
    fc.property(some, ({ index, tasks }) => {
      const names = [...new Set(tasks.flatMap((task) => [...task.lead, ...task.cooperating]))]
      expect(index.countUnits(tasks)).toEqual(
        names.map((unit) => {
          const lead = tasks.filter((task) => task.lead.includes(unit)).length
          return { unit, lead, all: lead + tasks.filter((task) => task.cooperating.includes(unit)).length }
        }),
      )
    }),
    { numRuns: 500 },
  )
})

test('tasks and ids are found again where they stand', () => {
  fc.assert(
    fc.property(some, ({ index, tasks }) => {
      const ids = index.idsOf(tasks)
      expect(ids).toEqual(tasks.map(({ id }) => id))
      expect(index.tasksAt(index.placesOfIds(ids))).toEqual([...tasks])
      expect(index.ledgersOf(tasks).map(({ id }) => id)).toEqual(
        index.ledgers.map(({ id }) => id).filter((id) => tasks.some((task) => task.ledgerId === id)),
      )
    }),
    { numRuns: 500 },
  )
})
