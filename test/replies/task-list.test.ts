import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isFinished, type Task } from '../../src/domain/index.ts'
import { LedgerIndex } from '../../src/matching/ledger-index.ts'
import { milestonesIn } from '../../src/matching/select-tasks.ts'
import { printedNumbers } from '../../src/replies/printed-numbers.ts'
import { listRows, listText, PAGE } from '../../src/replies/task-list.ts'
import { queries, snapshots, TODAY } from '../matching/random-ledgers.ts'

const scopes = fc.record({
  today: fc.constant(TODAY),
  periods: queries.map(({ periods }) => periods),
  overdue: fc.boolean(),
})

describe('rows', () => {
  test('each task once, by date and then as the ledgers have them', () => {
    fc.assert(
      fc.property(snapshots, scopes, ({ tasks }, scope) => {
        const rows = listRows(tasks, scope)
        const sorted = rows
          .map((row) => ({ row, place: tasks.indexOf(row.task) }))
          .sort((a, b) => (a.row.order < b.row.order ? -1 : a.row.order > b.row.order ? 1 : a.place - b.place))
        expect(rows).toEqual(sorted.map(({ row }) => row))
        expect(new Set(rows.map((row) => row.task))).toEqual(new Set(tasks))
      }),
      { numRuns: 500 },
    )
  })

  test('a task stands under the first day on which it is due in the periods', () => {
    fc.assert(
      fc.property(snapshots, scopes, ({ tasks }, scope) => {
        for (const { task, order, what } of listRows(tasks, scope)) {
          const dues = scope.periods.flatMap((period) => milestonesIn(task, period, TODAY, isFinished(task)))
          const [first] = dues.map(({ day }) => day).sort()
          if (first === undefined) continue
          expect(order).toBe(first)
          expect(what).toBe(dues.find(({ day }) => day === first)?.milestone.what)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a page', () => {
  test('prints one number a line, the same that a bare number is looked up by', () => {
    fc.assert(
      fc.property(snapshots, scopes, fc.nat({ max: 5 }), (snapshot, scope, offset) => {
        const index = new LedgerIndex(snapshot)
        const rows = listRows(index.tasks, scope)
        const lines = listText(rows, index, offset, false).filter((line) => !line.startsWith('【'))
        const ids = rows.map(({ task }) => task.id)
        const printed = printedNumbers(ids, index)
        const shown = rows.slice(offset, offset + PAGE)
        expect(lines.map((line) => line.split(' ')[0])).toEqual(shown.map(({ task }) => printed.get(task.id)))
      }),
      { numRuns: 500 },
    )
  })

  test('a heading counts its group over all pages', () => {
    const [snapshot] = fc.sample(
      snapshots.filter(({ tasks }) => tasks.length > 0),
      { numRuns: 1, seed: 3 },
    )
    const [sample] = snapshot?.tasks ?? []
    const tasks = Array.from(
      { length: PAGE + 5 },
      (_, i): Task => ({
        ...(sample as Task),
        id: `n${i}`,
        no: String(i + 1),
        status: 'not-started',
        milestones: [
          { due: i < 2 ? '2021-03-31' : '2021-04-30', start: null, recurs: null, ongoing: false, what: null },
        ],
      }),
    )
    const index = new LedgerIndex({ ledgers: snapshot?.ledgers ?? [], tasks, groups: [], people: [] })
    const rows = listRows(tasks, { today: TODAY, periods: [], overdue: false })
    const headings = (offset: number) => listText(rows, index, offset, false).filter((line) => line.startsWith('【'))
    expect(headings(0)).toEqual(['【3月31日 周三】2项', '【4月30日 周五】18项'])
    expect(headings(PAGE)).toEqual(['【4月30日 周五】18项'])
  })
})
