import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isFinished, type Task } from '../../src/domain/index.ts'
import { LedgerIndex } from '../../src/matching/ledger-index.ts'
import { milestonesIn } from '../../src/matching/select-tasks.ts'
import { printedAs } from '../../src/replies/printed-numbers.ts'
import { askedFor, listText, PAGE } from '../../src/replies/task-list.ts'
import { TaskListing } from '../../src/replies/task-listing.ts'
import { taskTitle } from '../../src/replies/task-title.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { orderByForce, rowKey } from '../matching/brute-force.ts'
import { queries, snapshots, TODAY } from '../matching/random-ledgers.ts'

const scopes = fc.record({
  today: fc.constant(TODAY),
  periods: queries.map(({ periods }) => periods),
  overdue: fc.boolean(),
})

/** Random ledgers with all of their tasks in any order. */
const lists = snapshots.chain((snapshot) => {
  const index = new LedgerIndex(snapshot)
  return fc.shuffledSubarray([...index.tasks]).map((tasks) => ({ index, tasks }))
})

describe('rows', () => {
  test('each task once, by date and then as they are given', () => {
    fc.assert(
      fc.property(lists, scopes, ({ index, tasks }, scope) => {
        expect(new TaskListing(tasks, scope, index).tasks).toEqual(orderByForce(tasks, scope))
      }),
      { numRuns: 2000 },
    )
  })

  test('a group is what stands under one date, and has one heading', () => {
    fc.assert(
      fc.property(lists, scopes, ({ index, tasks }, scope) => {
        const listing = new TaskListing(tasks, scope, index)
        const groups = listing.groups(listing.groupCount)
        const keys = listing.tasks.map((task) => rowKey(task, scope))
        expect(groups.map(({ from }) => keys[from])).toEqual([...new Set(keys)])
        for (const [row] of keys.entries()) {
          const group = groups.find(({ from, to }) => from <= row && row < to)
          expect(listing.rowAt(row).group).toBe(group?.heading)
          expect(listing.groupSizeAt(row)).toBe(keys.filter((key) => key === keys[row]).length)
        }
      }),
      // a late task and a finished one of the same day
      { numRuns: 2000 },
    )
  })

  test('what is due first in the periods is what a row says', () => {
    fc.assert(
      fc.property(lists, scopes, ({ index, tasks }, scope) => {
        const listing = new TaskListing(tasks, scope, index)
        for (const [row, task] of listing.tasks.entries()) {
          const dues = scope.periods.flatMap((period) => milestonesIn(task, period, TODAY, isFinished(task, TODAY)))
          const [first] = dues.map(({ day }) => day).sort()
          if (first === undefined) continue
          expect(listing.rowAt(row).what).toBe(dues.find(({ day }) => day === first)?.milestone.what)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a row is called as it is among all of them', () => {
    fc.assert(
      fc.property(lists, scopes, ({ index, tasks }, scope) => {
        const listing = new TaskListing(tasks, scope, index)
        const titles = listing.tasks.map((_, row) => listing.titleAt(row))
        expect(titles).toEqual(listing.tasks.map((task) => taskTitle(task, tasks)))
      }),
      { numRuns: 500 },
    )
  })
})

const [sample] = fc.sample(
  snapshots.filter(({ tasks }) => tasks.length > 0),
  { numRuns: 1, seed: 3 },
) as [Snapshot]
const sampleTask = (change: Partial<Task>): Task => ({ ...(sample.tasks[0] as Task), ...change })

describe('a page', () => {
  test('prints one number a line, the same that a bare number is looked up by', () => {
    fc.assert(
      fc.property(lists, scopes, fc.nat({ max: 5 }), ({ index, tasks }, scope, offset) => {
        const listing = new TaskListing(tasks, scope, index)
        const lines = listText(listing, offset, false).filter((line) => !line.startsWith('【'))
        const ids = listing.tasks.map(({ id }) => id)
        const shown = listing.tasks.slice(offset, offset + PAGE)
        expect(lines).toHaveLength(shown.length)
        for (const [row, line] of lines.entries()) {
          const number = line.split(' ')[0] as string
          const meant = index.tasks[index.placeOf(printedAs(number, ids, index) ?? '') ?? -1]
          // a ledger may have a number twice
          expect(meant === shown[row] || meant?.no === number).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a heading counts its group over all pages', () => {
    const tasks = Array.from({ length: PAGE + 5 }, (_, i) =>
      sampleTask({
        id: `n${i}`,
        no: String(i + 1),
        status: 'not-started',
        milestones: [
          { due: i < 2 ? '2021-03-31' : '2021-04-30', start: null, recurs: null, ongoing: false, what: null },
        ],
      }),
    )
    const index = new LedgerIndex({ ...sample, tasks })
    const listing = new TaskListing(index.tasks, { today: TODAY, periods: [], overdue: false }, index)
    const headings = (offset: number) => listText(listing, offset, false).filter((line) => line.startsWith('【'))
    expect(headings(0)).toEqual(['【3月31日 周三】2项', '【4月30日 周五】18项'])
    expect(headings(PAGE)).toEqual(['【4月30日 周五】18项'])
  })

  test('a recurrence that is late stands under the day that has passed', () => {
    const yearly = { due: 'XXXX-02-28', start: null, recurs: 'yearly', ongoing: false, what: null } as const
    const task = sampleTask({ status: 'not-started', importedOn: '2020-12-01', milestones: [yearly] })
    const index = new LedgerIndex({ ...sample, tasks: [task] })
    const listing = new TaskListing(index.tasks, { today: TODAY, periods: [], overdue: true }, index)
    expect(listText(listing, 0, false)[0]).toBe('【2月28日，已过10天】')
  })
})

test.each([
  ['优化收入结构', '上报监测结果', '：上报监测结果'],
  ['建立价格动态调整机制', '建立价格动态调整机制', ''],
  ['建立价格动态…', '建立价格动态调整机制', ''],
  ['优化收入结构', null, ''],
])('%s is due with %s', (title, what, asked) => expect(askedFor(title, what)).toBe(asked))
