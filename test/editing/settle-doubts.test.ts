import { describe, expect, test } from '@jest/globals'
import { readVerdicts } from '../../src/editing/read-verdicts.ts'
import { conversation } from '../helpers/conversation.ts'

describe('verdicts by number', () => {
  test.each([
    [
      '1对 2改为2025年6月底',
      [
        [['1'], null],
        [['2'], '2025年6月底'],
      ],
    ],
    [
      '1、3对，2应为市水利局、市财政局；4没错。',
      [
        [['1', '3'], null],
        [['2'], '市水利局、市财政局'],
        [['4'], null],
      ],
    ],
    ['第2项改成持续推进', [[['2'], '持续推进']]],
    ['都对', [[[], null]]],
    ['12改 2024年10月31日', null],
  ])('%s', (text, expected) => {
    expect(readVerdicts(text)?.map(({ numbers, value }) => [numbers, value]) ?? null).toEqual(
      expected ?? [[['12'], '2024年10月31日']],
    )
  })

  test.each(['第3项什么情况', '2对不对', '第2项已完成', '1号楼改造', '对', '3月底前到期的有哪些'])(
    '%s is none',
    (text) => expect(readVerdicts(text)).toBeNull(),
  )
})

const NOTHING = { ledgers: [], tasks: [], groups: [], people: [] }
const chief = { from: 'chief', adapter: 'slack' }
const LEDGER = `导入《供水保障任务清单》
序号\t工作任务\t责任单位\t完成时限
1\t更换老旧水表\t市水务局\t6月底前
2\t检修泵站\t市水务局市财政局\t2024年5月底前
3\t检测末梢水质\t市疾控中心\t2024年4月底前`

const opened = async () => {
  const talk = conversation(NOTHING)
  await talk.say(LEDGER, chief)
  return talk
}

describe('doubts settled in a conversation', () => {
  test('what was read rightly, and what is to be something else', async () => {
    const { say, store } = await opened()
    expect((await say('有哪些疑点', chief)).text).toContain('1对 2改为')
    const reply = await say('1改为2024年；2对', chief)
    expect(reply.intent).toBe('settle-doubts')
    const [meters, pumps] = store.snapshot().tasks
    expect(meters?.milestones.map(({ due }) => due)).toEqual(['2024-06-30'])
    expect(meters?.timing).toBe('6月底前')
    expect([meters?.doubts, pumps?.doubts]).toEqual([[], []])
    expect(pumps?.lead).toEqual(['市水务局'])
  })

  test('units that were read wrongly', async () => {
    const { say, store } = await opened()
    await say('有哪些疑点', chief)
    await say('2改为市财政局', chief)
    expect(store.snapshot().tasks[1]).toMatchObject({ lead: ['市财政局'], doubts: [] })
  })

  test('a number that was not listed changes nothing', async () => {
    const { say, store } = await opened()
    await say('有哪些疑点', chief)
    const before = store.snapshot()
    expect((await say('9对', chief)).text).toContain('没有这一项')
    expect(store.snapshot()).toBe(before)
  })

  test('are not raised again by the same document', async () => {
    const { say, store } = await opened()
    await say('有哪些疑点', chief)
    await say('都对', chief)
    await say(LEDGER, chief)
    expect(store.snapshot().tasks.flatMap(({ doubts }) => doubts)).toEqual([])
  })

  test('are for the 督查室', async () => {
    const { say, store } = await opened()
    const before = store.snapshot()
    const guest = { from: 'li', adapter: 'slack' }
    await say('有哪些疑点', guest)
    await say('1对', guest)
    expect(store.snapshot()).toBe(before)
  })

  test('without a list before it nothing is settled', async () => {
    const { say, store } = await opened()
    const before = store.snapshot()
    await say('1对', chief)
    expect(store.snapshot()).toBe(before)
  })
})
