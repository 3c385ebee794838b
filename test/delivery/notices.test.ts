import { expect, test } from '@jest/globals'
import { ADMINISTRATORS, createNotify, createWelcome } from '../../src/delivery/notices.ts'
import type { Person } from '../../src/domain/index.ts'

const person = (id: string, change: Partial<Person>): Person => ({
  id,
  name: '',
  role: 'administrator',
  units: [],
  state: 'active',
  since: '2020-01-01T00:00:00Z',
  deputies: [],
  ...change,
})

const notices = (people: readonly Person[] = []) => {
  const pushed: string[] = []
  const notify = createNotify({
    push: async (to, { text }, key) => void pushed.push(`${to.adapter}/${to.id} ${to.kind} ${text} ${key}`),
    admins: ['slack:U1', 'wechat:wxid_a:b'],
    people: () => people,
    channels: new Set(['slack', 'wechat']),
  })
  return { notify, pushed }
}

test('a person is told on their own channel', async () => {
  const { notify, pushed } = notices()
  await notify('wechat:wxid_a:b', { text: '已通过' }, 'k')
  expect(pushed).toEqual(['wechat/wxid_a:b direct 已通过 k wechat:wxid_a:b'])
})

test('administrators are those of the configuration and those bound, each once', async () => {
  const { notify, pushed } = notices([
    person('slack:U1', {}),
    person('slack:U2', {}),
    person('slack:U3', { role: 'liaison' }),
    person('slack:U4', { state: 'disabled' }),
  ])
  await notify(ADMINISTRATORS, { text: '待审核' }, 'k')
  expect(pushed.map((line) => line.split(' ')[0])).toEqual(['slack/U1', 'wechat/wxid_a:b', 'slack/U2'])
})

test('whom no channel reaches is told nothing', async () => {
  const { notify, pushed } = notices()
  await notify('terminal:li', { text: '已通过' }, 'k')
  expect(pushed).toEqual([])
})

test('somebody new is greeted once, and the administrators are told', async () => {
  const { notify, pushed } = notices()
  await createWelcome(notify)('wechat:duban-7k3m9x2q', '王某')
  expect(pushed[0]).toMatch(
    /^wechat\/duban-7k3m9x2q direct 您好.*绑定单位.* welcome\/wechat:duban-7k3m9x2q wechat:duban-7k3m9x2q$/,
  )
  expect(pushed.slice(1).map((line) => line.split(' ')[0])).toEqual(['slack/U1', 'wechat/wxid_a:b'])
  expect(pushed[1]).toContain('自称“王某”')
})
