import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const offers = async (said: string, wrong = '不对'): Promise<string[]> => {
  const { say } = conversation(beijing)
  await say(said)
  const { text } = await say(wrong)
  return text.split('\n').flatMap((line) => /^\d (.+)$/.exec(line)?.[1] ?? [])
}

describe('不对 offers what else may have been meant', () => {
  test.each([
    ['第3项谁牵头', ['问的是配合单位']],
    ['高值耗材谁牵头', ['问的是配合单位', '第6项 进一步做好京津冀医用耗材联合采购']],
    ['三月底前要交什么', ['时间是2020-03-01至2020-03-31']],
    ['市财政局的任务', ['市财政局只看牵头的', '市财政局只看配合的']],
  ])('%s', async (said, others) => expect(await offers(said)).toEqual(others))

  test.each(['不是这项', '搞错了', '不对吧'])('%s', async (wrong) =>
    expect(await offers('第3项谁牵头', wrong)).toEqual(['问的是配合单位']),
  )

  test('and the choice answers', async () => {
    const { say } = conversation(beijing)
    await say('第3项谁牵头')
    await say('不对')
    expect((await say('1')).units).toContain('市中医局')
  })

  test('不是这个，是15项 says at once what is right', async () => {
    const { say } = conversation(beijing)
    await say('薪酬改革什么时候完成')
    expect(await say('不是这个，是15项')).toMatchObject({ intent: 'when-due', dates: ['2020-03-31'] })
  })
})
