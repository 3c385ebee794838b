import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const group = { from: 'li', group: true }

describe('a button below an earlier answer', () => {
  test('is about that answer, whatever has been asked since, and whoever presses it', async () => {
    const { say } = conversation(ledger)
    await say('市财政局有哪些任务', { ...group, more: { id: 'first' } })
    const listed = await say('市财政局有哪些任务', { ...group, more: { id: 'again' } })
    await say('市体育局有哪些任务', { ...group, more: { id: 'second' } })
    for (const from of ['li', 'wang']) {
      const reply = await say('其中牵头的', { ...group, from, more: { about: 'first' } })
      expect(reply.tasks.length).toBeGreaterThan(0)
      expect(listed.tasks).toEqual(expect.arrayContaining([...reply.tasks]))
    }
  })

  test('of an answer that is no longer known leaves the dialogue alone', async () => {
    const { say } = conversation(ledger)
    await say('市体育局有哪些任务', group)
    expect((await say('谁牵头', { ...group, more: { about: 'gone' } })).tasks.map(({ no }) => no)).toEqual(['2'])
  })
})

describe('a message quoted', () => {
  test('that the bot has sent is what the words are about', async () => {
    const { say } = conversation(ledger)
    const { text } = await say('第12项是什么内容', group)
    await say('第2项是什么内容', group)
    const quoted = `${text.slice(0, 20)}…`
    expect((await say('谁牵头', { ...group, more: { quoted } })).tasks.map(({ no }) => no)).toEqual(['12'])
  })

  test('that begins with a number names its task', async () => {
    const { say } = conversation(ledger)
    const quoted = '第 12 项 及时动态调整价格'
    expect((await say('谁牵头', { ...group, more: { quoted } })).tasks.map(({ no }) => no)).toEqual(['12'])
    expect((await say('第4项谁牵头', { ...group, more: { quoted } })).tasks.map(({ no }) => no)).toEqual(['4'])
  })
})

describe('the answer to a question back, in a group', () => {
  const two = { ...group, conversation: 'two' }
  const ask = async () => {
    const { say } = conversation(ledger)
    expect((await say('以后体局都算市体育局', { group: true, conversation: 'two' })).needs).toBe('confirmation')
    return say
  }

  test('needs no mention for ten minutes', async () => {
    const say = await ask()
    const at = '2020-01-05T09:10:00+08:00'
    const reply = await say('确认', { group: true, conversation: 'two', addressed: false, at })
    expect(reply.text).toContain('已记')
  })

  test.each([
    ['after ten minutes', { group: true, conversation: 'two', at: '2020-01-05T09:10:01+08:00' }],
    ['of somebody else', two],
    ['in another group', { group: true, conversation: 'three' }],
  ])('%s is not for the bot', async (_, saying) => {
    const say = await ask()
    expect((await say('确认', { ...saying, addressed: false })).intent).toBe('silent')
  })

  test('is a bare one: talk is not for the bot', async () => {
    const say = await ask()
    const reply = await say('确认一下会议时间', { group: true, conversation: 'two', addressed: false })
    expect(reply.intent).toBe('silent')
  })
})

test.each(['收到', '已收到，谢谢领导', '好的，收到'])('%s in a group is a receipt', async (text) => {
  const { say } = conversation(ledger)
  expect((await say(text, group)).intent).toBe('silent')
})
