import { expect, test } from '@jest/globals'
import type { Person } from '../../src/domain/index.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const person = (state: Person['state'], more: Partial<Person> = {}): Person =>
  boundPerson('li', '市财政局', { name: '联络员甲', state, ...more })
const asks = (people: readonly Person[], text = '我是谁') =>
  conversation({ ...sampleLedger('北京医改23项.txt'), people }).say(text, { adapter: 'slack', from: 'li' })

test('the unit, the post, and what they allow', async () => {
  expect((await asks([person('active')])).text).toMatch(
    /^您是：市财政局 联络员 联络员甲\n可以：查询任务；.*报送进展、申请办结和延期（本单位牵头的）/,
  )
  expect((await asks([person('active')], '我有什么权限')).text).not.toContain('审核办结')
})

test.each(['我是谁', '我绑定了吗', '我的绑定通过了没有'])('%s, before it is approved', async (text) => {
  expect(await asks([person('asked')], text)).toMatchObject({ intent: 'who-am-i', needs: 'identity' })
  expect((await asks([person('asked')], text)).text).toContain('等管理员审核')
  expect((await asks([], text)).text).toContain('还没有绑定')
  expect((await asks([person('disabled')], text)).text).toContain('停用')
})

test('whom one stands in for', async () => {
  const deputies = [{ person: 'slack:li', from: '2020-01-01', until: '2020-01-31' }]
  const absent = person('active', { id: 'slack:yi', name: '联络员乙', deputies })
  expect((await asks([person('active'), absent])).text).toContain('现代联络员乙报送')
})
