import { describe, expect, test } from '@jest/globals'
import { conversation } from './helpers/conversation.ts'

const NOTHING = { ledgers: [], tasks: [], groups: [], people: [] }
const chief = { from: 'chief', adapter: 'slack' }

const table = (rows: readonly string[]): string =>
  ['导入《2024年供热保障任务清单》', '序号\t工作任务\t牵头单位\t配合单位\t完成时限', ...rows].join('\n')

const PIPES = '1\t更换老旧供热管网\t市住建局\t市财政局\t2024年9月底前'
const COAL = '2\t落实煤炭储备\t市发展改革委\t市国资委\t2024年10月15日前'
const DRILL = '3\t组织供热应急演练\t市应急局\t市住建局\t2024年10月底前'
const FIRST = table([PIPES, COAL, DRILL])
const REVISED = table([
  '1\t更换老旧供热管网\t市住建局\t市财政局\t2024年8月底前',
  COAL,
  '3\t开通供热服务热线\t市城管局\t\t2024年11月1日前',
])

const opened = async () => {
  const talk = conversation(NOTHING)
  await talk.say(FIRST, chief)
  return talk
}

describe('a revised document', () => {
  test('is shown as added, changed and removed, and applied only after 确认', async () => {
    const { say, store } = await opened()
    const before = store.snapshot()
    const reply = await say(REVISED, chief)
    expect(reply.needs).toBe('confirmation')
    expect(reply.text).toContain('新增1项\n  第3项 开通供热服务热线')
    expect(reply.text).toContain('变更1项\n  第1项 更换老旧供热管网：时限由“2024年9月底前”改为“2024年8月底前”')
    expect(reply.text).toContain('移除1项\n  第3项 组织供热应急演练')
    expect(store.snapshot()).toBe(before)
    expect((await say('确认', chief)).text).toContain('新增1、变更1、移除1')
    expect(store.snapshot().tasks.map(({ content }) => content)).toEqual([
      '更换老旧供热管网',
      '落实煤炭储备',
      '开通供热服务热线',
    ])
  })

  test('is dropped by 取消, and not applied by somebody else', async () => {
    const { say, store } = await opened()
    const before = store.snapshot()
    await say(REVISED, chief)
    await say('确认', { from: 'li', adapter: 'slack' })
    expect(store.snapshot()).toBe(before)
    expect((await say('取消', chief)).text).toContain('没有改动')
    expect((await say('确认', chief)).text).not.toContain('新增')
    expect(store.snapshot()).toBe(before)
  })

  test('that is the same asks for nothing', async () => {
    const { say } = await opened()
    const reply = await say(FIRST, chief)
    expect([reply.needs, reply.text.includes('新增0、变更0、移除0')]).toEqual([null, true])
  })

  test('keeps what was corrected in a message, and shows document, ledger and correction', async () => {
    const { say, store } = await opened()
    await say('第1项时限改为2024年7月31日', chief)
    await say('确认', chief)
    const reply = await say(REVISED, chief)
    expect(reply.text).toContain('保留对话中的更正1项')
    expect(reply.text).toMatch(
      /第1项 时限：新文件“2024年8月底前”，原文件“2024年9月底前”，对话更正为“[^”]*7月31日[^”]*”/u,
    )
    await say('确认', chief)
    expect(store.snapshot().tasks[0]?.milestones.map(({ due }) => due)).toEqual(['2024-07-31'])
    expect(Object.keys(store.snapshot().tasks[0]?.edited ?? {})).toContain('milestones')
  })

  test('that has come to say the same leaves no correction to be kept', async () => {
    const { say, store } = await opened()
    await say('第2项牵头单位改为市国资委', chief)
    await say('确认', chief)
    await say(table([PIPES, '2\t落实煤炭储备\t市国资委\t\t2024年10月15日前', DRILL]), chief)
    await say('确认', chief)
    const [, coal] = store.snapshot().tasks
    expect([coal?.lead, coal?.cooperating, coal?.edited]).toEqual([['市国资委'], [], undefined])
  })

  test('does not take away what was added by message', async () => {
    const { say, store } = await opened()
    await say('新增任务：排查供热锅炉隐患，牵头市市场监管局，2024年9月底前完成', chief)
    await say('确认', chief)
    const reply = await say(table([PIPES, COAL, DRILL, '4\t公布供热质量投诉\t市住建局\t\t2024年12月底前']), chief)
    expect(reply.text).not.toContain('移除')
    await say('确认', chief)
    const { tasks } = store.snapshot()
    expect(tasks.map(({ content }) => content)).toContain('公布供热质量投诉')
    expect(tasks.at(-1)).toMatchObject({ no: '新增1', added: {} })
    expect(new Set(tasks.map(({ no }) => no)).size).toBe(5)
  })
})

describe('taking the last import back', () => {
  test('restores tasks that were changed and removed, in their order', async () => {
    const { say, store } = await opened()
    const { tasks, ledgers } = store.snapshot()
    await say(REVISED, chief)
    await say('确认', chief)
    expect((await say('撤销导入', chief)).needs).toBe('confirmation')
    expect((await say('确认', chief)).text).toContain('已撤销《2024年供热保障任务清单》的导入')
    expect(store.snapshot().tasks).toEqual(tasks)
    expect(store.snapshot().ledgers).toEqual(ledgers)
  })

  test('takes a ledger away that it brought; then there is nothing left to take back', async () => {
    const { say, store } = await opened()
    await say('撤销导入', chief)
    await say('确认', chief)
    expect(store.snapshot()).toMatchObject({ ledgers: [], tasks: [] })
    expect((await say('撤销导入', chief)).text).toBe('没有可以撤销的导入。')
  })

  test('is refused once something has been reported on it', async () => {
    const { say, store } = await opened()
    await say('第2项已完成60%', chief)
    await say('确认', chief)
    const reply = await say('撤销导入', chief)
    expect(reply.needs).toBeNull()
    expect(reply.text).toContain('落实煤炭储备')
    expect(store.snapshot().tasks).toHaveLength(3)
  })

  test('is the 督查室’s alone', async () => {
    const { say, store } = await opened()
    await say('撤销导入', { from: 'li', adapter: 'slack' })
    await say('确认', { from: 'li', adapter: 'slack' })
    expect(store.snapshot().tasks).toHaveLength(3)
  })
})
