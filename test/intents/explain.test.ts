import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

test('你怎么理解的 shows every filter of the last question', async () => {
  const { say } = conversation(ledger)
  await say('市医保局牵头的、12月底前要完成的耗材任务有哪些')
  const lines = (await say('你怎么理解的')).text.split('\n')
  expect(lines).toContain('单位：市医保局，牵头')
  expect(lines).toContain('时间：“12月底前”读作今天至2020-12-31')
  expect(lines).toContain('主题词：耗材')
})

describe('不对', () => {
  test('offers other readings, and the choice is answered', async () => {
    const { say, numbers } = conversation(ledger)
    await say('市医管中心牵头的有哪些')
    const { intent, text } = await say('不对')
    expect(intent).toBe('dispute')
    expect(text.split('\n')[1]).toBe('1 市医管中心牵头或配合的都算')
    expect(await numbers('1')).toEqual('9 11 15 4 7 8 10 14 18 3 16 17'.split(' '))
  })

  test('with what is meant is a correction, not a dispute', async () => {
    const { say, numbers } = conversation(ledger)
    await say('市医管中心牵头的有哪些')
    expect(await numbers('不对，是市财政局')).toEqual(['3'])
  })
})

test.each(['不对', '你怎么理解的'])('%s before any question', async (text) => {
  const reply = await conversation(ledger).say(text)
  expect(reply).toMatchObject({ tasks: [], text: '前面还没有回答过问题。' })
})
