import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = 'data/samples/北京医改23项.txt'
const two = importedLedgers(beijing, 'data/samples/吉林医改施工图55项.txt')
const numbered = importedLedgers(beijing, 'data/samples/天津医改40项.txt')

describe('a unit that may be several', () => {
  const ASKED = ['“医保局”指哪个单位？', '1 市医保局', '2 省医保局', '回复序号或名称'].join('\n')

  test('is asked about, with numbered choices', async () => {
    const { say } = conversation(two)
    expect(await say('医保局牵头几项')).toMatchObject({ needs: 'unit', tasks: [], total: 0, text: ASKED })
  })

  test.each([
    ['1', 8],
    ['2', 13],
    ['第二个', 13],
    ['省医保局', 13],
    ['省里的', 13],
  ])('%s settles it, and the question is answered', async (choice, total) => {
    const { say } = conversation(two)
    await say('医保局牵头几项')
    expect(await say(choice)).toMatchObject({ intent: 'count-tasks', needs: null, total })
  })

  test('the question goes on from there', async () => {
    const { say, numbers } = conversation(two)
    await say('医保局牵头几项')
    await say('1')
    expect(await numbers('其中年底以前的')).toEqual(['4', '6', '12', '13'])
  })

  test('a question of its own drops the pending one', async () => {
    const { say, numbers } = conversation(two)
    await say('医保局牵头几项')
    expect(await numbers('市体育局有哪些任务')).toEqual(['2'])
    expect(await numbers('1')).toEqual(['1'])
  })

  test('a number that was not offered is no answer', async () => {
    const { say, numbers } = conversation(two)
    await say('医保局牵头几项')
    expect(await numbers('7')).toEqual(['7'])
  })

  test('each of several units is asked about in turn', async () => {
    const { say } = conversation(two)
    expect((await say('医保局和卫健委都参与的有几项')).text).toContain('“医保局”指哪个单位')
    expect((await say('2')).text).toContain('“卫健委”指哪个单位')
    expect(await say('2')).toMatchObject({ intent: 'count-tasks', needs: null })
  })

  test('the name of one ledger settles it by itself', async () => {
    const { say } = conversation(two)
    expect(await say('北京医改23项里医保局牵头几项')).toMatchObject({ needs: null, total: 8 })
  })
})

describe('a number that several ledgers have', () => {
  test('asks for the ledger', async () => {
    const { say } = conversation(numbered)
    expect(await say('第12项由谁牵头')).toMatchObject({ needs: 'ledger', tasks: [] })
    expect(await say('1')).toMatchObject({ intent: 'who-is-responsible', needs: null, units: ['市医保局'] })
  })

  test('the ledger stays for the numbers that follow', async () => {
    const { say, numbers } = conversation(numbered)
    await say('第5项什么时候完成')
    expect((await say('2')).dates).toEqual(['2017-12-31'])
    expect(await numbers('第6项呢')).toEqual(['6'])
  })

  test('a newer question takes the place of the pending one', async () => {
    const { say } = conversation(numbered)
    await say('第12项由谁牵头')
    await say('第3项由谁牵头')
    expect((await say('1')).units).toEqual(['市财政局'])
  })
})

describe('what cannot be settled', () => {
  const ledger = sampleLedger('北京医改23项.txt')

  test.each(['我们局还没办的有哪些', '我单位一共几项', '本单位牵头的有哪些'])('%s asks who is asking', async (said) => {
    const { say } = conversation(ledger)
    expect(await say(said)).toMatchObject({ needs: 'identity', tasks: [] })
  })

  test('a unit that no ledger has is named, and those that there are', async () => {
    const { say } = conversation(ledger)
    const reply = await say('市工信局有哪些任务')
    expect(reply).toMatchObject({ needs: 'unit', tasks: [] })
    expect(reply.text).toBe(
      '台账里没有“市工信局”。台账中的单位有：各区政府、市卫生健康委、市教委、市体育局、市中医局、市财政局等。请说明是哪个单位。',
    )
  })

  test('a day that there is not', async () => {
    const { say } = conversation(ledger)
    expect(await say('2月30日前要完成哪些')).toMatchObject({
      needs: 'date',
      tasks: [],
      text: '2月没有30日，最多29日。请重新说明日期。',
    })
  })

  test('without any ledger there is nothing to ask about', async () => {
    const { say } = conversation({ ledgers: [], tasks: [], groups: [], people: [] })
    expect((await say('市财政局有哪些任务')).text).toBe('还没有导入台账。导入：duban import 文件')
  })
})
