import { describe, expect, test } from '@jest/globals'
import type { Person } from '../../src/domain/index.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const liaison: Person = {
  id: 'slack:yi',
  name: '联络员乙',
  role: 'liaison',
  units: ['市体育局'],
  state: 'active',
  since: '2020-01-01T00:00:00.000Z',
  deputies: [],
}
const begun = () => conversation({ ...sampleLedger('北京医改23项.txt'), people: [liaison] })

describe('the history of a task', () => {
  test('tells who has done what when, with what before and after', async () => {
    const { say } = begun()
    await say('第3项完成30%')
    await say('第3项牵头单位改为市体育局')
    await say('确认')
    const { text, tasks } = await say('第3项的进展历史')
    expect(tasks.map(({ no }) => no)).toEqual(['3'])
    expect(text).toContain('共2条')
    expect(text).toContain('督查室 报送：完成30%（状态：未报进展 → 进行中；进度：0% → 30%）')
    expect(text).toContain('牵头：市财政局 → 市体育局')
  })

  test('shows the words in private only, and nothing to whom the task does not concern', async () => {
    const { say } = begun()
    await say('第3项已拨付三千万元，完成30%')
    const group = await say('第3项变更记录', { group: true, conversation: 'g' })
    expect(group.text).toContain('进度：0% → 30%')
    expect(group.text).not.toContain('三千万')
    const stranger = await say('第3项变更记录', { from: 'yi', adapter: 'slack', conversation: 'yi' })
    expect(stranger.text).toContain('没有权限')
  })

  test('has reads of phones in it, for administrators', async () => {
    const { say } = conversation(sampleLedger('吉林医改施工图55项.txt'))
    const chief = { from: 'chief', adapter: 'slack', conversation: 'c' }
    await say('（十一）的联络员电话', chief)
    expect((await say('（十一）的变更记录')).text).toContain('slack:chief 查看电话全号')
  })
})

describe('what is new', () => {
  test('is what was 办结 in the time asked about, and was not taken back', async () => {
    const { say } = begun()
    await say('第3项已完成')
    await say('确认')
    await say('第5项已完成')
    await say('确认')
    await say('撤回')
    const { tasks, text } = await say('本周新办结')
    expect(tasks.map(({ no }) => no)).toEqual(['3'])
    expect(text).toContain('本周（2019年12月30日至1月5日）新办结1项')
    expect((await say('上周新办结了几项')).tasks).toEqual([])
  })
})

describe('a 周报', () => {
  test('adds up, keeps the ledger’s order and accuses nobody', async () => {
    const { say } = begun()
    await say('第5项已完成')
    await say('确认')
    const { text } = await say('生成督查周报')
    const parts = [...(/共23项任务，其中(.*)，办结率/.exec(text)?.[1] ?? '').matchAll(/(\d+)项/g)]
    expect(parts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(23)
    expect(text).toContain('以上为草稿')
    expect(text).not.toMatch(/逾期|违规|拖延|最差|排名/)
  })

  test('is drafted for the 督查室 and leaders, in private', async () => {
    const { say } = begun()
    const from = { from: 'yi', adapter: 'slack', conversation: 'yi' }
    expect((await say('生成督查周报', from)).text).toContain('没有权限')
    expect((await say('生成督查周报', { group: true, conversation: 'g' })).text).toContain('请私聊')
  })
})
