import { describe, expect, test } from '@jest/globals'
import { conversation } from './helpers/conversation.ts'
import { sampleLedger } from './helpers/sample-ledger.ts'

const internal = sampleLedger('北京医改23项.txt')
const open = { ...internal, ledgers: internal.ledgers.map((ledger) => ({ ...ledger, openness: 'public' as const })) }
const QUESTION = '市体育局有哪些任务'
const inGroup = { from: 'li', group: true, adapter: 'slack' }
const UNIT = /体育局/

describe('in a group', () => {
  test('that nobody has bound, an internal ledger gives counts, numbers and dates only', async () => {
    const { say } = conversation(internal)
    const { text } = await say(QUESTION, inGroup)
    expect(text).toMatch(/^共1项\n.*第2项\n本群只显示项数、序号和时限，详情请私聊询问$/)
    expect(text).not.toMatch(UNIT)
  })

  test.each([
    ['who', '第2项谁牵头'],
    ['a text', '第2项是什么内容'],
    ['a question back', '卫生局有哪些任务'],
    ['a refusal', '今天天气怎么样'],
    ['help', '帮助'],
    ['an overview', '总体情况'],
  ])('an internal ledger does not show in %s', async (_, question) => {
    const { say } = conversation(internal)
    const reply = await say(question, inGroup)
    const words = internal.tasks.flatMap(({ lead, cooperating, title }) => [...lead, ...cooperating, title ?? '无题'])
    const leaked = [...words, internal.ledgers[0]?.short ?? ''].filter((word) => reply.text.includes(word))
    expect(leaked).toEqual([])
    expect({ ...reply, text: '', intent: '', total: 0 }).toEqual({
      intent: '',
      text: '',
      tasks: [],
      total: 0,
      units: [],
      dates: [],
      contacts: [],
      needs: null,
    })
  })

  test('a public ledger is answered about in full', async () => {
    expect((await conversation(open).say(QUESTION, inGroup)).text).toMatch(UNIT)
  })

  test('of this machine itself everything is', async () => {
    expect((await conversation(internal).say(QUESTION, { from: 'li', group: true })).text).toMatch(UNIT)
  })
})

test('in private an internal ledger is answered about in full', async () => {
  const { text } = await conversation(internal).say(QUESTION, { from: 'li', adapter: 'slack' })
  expect(text).toMatch(UNIT)
})

test('where nobody knows who asks, only public ledgers are', async () => {
  const unverified = { from: 'temp:1', adapter: 'wechat', more: { unverified: true as const } }
  expect((await conversation(internal).say(QUESTION, unverified)).tasks).toEqual([])
  expect((await conversation(open).say(QUESTION, unverified)).tasks).toHaveLength(1)
})

describe('binding a group', () => {
  const chief = { ...inGroup, from: 'chief' }

  test('an administrator says what it may carry', async () => {
    const { say, store } = conversation(internal)
    const asked = await say('绑定本群 北京医改23项', chief)
    expect(asked).toMatchObject({ intent: 'bind-group', needs: 'confirmation' })
    expect(asked.text).toContain('〔北京医改23项〕')
    expect((await say('2', chief)).text).toContain('已绑定本群')
    expect(store.snapshot().groups).toEqual([
      expect.objectContaining({ adapter: 'slack', conversation: 'one', carries: 'internal', owner: 'chief' }),
    ])
    expect((await say(QUESTION, inGroup)).text).toMatch(UNIT)
    await say('解绑本群', chief)
    expect((await say(QUESTION, inGroup)).text).not.toMatch(UNIT)
  })

  test('for public ledgers only leaves internal ones brief', async () => {
    const { say } = conversation(internal)
    await say('绑定本群', chief)
    await say('1', chief)
    expect((await say(QUESTION, inGroup)).text).not.toMatch(UNIT)
  })

  test('is refused to others, and outside groups', async () => {
    const { say, store } = conversation(internal)
    expect((await say('绑定本群', inGroup)).text).not.toContain('可以发什么')
    expect((await say('绑定本群', { from: 'chief', adapter: 'slack' })).text).toContain('请在要绑定的群里说')
    expect(store.snapshot().groups).toEqual([])
  })

  test('ends on its last day', async () => {
    const group = {
      id: 'slack:one',
      adapter: 'slack',
      conversation: 'one',
      ledgers: [],
      carries: 'internal' as const,
      purpose: null,
      owner: 'chief',
      boundAt: '2020-01-01T00:00:00Z',
      until: '2020-01-05' as const,
    }
    const { say } = conversation({ ...internal, groups: [group] })
    expect((await say(QUESTION, { ...inGroup, at: '2020-01-05T23:00:00+08:00' })).text).toMatch(UNIT)
    expect((await say(QUESTION, { ...inGroup, at: '2020-01-06T01:00:00+08:00' })).text).not.toMatch(UNIT)
  })
})
