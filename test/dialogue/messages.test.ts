import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

test('group talk that is not for the bot is neither answered nor remembered', async () => {
  const { say } = conversation(ledger)
  const group = { from: 'li', group: true }
  await say('第13项是什么内容', group)
  expect(await say('第4项是什么内容', { ...group, addressed: false })).toMatchObject({ intent: 'silent', text: '' })
  expect((await say('谁来牵头', group)).tasks.map((task) => task.no)).toEqual(['13'])
})

describe('odd messages', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \u3000\n\t'],
    ['invisible', '\u200b\ufeff\u0000\u0007'],
    ['emoji only', '👍👍'],
    ['one mark', '？'],
  ])('%s: not understood, with what can be asked', async (_, text) => {
    const { say, errors } = conversation(ledger)
    const reply = await say(text)
    expect(reply).toMatchObject({ intent: 'unknown', tasks: [], needs: null })
    expect(reply.text).toContain('可以问')
    expect(errors).toEqual([])
  })

  test.each([
    ['in front', `\u0000\u200b${'市财政局有哪些任务'}`],
    ['between', [...'市财政局有哪些任务'].join('\u200b')],
    ['behind', '市财政局有哪些任务\u0007\u202e\r\n'],
  ])('control characters %s change nothing', async (_, text) => {
    const { numbers } = conversation(ledger)
    expect(await numbers(text)).toEqual(['3'])
  })

  test.each([
    ['one sentence over and over', '市财政局有哪些任务，'],
    ['numbers', '第3项、'],
    ['brackets', '（（'],
    ['latin', 'abc '],
    ['broken pairs', '\ud83d'],
  ])('100,000 characters of %s are dealt with', async (_, part) => {
    const { say, errors } = conversation(ledger)
    const text = part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000)
    const reply = await say(text)
    expect(errors).toEqual([])
    expect(reply.text.length).toBeGreaterThan(0)
    expect(reply.text.length).toBeLessThan(5_000)
  })

  test('a long message does not spoil the dialogue', async () => {
    const { say } = conversation(ledger)
    await say('嗯'.repeat(100_000))
    expect((await say('市财政局有哪些任务')).total).toBe(1)
  })
})
