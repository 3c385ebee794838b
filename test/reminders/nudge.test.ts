import { expect, test } from '@jest/globals'
import { nudgeText } from '../../src/reminders/nudge.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

test('work without a day stands under a heading of its own, and nobody is called late for it', () => {
  const { tasks, ledgers } = sampleLedger('北京医改23项.txt')
  const [ongoing, dated] = [tasks.find(({ no }) => no === '3'), tasks.find(({ no }) => no === '11')]
  if (!ongoing || !dated) throw new Error('rows are missing')
  const untimed = { ...dated, id: 'untimed', no: '99', milestones: [] }
  const text = nudgeText([ongoing, untimed, dated], ['市财政局'], () => ledgers[0], '2020-01-06')
  const lines = text.split('\n').filter((line) => /^[一二三]、|^\d/.test(line))
  expect(lines).toEqual([
    '一、3月31日（周二）到期',
    expect.stringMatching(/^11/),
    '二、持续推进或没有写明时限',
    expect.stringMatching(/^3/),
    expect.stringMatching(/^99/),
  ])
  expect(text).not.toMatch(/undefined|时限已过/)
})
