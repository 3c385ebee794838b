import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const reply = (text: string) => conversation(ledger).say(text)

describe('what is not the ledger’s business is not understood', () => {
  test.each(['明天会下雨吗', '中午吃什么', '社保卡丢了怎么补办', '市财政局局长是谁', '哈哈哈', '你今年几岁'])(
    '%s',
    async (text) => {
      const { intent, tasks, text: said } = await reply(text)
      expect([intent, tasks]).toEqual(['unknown', []])
      expect(said).toMatch(/^没能确认您的意思。我只回答台账里的任务，可以问：“.+”，或回复 帮助。$/)
    },
  )
})

describe('a question about tasks of which the ledger has none', () => {
  test.each([
    ['无人机管控由谁牵头', '无人机管控'],
    ['有没有防汛抗旱方面的任务', '防汛'],
  ])('%s', async (text, topic) => {
    const { intent, tasks, text: said } = await reply(text)
    expect(intent).not.toBe('unknown')
    expect(tasks).toEqual([])
    expect(said).toContain(topic)
    expect(said).toContain('没有找到')
  })

  test.each(['第99项谁牵头', '第99项什么时候完成', '第99项是什么内容'])('%s', async (text) => {
    expect((await reply(text)).text).toBe('台账里没有第99项，序号从1到23。')
  })
})
