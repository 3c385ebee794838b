import { expect, test } from '@jest/globals'
import { ADMINISTRATORS, createNotify } from '../../src/delivery/notices.ts'
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
  await notify('wechat:wxid_a:b', '已通过', 'k')
  expect(pushed).toEqual(['wechat/wxid_a:b direct 已通过 k wechat:wxid_a:b'])
})

test('administrators are those of the configuration and those bound, each once', async () => {
  const { notify, pushed } = notices([
    person('slack:U1', {}),
    person('slack:U2', {}),
    person('slack:U3', { role: 'liaison' }),
    person('slack:U4', { state: 'disabled' }),
  ])
  await notify(ADMINISTRATORS, '待审核', 'k')
  expect(pushed.map((line) => line.split(' ')[0])).toEqual(['slack/U1', 'wechat/wxid_a:b', 'slack/U2'])
})

test('whom no channel reaches is told nothing', async () => {
  const { notify, pushed } = notices()
  await notify('terminal:li', '已通过', 'k')
  expect(pushed).toEqual([])
})
