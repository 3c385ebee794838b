import { expect, test } from '@jest/globals'
import { goldOf, ledgerIndex } from './cases.mjs'
import { compareLedger } from './score-import.mjs'

test.each(Object.keys(ledgerIndex()))('the gold of %s is right by its own measure', (name) => {
  const gold = goldOf(name)
  const { rows, extra } = compareLedger(gold, structuredClone(gold.tasks))
  expect(rows.filter((row) => row.wrong.length > 0)).toEqual([])
  expect(extra).toEqual([])
  expect(new Set(gold.tasks.map((task) => task.no)).size).toBe(gold.tasks.length)
})

test('what an importer can get wrong is named', () => {
  const gold = goldOf('business')
  const tasks = structuredClone(gold.tasks)
  const [first, second, third] = tasks
  if (!first || !second || !third) throw new Error('the gold has changed')
  first.lead = ['省公安厅']
  second.milestones = []
  third.contacts = []
  const { rows, extra } = compareLedger(gold, [...tasks.slice(0, -1), { content: '这一行原表里没有。' }])
  expect(rows.slice(0, 3).map((row) => row.wrong)).toEqual([['lead'], ['milestones'], ['contacts']])
  expect(rows.at(-1)).toMatchObject({ found: false })
  expect(extra).toHaveLength(1)
})

test('a date that stays in force may be one milestone or two', () => {
  const gold = goldOf('business')
  const tasks = structuredClone(gold.tasks)
  const both = tasks.find((task) => task.milestones.length === 2 && task.milestones.some((m) => m.ongoing))
  if (!both) throw new Error('the gold has changed')
  both.milestones = both.milestones.filter((m) => m.due !== null).map((m) => ({ ...m, ongoing: true }))
  expect(compareLedger(gold, tasks).rows.filter((row) => row.wrong.length > 0)).toEqual([])
})
