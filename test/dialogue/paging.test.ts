import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const PAGE_LINE = '第1—15项，共23项；回复 下一页'

/** The numbers printed at the beginning of the rows. */
const printed = (text: string): string => [...text.matchAll(/^(\d+) /gm)].map(([, number]) => number).join(' ')

const FIRST = '2 9 11 15 1 4 6 7 8 10 12 13 14 20 21'
const SECOND = '22 23 18 3 5 16 17 19'

describe('a list of more than 15 rows', () => {
  test('is shown in pages, forwards and back', async () => {
    const { say } = conversation(ledger)
    const first = await say('列出所有任务')
    expect([printed(first.text), first.total]).toEqual([FIRST, 23])
    expect(first.text).toContain(PAGE_LINE)
    const second = await say('下一页')
    expect([printed(second.text), second.total]).toEqual([SECOND, 23])
    expect(second.text).not.toContain('下一页')
    expect(printed((await say('上一页')).text)).toBe(FIRST)
  })

  test.each(['后面呢', '下一页', '继续'])('%s turns the page', async (said) => {
    const { say } = conversation(ledger)
    await say('列出所有任务')
    const reply = await say(said)
    expect([reply.intent, printed(reply.text)]).toEqual(['more', SECOND])
  })

  test('has an end and a beginning', async () => {
    const { say } = conversation(ledger)
    await say('列出所有任务')
    expect((await say('上一页')).text).toBe('已经是第一页。')
    await say('下一页')
    expect((await say('下一页')).text).toBe('没有了，共23项，已全部列出。')
    expect(printed((await say('上一页')).text)).toBe(FIRST)
  })

  test('keeps its place while a row is looked at', async () => {
    const { say, numbers } = conversation(ledger)
    await say('列出所有任务')
    await say('下一页')
    expect(await numbers('18')).toEqual(['18'])
    expect(printed((await say('上一页')).text)).toBe(FIRST)
  })
})

test('a short list has no second page', async () => {
  const { say } = conversation(ledger)
  expect((await say('市财政局有哪些任务')).text).not.toContain('下一页')
  expect((await say('下一页')).text).toBe('没有了，共1项，已全部列出。')
})

test('without a list there is nothing to turn', async () => {
  const { say } = conversation(ledger)
  expect(await say('下一页')).toMatchObject({ intent: 'more', tasks: [] })
})
