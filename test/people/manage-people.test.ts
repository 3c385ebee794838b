import { describe, expect, test } from '@jest/globals'
import { CHANGE, type Change, type Person } from '../../src/domain/index.ts'
import { readManagement } from '../../src/people/read-management.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const person = (id: string, name: string, unit: string, more: Partial<Person> = {}): Person =>
  boundPerson(id, unit, { id, name, ...more })

const office = () => {
  const talk = conversation({
    ...sampleLedger('北京医改23项.txt'),
    people: [
      person('slack:jia', '甲', '市财政局'),
      person('wechat:jia', '甲', '市财政局'),
      person('slack:yi', '乙', '市体育局'),
    ],
  })
  const as = (id: string) => {
    const [adapter = '', from = ''] = id.split(':')
    return (text: string, at?: string) =>
      talk.say(text, { adapter, from, conversation: id, ...(at === undefined ? {} : { at }) })
  }
  const changes = () => talk.store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
  return { ...talk, as, changes }
}

describe('停用', () => {
  test('ends access on every channel at once, once it is confirmed, and can be given back', async () => {
    const { say, as, changes } = office()
    expect((await say('停用联络员甲')).text).toContain('slack、wechat')
    expect((await as('wechat:jia')('第3项进度30%')).text).toContain('已记')
    await say('停用联络员甲')
    await say('确认')
    for (const id of ['slack:jia', 'wechat:jia']) expect((await as(id)('第3项进度40%')).text).toContain('停用')
    expect(changes().at(-1)).toMatchObject({ action: 'disable', rows: [{ id: 'slack:jia' }, { id: 'wechat:jia' }] })
    await say('恢复联络员甲的权限')
    await say('确认')
    expect((await as('slack:jia')('第3项进度40%', '2020-01-05T09:05:00+08:00')).text).toContain('已记')
  })

  test('is told to the administrators, with who has done it, and ends what was waited for', async () => {
    const { say, as, told, store } = office()
    await as('slack:jia')('第3项已完成，申请办结')
    await say('停用联络员甲')
    await say('确认')
    expect(told.at(-1)).toMatchObject({ whom: 'administrators' })
    expect(told.at(-1)?.text).toContain('已停用：市财政局 联络员 甲（渠道：slack、wechat），由督查室办理')
    await say('恢复联络员甲的权限')
    await say('确认')
    expect((await as('slack:jia')('确认', '2020-01-05T09:05:00+08:00')).text).not.toContain('已登记')
    expect(store.snapshot().tasks.find(({ no }) => no === '3')?.request ?? null).toBeNull()
  })

  test('is for administrators', async () => {
    const { as, changes } = office()
    expect((await as('slack:yi')('停用联络员甲')).text).toContain('没有权限')
    await as('slack:yi')('确认')
    expect(changes()).toEqual([])
  })
})

test('a deputy reports for somebody within the time, and not after it', async () => {
  const { say, as, told } = office()
  expect((await as('slack:yi')('第3项进度30%')).text).toContain('没有登记')
  expect((await say('联络员甲1月5日到1月10日出差，由联络员乙代')).text).toContain('已安排')
  expect(told.map(({ whom }) => whom)).toContain('slack:yi')
  expect((await as('slack:yi')('第3项进度30%')).text).toContain('已记')
  expect((await as('slack:yi')('第3项进度50%', '2020-01-11T09:00:00+08:00')).text).toContain('没有登记')
})

test('a role is changed once it is confirmed', async () => {
  const { say, store } = office()
  await say('把联络员乙设为单位领导')
  await say('确认')
  expect(store.snapshot().people.find(({ id }) => id === 'slack:yi')?.role).toBe('leader')
})

test('who is bound is listed in private only', async () => {
  const { say } = office()
  expect((await say('绑定名单')).text).toContain('市体育局 联络员 乙')
  expect((await say('绑定名单', { group: true, conversation: 'g' })).text).toBe('绑定名单请私聊查看。')
})

test.each([
  '停用提醒',
  '恢复办理第3项',
  '第3项牵头单位改为市财政局',
  '谁能停用联络员',
  '取消',
  '我出差，这两周找联络员乙代',
])('%s is not about other people’s access', (text) => {
  expect(readManagement(text)).toBeNull()
})

describe('who is bound', () => {
  test.each(['现在绑定了哪些人', '都有谁绑定了', '系统里有哪些联络员', '哪些单位还没有人绑定', '管理员是谁'])(
    '%s',
    async (text) => {
      const { say } = office()
      const { intent, text: told } = await say(text)
      expect(intent).toBe('manage-people')
      expect(told).toContain('绑定3人')
      expect(told).toMatch(/尚无人绑定的牵头单位：(?!.*市财政局).*市医保局/)
    },
  )

  test.each(['有谁申请绑定', '有没有要审批的', '申请延期的有哪些', '正在审核的有哪些'])('%s', async (text) => {
    const { say } = office()
    expect(await say(text)).toMatchObject({ intent: 'approve', text: '没有待审核的申请。' })
  })
})
