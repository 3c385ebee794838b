import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { openStoreReadOnly } from '../src/store/index.ts'
import { fuseScan } from './bench/fuse-scan.ts'
import { benchQuestions } from './bench/questions.ts'
import { importInto } from './bench/store-of.ts'
import { syntheticLedgers, YEARS } from './bench/synthetic.ts'

test.each([1000, 10_000])('%i tasks over ten years, at least 300 units, none in more than 5 % of the rows', (tasks) => {
  const ledgers = syntheticLedgers(tasks)
  const rows = ledgers.flatMap((ledger) => ledger.rows)
  const frequency = new Map<string, number>()
  for (const { lead, cooperating } of rows)
    for (const unit of [lead, ...cooperating]) frequency.set(unit, (frequency.get(unit) ?? 0) + 1)
  expect(rows).toHaveLength(tasks)
  expect(new Set(ledgers.map(({ year }) => year)).size).toBe(YEARS)
  expect(frequency.size).toBeGreaterThanOrEqual(300)
  expect(Math.max(...frequency.values())).toBeLessThanOrEqual(tasks * 0.05)
})

test('every run gets the same ledgers and the same questions', () => {
  expect(syntheticLedgers(1000)).toEqual(syntheticLedgers(1000))
  expect(benchQuestions(5)).toEqual(benchQuestions(5))
})

test('a document is one line of headings and one line a task', () => {
  const [ledger] = syntheticLedgers(1000)
  expect(ledger?.csv.trimEnd().split('\n')).toHaveLength(101)
})

test('a store is made of them, and searched by Fuse.js', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-bench-test-'))
  try {
    await importInto(dir, 100, new Date('2020-01-05T09:00:00+08:00'))
    const { tasks } = (await openStoreReadOnly({ dir })).snapshot()
    expect(tasks).toHaveLength(100)
    expect(fuseScan(tasks)(tasks[7]?.lead[0] ?? '')).toContainEqual(expect.objectContaining({ item: tasks[7] }))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
