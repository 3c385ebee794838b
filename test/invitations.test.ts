import { describe, expect, test } from '@jest/globals'
import { GOOD_FOR_MS, INVITED, openInvitations } from '../src/invitations.ts'
import { conversation } from './helpers/conversation.ts'
import { memoryStore } from './helpers/memory-store.ts'
import { sampleLedger } from './helpers/sample-ledger.ts'

const NOW = new Date('2024-05-06T01:00:00Z')
const later = (ms: number): Date => new Date(NOW.getTime() + ms)

const open = (store = memoryStore({ ledgers: [], tasks: [], groups: [], people: [] })) => {
  let drawn = 0
  return { store, ...openInvitations(store, () => `random ${drawn++}`) }
}

describe('a code', () => {
  test('is good once, however it is written among other words', async () => {
    const { issue, redeem } = open()
    const code = await issue('slack:U1', NOW)
    expect(code).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}$/)
    const said = `你好，我是联络员，码 ${code.toUpperCase().replace('-', ' ')}。`
    expect(await redeem(said, 'wechat:a', later(1))).toBe(true)
    expect(await redeem(code, 'wechat:b', later(2))).toBe(false)
    // the request may come twice
    expect(await redeem(code, 'wechat:a', later(3))).toBe(true)
  })

  test('is good for three days, also after a restart', async () => {
    const { store, issue } = open()
    const [first, second] = [await issue(null, NOW), await issue(null, NOW)]
    expect(first).not.toBe(second)
    const again = open(store)
    expect(await again.redeem(first, 'wechat:a', later(GOOD_FOR_MS))).toBe(true)
    expect(await again.redeem(second, 'wechat:b', later(GOOD_FOR_MS + 1))).toBe(false)
    expect(await open(store).redeem(first, 'wechat:b', later(1))).toBe(false)
  })

  test('cannot be read out of the journal', async () => {
    const { store, issue } = open()
    const code = await issue(null, NOW)
    expect(JSON.stringify(store.entries(INVITED))).not.toContain(code.replace('-', ''))
  })

  test.each(['', '加我', '12345678', 'abcd-efgh'])('is not guessed: %s', async (words) => {
    const { issue, redeem } = open()
    await issue(null, NOW)
    expect(await redeem(words, 'wechat:a', NOW)).toBe(false)
  })
})

describe('发好友码', () => {
  const ledger = sampleLedger('北京医改23项.txt')
  const office = () => {
    const asked: (string | null)[] = []
    const invite = async (by: string | null): Promise<string> => {
      asked.push(by)
      return '7k3m-9x2q'
    }
    return { ...conversation(ledger, undefined, undefined, { invite }), asked }
  }

  test.each(['发好友码', '给好友发码', '请给联络员发个码', '生成一个好友码', '再发一个好友码'])('%s', async (text) => {
    const { say, asked } = office()
    const reply = await say(text, { adapter: 'slack', from: 'chief' })
    expect(reply).toMatchObject({ intent: 'invite', text: expect.stringContaining('7k3m-9x2q') })
    expect(asked).toEqual(['slack:chief'])
  })

  test('is for administrators, and never in a group', async () => {
    const { say, asked } = office()
    expect((await say('发好友码', { adapter: 'slack', from: 'li' })).text).toContain('没有权限')
    expect((await say('发好友码', { adapter: 'slack', from: 'chief', group: true })).text).toContain('私聊')
    expect(asked).toEqual([])
  })
})
