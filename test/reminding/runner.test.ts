import { describe, expect, test } from '@jest/globals'
import { SendError } from '../../src/adapter.ts'
import { ENDED, outgoingOf, PLANNED } from '../../src/reminders/records.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { scriptedChannel } from '../helpers/scripted-channel.ts'
import { due, ENABLED, ledger, milestone, person, task } from '../reminders/samples.ts'
import { office } from './office.ts'
import { opened } from './opened.ts'

const titles = (texts: readonly string[]): string[] => texts.map((text) => text.split('\n')[0]?.slice(0, 30) ?? '')
const failing = (outcome: SendError['outcome'], until: () => boolean) =>
  scriptedChannel('slack', async () => {
    if (!until()) throw new SendError(outcome, 'not now')
  })

describe('what is owed', () => {
  test('is written down, sent and marked, once, however often it ticks', async () => {
    const { arrived, store, pass, state } = await opened('2020-12-16T08:29')
    expect(arrived()).toEqual([])
    await pass(5)
    expect(arrived()).toHaveLength(1)
    expect(store.entries(PLANNED)).toHaveLength(1)
    expect(store.entries(ENDED).map(({ body }) => body)).toEqual([{ key: 'remind/2020-12-16/slack:U1', failed: null }])
    expect(state()).toMatchObject({ sent: 1, pending: 0, missed: 0 })
  })

  test('is not sent again by another process on the same store', async () => {
    const first = await opened('2020-12-16T08:30')
    await first.stop()
    const second = await opened('2020-12-16T08:35', { store: first.store })
    await second.pass(2)
    expect([...first.arrived(), ...second.arrived()]).toHaveLength(1)
  })

  test('of a ledger that is not enabled stays where it is', async () => {
    const { arrived, pass } = await opened('2020-12-16T08:30', { wishes: [] })
    await pass(3)
    expect(arrived()).toEqual([])
  })

  test('that was written down and no more goes out at the next start', async () => {
    const dying = memoryStore({ ledgers: [ledger()], tasks: [task()], people: [person()], groups: [] })
    let dead = false
    const store = {
      ...dying,
      append: async (entry: Parameters<typeof dying.append>[0]) => {
        if (dead) return new Promise<void>(() => {})
        await dying.append(entry)
        dead = entry.kind === PLANNED
      },
    }
    await dying.append({
      kind: 'reminder-setting',
      at: '2020-01-02T01:00:00.000Z',
      body: { by: null, message: 'm', set: ENABLED },
    })
    const first = await office('2020-12-16T08:30', { store })
    expect(first.arrived()).toEqual([])
    const second = await opened('2020-12-16T08:40', { store: dying })
    expect(titles(second.arrived())).toEqual(['【工作提醒】市水务局：《河湖治理》第1项“整治城区黑臭水体”'])
    expect(outgoingOf(dying)).toMatchObject([{ ended: { failed: null } }])
  })
})

describe('a stop', () => {
  const tasks = [
    task({ milestones: [due('2020-12-18')] }),
    task({ no: '2', title: '建设雨水调蓄池', milestones: [due('2020-12-21')] }),
  ]

  test.each([
    ['of a minute', '2020-12-15T08:31', 0],
    ['of three days', '2020-12-18T08:31', 1],
  ])('%s is made up for in one message', async (_, until, late) => {
    const first = await opened('2020-12-14T17:00', { tasks })
    await first.stop()
    const second = await opened(until, { store: first.store })
    await second.pass(3)
    expect(second.arrived()).toHaveLength(1)
    expect(second.arrived()[0]?.includes('补发')).toBe(late === 1)
  })

  test('of thirty days: one message, and what is too old is counted and told', async () => {
    const weekly = task({
      no: '3',
      milestones: [milestone({ recurs: 'weekly', due: null, anchor: '2020-11-20' } as object)],
    })
    const first = await opened('2020-11-10T09:00', { tasks: [...tasks, weekly] })
    await first.stop()
    const second = await opened('2020-12-18T09:00', { store: first.store })
    await second.pass(3)
    const told = second.arrived().filter((text) => text.startsWith('【提醒漏发】'))
    const sent = second.arrived().filter((text) => !text.startsWith('【提醒漏发】'))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toContain('补发提醒')
    expect(second.state().missed > 0).toBe(told.length === 1)
  })
})

describe('hours', () => {
  test('what could not be sent before noon waits for the afternoon', async () => {
    let up = false
    const channel = failing('not-sent', () => up)
    const { pass, jump, arrived } = await opened('2020-12-16T11:58', { channel })
    await pass(3)
    up = true
    await pass(20)
    expect(arrived()).toEqual([])
    await jump('2020-12-16T13:30')
    await pass(2)
    expect(arrived()).toHaveLength(1)
  })

  test('what could not be sent all day is said anew the next working day, as one', async () => {
    let up = false
    const channel = failing('not-sent', () => up)
    const { pass, jump, arrived } = await opened('2020-12-16T17:20', { channel })
    await pass(20)
    up = true
    await jump('2020-12-16T20:00')
    await pass(5)
    expect(arrived().filter((text) => !text.includes('未送达'))).toEqual([])
    await jump('2020-12-17T08:30')
    await pass(2)
    expect(titles(arrived().filter((text) => !text.includes('未送达')))).toEqual([
      '【工作提醒·补发】市水务局：《河湖治理》第1项“整治城区黑臭',
    ])
  })

  test('an answer does not wait for a reminder', async () => {
    let up = false
    const channel = scriptedChannel('slack', async ({ to }) => {
      if (to.id === 'U1' && !up) throw new SendError('not-sent', 'not now')
    })
    const { say, pass, arrived } = await opened('2020-12-16T11:59', { channel })
    await pass(2)
    expect(await say('U1', '帮助', { conversation: { adapter: 'slack', id: 'U1', kind: 'direct' } })).not.toBeNull()
    up = true
    await pass(2)
    expect(arrived()).toHaveLength(1)
  })
})

describe('pushing that is paused', () => {
  test('sends nothing, not even what is under way, and resumes with one message', async () => {
    let up = false
    const channel = failing('not-sent', () => up)
    const tasks = [task(), task({ no: '2', title: '建设雨水调蓄池', milestones: [due('2021-01-02')] })]
    const { pass, jump, wish, arrived } = await opened('2020-12-16T08:30', { channel, tasks })
    await wish({ what: 'pushing', on: false }, 'p1')
    up = true
    await pass(10)
    await jump('2020-12-18T08:30')
    expect(arrived().filter((text) => text.startsWith('【工作提醒'))).toEqual([])
    await wish({ what: 'pushing', on: true }, 'p2')
    await pass(3)
    expect(titles(arrived().filter((text) => !text.includes('未送达')))).toEqual(['【补发提醒】市水务局〔河湖治理〕'])
  })
})

describe('who cannot be reached', () => {
  test('is told to the administrators the same day, and not tried again that day', async () => {
    const channel = scriptedChannel('slack', async ({ to }) => {
      if (to.id === 'U1') throw new SendError('refused', 'account_inactive')
    })
    const { pass, arrived, channel: slack } = await opened('2020-12-16T08:30', { channel })
    await pass(30)
    expect(arrived()).toEqual([
      '【提醒未送达】以下1人今日的提醒没有送达：\n市水务局联络员甲　1项　平台不收：account_inactive',
    ])
    expect(slack.attempts.filter(({ to }) => to.id === 'U1')).toHaveLength(1)
  })

  test('a unit that nobody is bound to is told once', async () => {
    const { pass, jump, arrived } = await opened('2020-12-16T08:30', { people: [] })
    await pass(3)
    await jump('2020-12-17T08:30')
    await pass(3)
    expect(arrived()).toHaveLength(1)
    expect(arrived()[0]).toContain('市水务局　1项')
  })

  test('a channel that is not configured is no way to anybody', async () => {
    const { pass, arrived } = await opened('2020-12-16T08:30', { people: [person({ id: 'wechat:w1' })] })
    await pass(3)
    expect(arrived()).toEqual(['【提醒未送达】以下1人今日的提醒没有送达：\n市水务局联络员甲　1项　所在渠道没有启用'])
  })
})

test('a clock set back an hour, and forward, sends nothing twice and loses nothing', async () => {
  const { pass, jump, arrived } = await opened('2020-12-16T08:31')
  await pass(2)
  await jump('2020-12-16T07:40')
  await pass(2)
  await jump('2020-12-16T08:40')
  await jump('2020-12-16T09:40')
  await pass(2)
  expect(arrived()).toHaveLength(1)
})

test('holidays that are not known are told once', async () => {
  const tasks = [task({ milestones: [due('2040-12-31')] })]
  const { pass, arrived } = await opened('2040-12-17T08:30', { tasks })
  await pass(12)
  expect(arrived().filter((text) => text.includes('没有2040、2041年的放假安排'))).toHaveLength(1)
})

test('whether a ledger that has run out is still worked on is asked once', async () => {
  const tasks = [task({ milestones: [due('2018-12-31')] })]
  const { pass, jump, arrived } = await opened('2020-12-16T08:30', { tasks, wishes: [] })
  await pass(3)
  await jump('2020-12-17T09:00')
  expect(arrived()).toEqual([
    '〔河湖治理〕的时限最晚是2018年12月31日，都已过90天以上，没有启用提醒。还在办理吗？在办或要归档，请回复：预览提醒 河湖治理。不回复就不提醒。',
  ])
})

test('the figures of the metrics', async () => {
  const { pass, state } = await opened('2020-12-16T08:30')
  await pass(1)
  expect(state()).toEqual({ sent: 1, pending: 0, missed: 0, lastTickAt: Date.parse('2020-12-16T08:31:00+08:00') })
})
