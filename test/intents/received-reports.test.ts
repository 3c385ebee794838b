import { describe, expect, test } from '@jest/globals'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const office = () =>
  conversation({
    ...sampleLedger('北京医改23项.txt'),
    people: [boundPerson('甲', '市财政局'), boundPerson('乙', '市人力社保局')],
  })
const MONDAY = '2020-03-16T09:00:00+08:00'
const TUESDAY = '2020-03-17T09:00:00+08:00'
const from = (id: string, at: string) => ({ adapter: 'slack', from: id, conversation: `D${id}`, at })
const report = (say: ReturnType<typeof office>['say']) => say('第3项正在核对预算', from('甲', MONDAY))

describe('what has been reported', () => {
  test.each([
    ['本周报送情况', ['3']],
    ['这周都有谁报了', ['3']],
    ['今天谁报了进展', []],
    ['昨天有哪些进展', ['3']],
    ['最近有什么新情况', ['3']],
    ['上周报送情况', []],
    ['市财政局这周报了什么', ['3']],
    ['市中医局这周报了什么', []],
  ])('%s', async (question, numbers) => {
    const { say } = office()
    await report(say)
    const { intent, tasks } = await say(question, { at: TUESDAY })
    expect([intent, tasks.map(({ no }) => no)]).toEqual(['received-reports', numbers])
  })

  test('its words are for whoever may read them, in private', async () => {
    const { say } = office()
    await report(say)
    expect((await say('本周报送情况', { at: TUESDAY })).text).toContain('正在核对预算（甲）')
    expect((await say('本周报送情况', from('甲', TUESDAY))).text).toContain('正在核对预算')
    const inGroup = await say('本周报送情况', { at: TUESDAY, group: true })
    expect(inGroup.text).toContain('第3项')
    expect(inGroup.text).not.toContain('核对预算')
  })

  test('a liaison hears of the own unit’s tasks only', async () => {
    const { say } = office()
    await report(say)
    const { tasks } = await say('本周报送情况', from('乙', TUESDAY))
    expect(tasks).toEqual([])
  })

  test('of a body that is none of the ledgers’, or one of several, nothing is told', async () => {
    const { say } = office()
    await report(say)
    const { needs, tasks } = await say('市水利局这周报了什么', { at: TUESDAY })
    expect([needs, tasks]).toEqual(['unit', []])
  })
})

test.each(['我上次报的是什么', '我们报过什么'])('%s: one’s own, however long ago', async (question) => {
  const { say } = office()
  await report(say)
  const { text, tasks } = await say(question, from('甲', '2020-09-01T09:00:00+08:00'))
  expect(text).toContain('3月16日 第3项　落实对公立医院投入责任：正在核对预算')
  expect(tasks.map(({ no }) => no)).toEqual(['3'])
  expect((await say(question, from('乙', '2020-09-01T09:00:00+08:00'))).tasks).toEqual([])
})

test.each(['有困难的有哪些', '需要协调的事项', '遇到困难的任务'])('%s', async (question) => {
  const { say } = office()
  expect((await say(question, { at: TUESDAY })).tasks).toEqual([])
  await say('第3项遇到困难：资金缺口大，需要协调', from('甲', MONDAY))
  expect((await say(question, { at: TUESDAY })).tasks.map(({ no }) => no)).toEqual(['3'])
  await say('第3项问题已解决，正在推进', from('甲', '2020-03-17T10:00:00+08:00'))
  expect((await say(question, { at: TUESDAY })).tasks).toEqual([])
})

describe('谁看过电话', () => {
  test('is told to the 督查室 alone, in private', async () => {
    const { say } = conversation({ ...sampleLedger('吉林医改施工图55项.txt'), people: [boundPerson('甲', '省医保局')] })
    expect((await say('谁看过电话')).text).toBe('没有人查看过电话全号。')
    const { phones, tasks } = await say('（十一）的联系电话', from('甲', MONDAY))
    expect([phones, tasks.length]).toEqual([true, 1])
    expect((await say('谁查过号码')).text).toMatch(/^查看电话全号1次\n3月16日 甲　.*共1项$/)
    expect((await say('谁看过电话', { group: true })).text).toContain('私聊')
    expect((await say('谁看过电话', from('甲', MONDAY))).text).toContain('督查室')
  })
})
