import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

test.each([
  ['市财政局今年有哪些任务', '不限时间', ['3']],
  ['市财政局今年有几项', '时间不限的有几项', ['3']],
  ['市教委和市体育局共同负责的年底前的', '不看时限呢', ['2']],
])('%s, %s', async (first, then, expected) => {
  const { say, numbers } = conversation(ledger)
  await say(first)
  expect(await numbers(then)).toEqual(expected)
})

test('不限单位 keeps the time', async () => {
  const { say, numbers } = conversation(ledger)
  const all = await numbers('一季度到期的有哪些')
  await say('市财政局一季度到期的有哪些')
  expect(await numbers('不限单位')).toEqual(all)
})
