import { describe, expect, test } from '@jest/globals'
import { SILENT } from '../src/replies/complete.ts'
import { boundGroup } from './helpers/bound-group.ts'
import { conversation } from './helpers/conversation.ts'
import { importedLedgers, sampleLedger } from './helpers/sample-ledger.ts'

const internal = sampleLedger('北京医改23项.txt')
const open = { ...internal, ledgers: internal.ledgers.map((ledger) => ({ ...ledger, openness: 'public' as const })) }
const QUESTION = '市体育局有哪些任务'
const inGroup = { from: 'li', group: true, adapter: 'slack' }
const UNIT = /体育局/

/** What a group is bound to by default. */
const bound = (snapshot: typeof internal): typeof internal => ({
  ...snapshot,
  groups: [boundGroup({ carries: 'public', until: '2020-12-31' })],
})

const liaison = {
  id: 'slack:li',
  name: '联络员甲',
  role: 'liaison' as const,
  units: ['市体育局'],
  state: 'active' as const,
  since: '2020-01-01T00:00:00.000Z',
  deputies: [],
}

describe('in a group that nobody has bound', () => {
  test.each([QUESTION, '第2项是什么内容', '总体情况', '第2项已完成', '有哪些台账', '今天天气怎么样'])(
    'nobody gets anything: %s',
    async (question) => {
      const { say, store } = conversation({ ...open, people: [liaison] })
      for (const from of ['li', 'chief', 'stranger']) {
        const reply = await say(question, { ...inGroup, from })
        expect(reply).toMatchObject({ tasks: [], units: [], dates: [], contacts: [] })
        expect(reply.text).toContain('本群还没有绑定台账')
      }
      expect(store.snapshot().tasks).toBe(open.tasks)
    },
  )

  test('nor in one whose binding has ended', async () => {
    const { say } = conversation(bound(open))
    const { text } = await say(QUESTION, { ...inGroup, at: '2021-01-01T09:00:00+08:00' })
    expect(text).toContain('本群还没有绑定台账')
  })

  test('somebody can still say who they are', async () => {
    const { say } = conversation(internal)
    expect((await say('我是市体育局联络员乙', inGroup)).text).toContain('已提交绑定申请：市体育局')
  })
})

describe('in a group', () => {
  test('bound for no more, an internal ledger gives counts, numbers and dates only', async () => {
    const { say } = conversation(bound(internal))
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
    const { say } = conversation(bound(internal))
    const reply = await say(question, inGroup)
    const words = internal.tasks.flatMap(({ lead, cooperating, title }) => [...lead, ...cooperating, title ?? '无题'])
    const leaked = [...words, internal.ledgers[0]?.short ?? ''].filter((word) => reply.text.includes(word))
    expect(leaked).toEqual([])
    expect({ ...reply, text: '', total: 0 }).toEqual({ ...SILENT, intent: reply.intent })
  })

  test('a public ledger is answered about in full', async () => {
    expect((await conversation(bound(open)).say(QUESTION, inGroup)).text).toMatch(UNIT)
  })

  test('of this machine itself everything is', async () => {
    expect((await conversation(internal).say(QUESTION, { from: 'li', group: true })).text).toMatch(UNIT)
  })
})

describe('in private', () => {
  const say = (snapshot: typeof internal) => conversation(snapshot).say(QUESTION, { from: 'li', adapter: 'slack' })

  test('an internal ledger is answered about in full to whoever is bound', async () => {
    expect((await say({ ...internal, people: [liaison] })).text).toMatch(UNIT)
  })

  test.each([
    ['nobody has vouched for', []],
    ['whose binding waits', [{ ...liaison, state: 'asked' as const }]],
    ['whose access has ended', [{ ...liaison, state: 'disabled' as const }]],
  ])('somebody %s gets public ledgers only', async (_, people) => {
    const reply = await say({ ...internal, people })
    expect(reply).toMatchObject({ tasks: [], needs: 'identity' })
    expect(reply.text).toContain('只能查询公开台账')
    expect((await say({ ...open, people })).text).toMatch(UNIT)
  })
})

test('医保局 in a group of a province is the provincial one', async () => {
  const both = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt')
  const group = { ...bound(both).groups[0], level: '省', carries: 'internal' as const }
  const { say } = conversation({ ...both, groups: [group as (typeof both.groups)[number]] })
  const reply = await say('医保局有哪些任务', inGroup)
  expect(reply.needs).toBeNull()
  expect(reply.text).toContain('省医保局')
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
    const group = boundGroup({ owner: 'chief', until: '2020-01-05' })
    const { say } = conversation({ ...internal, groups: [group] })
    expect((await say(QUESTION, { ...inGroup, at: '2020-01-05T23:00:00+08:00' })).text).toMatch(UNIT)
    expect((await say(QUESTION, { ...inGroup, at: '2020-01-06T01:00:00+08:00' })).text).not.toMatch(UNIT)
  })
})
