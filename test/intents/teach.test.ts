import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const TEACH = '以后甲字号工程都算家庭医生签约'
const ASK = '甲字号工程由谁牵头'

describe('a saying of the office', () => {
  test('is not known before', async () => {
    expect((await conversation(ledger).say(ASK)).tasks).toEqual([])
  })

  test.each(['1', '确认'])('is learned once it is confirmed: %s', async (answer) => {
    const { say, numbers } = conversation(ledger)
    expect((await say(TEACH)).needs).toBe('confirmation')
    expect((await say(answer)).text).toContain('已记')
    expect(await numbers(ASK)).toEqual(['20'])
  })

  test.each(['2', '取消', '市财政局有哪些任务'])('is not learned after %s', async (answer) => {
    const { say } = conversation(ledger)
    await say(TEACH)
    await say(answer)
    expect((await say(ASK)).tasks).toEqual([])
  })

  test('is taken back by meaning itself', async () => {
    const { say } = conversation(ledger)
    for (const line of [TEACH, '1', '以后甲字号工程就是甲字号工程', '1']) await say(line)
    expect((await say(ASK)).tasks).toEqual([])
  })

  test('holds in every conversation', async () => {
    const { say } = conversation(ledger)
    await say(TEACH)
    await say('1')
    expect((await say(ASK, { conversation: 'two', from: 'li' })).units).toEqual(['市卫生健康委'])
  })

  test('is taught by an administrator only', async () => {
    const { say, store } = conversation(ledger)
    await say(TEACH, { from: 'li' })
    await say('1', { from: 'li' })
    expect(store.entries('saying')).toEqual([])
  })
})
