import { describe, expect, test } from '@jest/globals'
import type { Reply } from '../../src/reply.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const numbers = ({ tasks }: Reply): string => tasks.map(({ no }) => no).join(' ')
const firstLine = ({ text }: Reply): string => text.split('\n')[0] as string

describe('the answer first, then the row that says so', () => {
  test.each([
    ['第12项是市医保局牵头吗', '12', '是。市医保局牵头'],
    ['市体育局是不是第2项的牵头单位', '2', '不是。市体育局为配合单位'],
    ['市体育局是第2项的配合单位吗', '2', '是。市体育局为配合单位'],
    ['第12项归市财政局管吧', '12', '不是。这项没有市财政局'],
    ['第12项是市公安局牵头吗', '12', '不是。这项没有市公安局'],
    ['第9项的配合单位里有没有市财政局', '9', '没有。这项没有市财政局'],
    ['第12项逾没逾期', '12', '不是。没有逾期，时限2020年12月31日（周四），还有361天'],
    ['第9项逾期了没有', '9', '是。时限2019年12月31日（周二）已过5天，未收到办结申请'],
    ['第15项3月底前要报吗', '15', '是。时限2020年3月31日（周二），还有86天'],
    ['第12项3月底前要完成吗', '12', '不是。时限2020年12月31日（周四），还有361天'],
    ['第13项明年还要做吗', '13', '是。时限2021年12月31日（周五），还有726天'],
    ['第17项月底到期吗', '17', '不是。持续推进，没有写明时限'],
    ['第17项是不是长期任务', '17', '是。持续推进，没有写明时限'],
    ['第12项市财政局牵头还是市医保局牵头', '12', '这项没有市财政局，市医保局牵头'],
    ['第14项是人社局牵头、卫健委配合，对吗', '14', '是。市人力社保局牵头，市卫生健康委为配合单位'],
    ['乡村医生队伍建设是卫健委牵头吗', '22', '是。市卫生健康委牵头'],
    ['第3、4项是市财政局牵头吗', '3 4', '不全是：相关2项中1项是'],
    ['第4、5项是市医保局牵头吗', '4 5', '都是'],
    ['第4、5项逾期了吗', '4 5', '都不是'],
  ])('%s', async (text, no, answer) => {
    const reply = await conversation(beijing).say(text)
    expect([reply.intent, numbers(reply), firstLine(reply)]).toEqual(['check-fact', no, answer])
    expect(reply.text).toMatch(/依据：.*第\d+行|回复序号看详情/)
  })

  test('who leads is named with it, and when it is due', async () => {
    const { say } = conversation(beijing)
    expect(await say('第12项是市财政局牵头吗')).toMatchObject({ units: ['市医保局'], dates: [] })
    expect(await say('第12项逾期了吗')).toMatchObject({ units: [], dates: ['2020-12-31'] })
  })

  test('a number that no row has', async () => {
    const reply = await conversation(beijing).say('第88项逾期了吗')
    expect([reply.total, reply.text]).toEqual([0, '台账里没有第88项，序号从1到23。'])
  })
})

test.each([
  ['第17项有没有时限', '没有写明时限'],
  ['第12项有时限吗', '有时限'],
  ['第9项到期了吗', '已到期：时限2019年12月31日（周二）已过5天，未收到办结申请'],
  ['第12项到期没有', '没有到期：时限2020年12月31日（周四），还有361天'],
  ['第12项完成了吗', '没有办结：时限2020年12月31日（周四），还有361天'],
  ['第12项有配合单位吗', '有2个'],
  ['第1项有没有配合单位', '没有写明'],
  ['市财政局有没有任务', '有。市财政局共1项（牵头1、配合0）'],
  ['市教委没有牵头的任务吗', '没有符合条件的任务（市教委牵头）。'],
])('%s', async (text, answer) => expect(firstLine(await conversation(beijing).say(text))).toBe(answer))

describe('of what was just spoken of', () => {
  test('one task', async () => {
    const { say } = conversation(beijing)
    await say('第12项谁牵头')
    for (const [text, answer] of [
      ['是不是市财政局', '不是。这项没有市财政局'],
      ['市卫健委参与吗', '是。市卫生健康委为配合单位'],
      ['年底前要完成吗', '是。时限2020年12月31日（周四），还有361天'],
      ['逾期了吗', '不是。没有逾期，时限2020年12月31日（周四），还有361天'],
    ] as const) {
      const reply = await say(text)
      expect([numbers(reply), firstLine(reply)]).toEqual(['12', answer])
    }
  })

  test('of several it asks which of them', async () => {
    const { say } = conversation(beijing)
    await say('市卫健委的任务')
    expect(numbers(await say('有逾期的吗'))).toBe('2 9')
  })
})
