import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

test('of a unit that is named, what it leads and nobody else', async () => {
  const { say } = conversation(ledger)
  const { units, tasks } = await say('市中医局哪些没报')
  expect([units, tasks.map(({ no }) => no)]).toEqual([['市中医局'], ['23']])
})

test('of all, every lead unit', async () => {
  const { say } = conversation(ledger)
  expect((await say('谁还没报')).units).toContain('市财政局')
})

test.each(['哪些单位一直没动静', '还有哪些没人报', '没交进展的单位', '哪几家至今毫无消息'])('%s', async (question) => {
  const { say } = conversation(ledger)
  const { intent, units } = await say(question)
  expect(intent).toBe('who-has-not-reported')
  expect(units).toContain('市财政局')
})

test('of what is due soon, that alone', async () => {
  const { say } = conversation(ledger, '2020-03-26T09:00:00+08:00')
  const { tasks } = await say('快到期还没报的')
  expect(tasks.map(({ no }) => no)).toEqual(['11', '15'])
})

test('of what is long overdue, that alone', async () => {
  const { say } = conversation(ledger, '2020-01-20T09:00:00+08:00')
  expect((await say('超期一周以上还没报的')).tasks.map(({ no }) => no)).toEqual(['2', '9'])
})
