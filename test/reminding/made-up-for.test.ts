import { describe, expect, test } from '@jest/globals'
import type { Setting } from '../../src/reminders/settings.ts'
import { settingEntry } from '../../src/reminders/settings.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { due, ENABLED, ledger, person, task } from '../reminders/samples.ts'
import { isReminder, opened } from './opened.ts'

const remindersTo = (posts: readonly { to: { id: string }; text: string }[], id: string): string[] =>
  posts.filter(({ to, text }) => to.id === id && isReminder(text)).map(({ text }) => text)
const firstLines = (texts: readonly string[]): string[] => texts.map((text) => text.split('\n')[0] ?? '')

describe('a Monday on which nothing ran', () => {
  // 14 and 21 December 2020 were Mondays
  const tasks = [
    task({ milestones: [due('2020-12-25')] }),
    task({ no: '2', title: '建设雨水调蓄池', milestones: [due('2021-01-04')] }),
  ]

  /** An office that ran until Friday the 18th, and then again from a moment on. */
  const downUntil = async (moment: string, given: Parameters<typeof opened>[1] = {}) => {
    const first = await opened('2020-12-14T08:31', { tasks, ...given })
    await first.pass(2)
    await first.jump('2020-12-18T17:00')
    await first.stop()
    return opened(moment, { ...given, store: first.store })
  }

  test('its digest comes on the next working day, as one message that says so, and once', async () => {
    const { channel, pass, jump } = await downUntil('2020-12-22T08:31')
    await pass(3)
    const [digest, ...others] = remindersTo(channel.attempts, 'U1')
    expect(others).toEqual([])
    expect(digest).toContain('【本周清单·补发】市水务局〔河湖治理〕')
    expect(digest).toContain('12月21日（周一）的清单未能按日发出，现补发')
    expect(digest).toContain('建设雨水调蓄池')
    await jump('2020-12-23T08:31')
    await pass(12)
    expect(firstLines(remindersTo(channel.attempts, 'U1').slice(1)).some((line) => line.includes('清单'))).toBe(false)
  })

  test('whoever had nothing to be told on it gets none later in the week', async () => {
    const later = [task({ milestones: [due('2021-01-07')] })]
    const { channel, jump } = await downUntil('2020-12-22T08:31', { tasks: later })
    await jump('2020-12-24T08:31')
    expect(remindersTo(channel.attempts, 'U1').filter((text) => text.includes('清单'))).toEqual([])
  })

  test('a digest that was held back all Monday comes on Tuesday', async () => {
    const { channel, pass, jump, wish } = await downUntil('2020-12-21T08:00')
    await wish({ what: 'pushing', on: false }, 'off')
    await jump('2020-12-21T18:00')
    await wish({ what: 'pushing', on: true }, 'on')
    await jump('2020-12-22T08:31')
    await pass(2)
    expect(firstLines(remindersTo(channel.attempts, 'U1'))).toEqual(['【本周清单·补发】市水务局〔河湖治理〕'])
  })

  test('a Monday that was kept leaves the week as it was', async () => {
    const first = await opened('2020-12-21T08:31', { tasks })
    await first.pass(2)
    expect(firstLines(remindersTo(first.channel.attempts, 'U1'))).toEqual(['【本周清单】市水务局〔河湖治理〕'])
    await first.jump('2020-12-23T09:00')
    await first.jump('2020-12-24T09:00')
    expect(remindersTo(first.channel.attempts, 'U1').filter((text) => text.includes('清单'))).toHaveLength(1)
  })

  test('the leaders’ is drafted on the next working day', async () => {
    const people = [person(), person({ id: 'slack:BOSS', name: '领导丙', role: 'leader', units: [] })]
    const wishes: Setting[] = [ENABLED, { what: 'weekly', whom: 'slack:BOSS', on: true }]
    const { channel, pass, jump } = await downUntil('2020-12-22T08:31', { people, wishes })
    await pass(2)
    const drafts = () => channel.attempts.filter(({ text }) => text.startsWith('【待发送】'))
    expect(drafts()).toHaveLength(1)
    await jump('2020-12-23T09:00')
    expect(drafts()).toHaveLength(1)
  })
})

describe('a second ledger that is enabled after the day’s message went out', () => {
  const second = ledger({ id: 'road', name: '2020年道路养护任务分工表', short: '道路养护' })
  const tasks = [task(), task({ id: 'r1', ledgerId: 'road', title: '修补破损路面', milestones: [due('2020-12-31')] })]

  test('sends no second message that day and loses nothing', async () => {
    const store = memoryStore({ ledgers: [ledger(), second], tasks, people: [person()], groups: [] })
    await store.append(settingEntry(ENABLED, null, 'w0', '2020-01-02T01:00:00.000Z'))
    const { channel, pass, jump, say } = await opened('2020-12-16T08:30', { store })
    expect(remindersTo(channel.attempts, 'U1')).toHaveLength(1)
    expect(await say('CHIEF', '预览提醒 道路养护')).toContain('修补破损路面')
    expect(await say('CHIEF', '启用')).toContain('已启用〔道路养护〕的提醒')
    await pass(30)
    expect(remindersTo(channel.attempts, 'U1')).toHaveLength(1)
    await jump('2020-12-17T08:31')
    await pass(15)
    const [first, next, ...others] = remindersTo(channel.attempts, 'U1')
    expect(first).toContain('整治城区黑臭水体')
    expect(next).toContain('修补破损路面')
    expect(next).not.toContain('整治城区黑臭水体')
    expect(others).toEqual([])
  })
})

describe('after 暂缓三天', () => {
  const tasks = [
    task({ no: '3', milestones: [due('2020-12-31')] }),
    task({ no: '7', title: '建设雨水调蓄池', milestones: [due('2020-12-31')] }),
  ]

  test('what was put off comes back on the day that was named, said plainly, and once', async () => {
    const { say, channel, pass, jump } = await opened('2020-12-16T08:30', { tasks })
    expect(await say('U1', '第3项暂缓三天')).toContain('第3项暂缓3天，12月21日（周一）起照常提醒')
    await jump('2020-12-18T08:31')
    await jump('2020-12-20T09:00')
    expect(remindersTo(channel.attempts, 'U1')).toHaveLength(1)
    await jump('2020-12-21T08:31')
    await pass(12)
    await jump('2020-12-22T08:31')
    await pass(12)
    const [, back, ...others] = remindersTo(channel.attempts, 'U1')
    expect(others).toEqual([])
    expect(back).toContain('含暂缓期满、恢复提醒的事项')
    expect(back).toContain('整治城区黑臭水体')
  })

  test('of one task alone, and with what fell due meanwhile', async () => {
    const own = [task({ no: '3', milestones: [due('2020-12-18')] })]
    const { say, channel, jump } = await opened('2020-12-15T08:30', { tasks: own })
    expect(await say('U1', '第3项暂缓三天')).toContain('期间第3项到期，请留意')
    await jump('2020-12-21T08:31')
    const back = remindersTo(channel.attempts, 'U1').at(-1)
    expect(back).toContain('整治城区黑臭水体')
    expect(back).toContain('暂缓期满')
  })

  test('whoever has reported meanwhile is not asked again', async () => {
    const { say, channel, jump } = await opened('2020-12-16T08:30', { tasks })
    await say('U1', '第3项暂缓两天')
    await jump('2020-12-17T09:00')
    await say('U1', '第3项正在清淤')
    await say('U1', '确认')
    await jump('2020-12-19T09:00')
    await jump('2020-12-21T18:00')
    expect(
      remindersTo(channel.attempts, 'U1')
        .slice(1)
        .filter((text) => text.includes('暂缓期满')),
    ).toEqual([])
  })
})
