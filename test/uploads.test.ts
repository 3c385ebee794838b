import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { conversation } from './helpers/conversation.ts'

const NOTHING = { ledgers: [], tasks: [], groups: [], people: [] }
const SAMPLE = readFileSync('data/samples/北京医改23项.txt', 'utf8')
const file = (name: string, ref: string, size: number | null = null) => ({ more: { files: [{ name, size, ref }] } })
const chief = { from: 'chief', adapter: 'slack' }

describe('a file in a message', () => {
  test('of an administrator is imported, and told on one screen', async () => {
    const { say, store } = conversation(NOTHING)
    const reply = await say('', { ...chief, ...file('北京医改23项.txt', SAMPLE) })
    expect(reply.intent).toBe('import')
    expect(reply.text).toContain('共23项任务：新增23、变更0、移除0')
    expect(reply.text.split('\n').length).toBeLessThan(18)
    expect(store.snapshot().tasks).toHaveLength(23)
  })

  test('of anybody else is not even fetched', async () => {
    const { say, store } = conversation(NOTHING)
    const reply = await say('', { from: 'li', adapter: 'slack', ...file('台账.txt', SAMPLE) })
    expect(reply.text).toContain('没有权限')
    expect(store.snapshot()).toBe(NOTHING)
  })

  test.each([
    ['that cannot be read', file('台账.exe', 'MZ'), '台账.exe'],
    ['that is empty', file('台账.txt', ''), '台账.txt'],
    ['that is too large', file('台账.txt', SAMPLE, 21 * 1024 * 1024), '超过20MB'],
  ])('%s is told in a sentence, and nothing changes', async (_, upload, told) => {
    const { say, store, errors } = conversation(NOTHING)
    expect((await say('', { ...chief, ...upload })).text).toContain(told)
    expect(store.snapshot()).toBe(NOTHING)
    expect(errors).toEqual([])
  })

  test('that is long is acknowledged before it is read', async () => {
    const { say, notices } = conversation(NOTHING)
    await say('', { ...chief, ...file('长台账.txt', SAMPLE, 3 * 1024 * 1024) })
    expect(notices).toEqual([
      { whom: 'slack:chief', text: '已收到“长台账.txt”（共3.0MB），正在读取，读完后告知结果。' },
    ])
    await say('', { ...chief, ...file('短台账.txt', SAMPLE, 3 * 1024) })
    expect(notices).toHaveLength(1)
  })

  test('one that cannot be read keeps the others out as well', async () => {
    const { say, store } = conversation(NOTHING)
    const files = [
      { name: '甲.txt', size: null, ref: SAMPLE },
      { name: '乙.exe', size: null, ref: 'MZ' },
    ]
    await say('', { ...chief, more: { files } })
    expect(store.snapshot()).toBe(NOTHING)
  })
})

describe('a ledger pasted into a message', () => {
  const TABLE =
    '序号\t工作任务\t责任单位\t完成时限\n1\t修编防洪预案\t市水利局\t2024年4月底前\n2\t储备物资\t市应急管理局\t2024年5月底前'

  test('is imported under the name that announces it, or its own title', async () => {
    const { say, store } = conversation(NOTHING)
    expect((await say(`导入《防汛任务》\n${TABLE}`, chief)).text).toContain('《防汛任务》')
    expect((await say(`请导入以下台账：\n2024年抗旱任务清单\n${TABLE}`, chief)).text).toContain(
      '《2024年抗旱任务清单》',
    )
    expect(store.snapshot().ledgers.map(({ name }) => name)).toEqual(['防汛任务', '2024年抗旱任务清单'])
  })

  test.each([
    ['without a name', `导入\n${TABLE}`, '没有标题'],
    ['with a 密级标志', `导入《防汛任务》\n秘密★1年\n${TABLE}`, '没有留存'],
  ])('%s is not', async (_, text, told) => {
    const { say, store } = conversation(NOTHING)
    expect((await say(text, chief)).text).toContain(told)
    expect(store.snapshot()).toBe(NOTHING)
  })

  test('is for administrators', async () => {
    const { say } = conversation(NOTHING)
    expect((await say(`导入《防汛任务》\n${TABLE}`, { from: 'li', adapter: 'slack' })).text).toContain('没有权限')
  })

  test('is nothing else that speaks of importing', async () => {
    const { say, store } = conversation(NOTHING)
    await say('怎么导入台账', chief)
    expect(store.snapshot()).toBe(NOTHING)
  })
})

describe('what is not text', () => {
  test('gets one sentence in private', async () => {
    const reply = await conversation(NOTHING).say('', { from: 'li', more: { unreadable: 'voice' } })
    expect(reply.text).toBe('目前只能读文字和文件，请用文字说明。')
  })

  test('gets silence in a group', async () => {
    const reply = await conversation(NOTHING).say('', { from: 'li', group: true, more: { unreadable: 'sticker' } })
    expect(reply).toMatchObject({ intent: 'silent', text: '' })
  })
})
