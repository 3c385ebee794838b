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
