import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')

test.each(['为什么', '依据是什么', '哪里写的', '凭什么'])('%s: the ledger, the row and its words', async (text) => {
  const { say } = conversation(beijing)
  await say('第15项什么时候上报')
  const reply = await say(text)
  expect(reply).toMatchObject({ intent: 'sources', total: 1 })
  expect(reply.text).toMatch(/\n出自《北京医改23项》，北京医改23项\.txt第99行\n/)
  expect(reply.text).toMatch(/\n时限栏：.*每年3月底前.*\n原文：开展自查与密切监测。/)
})

test('of a list: how it was found, and the row of each', async () => {
  const { say } = conversation(beijing)
  await say('市卫健委逾期的有哪些')
  const { text, tasks } = await say('为什么')
  expect(tasks.map(({ no }) => no)).toEqual(['2', '9'])
  expect(text.split('\n').slice(0, 3)).toEqual([
    '按“市卫生健康委、时限已过、未收到办结申请”查得2项，出自《北京医改23项》（北京医改23项.txt）',
    expect.stringMatching(/^2 .*：第17行，时限栏“2019年12月底前/),
    expect.stringMatching(/^9 .*：第\d+行，时限栏“/),
  ])
})

test('asked of a number at once', async () => {
  expect(await conversation(beijing).say('第3项出处在哪')).toMatchObject({ intent: 'sources', total: 1 })
})
