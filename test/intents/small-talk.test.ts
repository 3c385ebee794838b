import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const intentOf = async (text: string): Promise<string> => (await conversation(beijing).say(text)).intent

describe('a courtesy and nothing else', () => {
  test.each([
    ['谢谢啊', '不客气。'],
    ['好的，谢谢领导', '不客气。'],
    ['收到', '好的。'],
    ['嗯嗯，知道了', '好的。'],
    ['没事了，再见', '再见。'],
  ])('%s', async (text, answer) => {
    expect(await conversation(beijing).say(text)).toMatchObject({ intent: 'small-talk', text: answer, tasks: [] })
  })

  test('a greeting is answered with what can be asked', async () => {
    const { text } = await conversation(beijing).say('各位早上好')
    expect(text).toMatch(/^您好。.*第1项谁牵头.*帮助/)
  })

  test.each(['你好，市体育局有哪些任务', '好的，那市体育局的任务', '谢谢，再查一下市体育局'])('%s', async (text) => {
    expect(await intentOf(text)).toBe('list-tasks')
  })

  test('is no question that could not be answered', async () => {
    const { say, store } = conversation(beijing)
    await say('谢谢')
    expect(store.entries('unanswered')).toEqual([])
  })
})

describe('what the bot can do', () => {
  test.each(['你都会些什么', '我该怎么提问', '能查什么', '你能帮我查哪些内容', '这个系统怎么用', '怎么问你', '你是谁'])(
    '%s',
    async (text) => expect(await intentOf(text)).toBe('help'),
  )

  test.each(['怎么查危化品', '第3项怎么办', '你会做饭吗'])('%s', async (text) =>
    expect(await intentOf(text)).not.toBe('help'),
  )

  test('help does not speak of courtesies', async () => {
    expect((await conversation(beijing).say('帮助')).text).not.toContain('问候')
  })
})
