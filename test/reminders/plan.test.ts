import { describe, expect, test } from '@jest/globals'
import { planMessages, walkMessages } from '../../src/reminders/plan.ts'
import { screenLines } from '../../src/reminders/wording/screen.ts'
import { due, ENABLED, group, input, ledger, milestone, person, settings, task } from './samples.ts'

const at = (time: string): string => `${time}:00+08:00`
const textAt = (time: string, part: Parameters<typeof input>[1] = {}): string | undefined =>
  planMessages(input(at(time), part))[0]?.text

const lines = (text: string | undefined): string[] => (text ?? '').split('\n')

describe('one reminder of one task', () => {
  test('15 days before', () => {
    expect(lines(textAt('2020-12-16T08:30'))).toEqual([
      '【工作提醒】市水务局：《河湖治理》第1项“整治城区黑臭水体”完成时限为2020年12月31日（周四），距今15天。请按进度推进，如有困难请提前反馈。',
      '回复如：进展…；申请延期；暂缓三天',
    ])
  })

  test('3 working days before, and until when to answer', () => {
    const tasks = [task({ milestones: [due('2020-12-25')] })]
    expect(lines(textAt('2020-12-22T08:30', { tasks }))).toEqual([
      '【临期提醒】市水务局：《河湖治理》第1项“整治城区黑臭水体”完成时限为2020年12月25日（周五），距完成时限还有3个工作日，尚未收到进展反馈。请于12月24日（周四）17:00前回复进展，或回复“申请延期”说明原因和预计完成时间。',
      '回复如：申请办结；申请延期',
    ])
  })

  test('on the day, and on the last working day before a free one', () => {
    expect(lines(textAt('2020-12-31T08:30'))[0]).toBe(
      '【到期提醒】市水务局：《河湖治理》第1项“整治城区黑臭水体”今日（12月31日，周四）到期。已完成的请回复“申请办结”并附佐证材料。',
    )
    const tasks = [task({ milestones: [due('2020-02-29')] })]
    expect(lines(textAt('2020-02-28T08:30', { tasks }))[0]).toContain('2月29日（周六）到期，今日为最后一个工作日。')
  })

  test('late: the fact, and until when to say why', () => {
    const tasks = [task({ milestones: [due('2020-12-22')] })]
    expect(lines(textAt('2020-12-23T08:30', { tasks }))[0]).toBe(
      '【催办】市水务局：《河湖治理》第1项“整治城区黑臭水体”已超过完成时限1天（2020年12月22日），未收到办结申请。请于12月25日（周五）前反馈办理情况、未完成原因及预计完成时间。',
    )
  })

  test('a report that comes round names its year', () => {
    const yearly = milestone({ recurs: 'yearly', due: 'XXXX-12-31', what: '上报上年度监测结果' })
    expect(lines(textAt('2020-12-16T08:30', { tasks: [task({ milestones: [yearly] })] }))[0]).toBe(
      '【定期报送】市水务局：请于2020年12月31日（周四）前报送2019年度监测结果（《河湖治理》第1项，每年一次）。',
    )
  })

  test('continuing work is asked about before the 25th', () => {
    const tasks = [task({ milestones: [milestone({ ongoing: true })] })]
    expect(planMessages(input(at('2020-12-22T08:30'), { tasks }))).toMatchObject([{ stage: 'collect', tasks: ['t1'] }])
    expect(lines(textAt('2020-12-22T08:30', { tasks }))[0]).toContain('请于12月25日（周五）前报送')
  })
})

describe('several', () => {
  const tasks = [
    task(),
    task({ no: '2', title: '建设雨水调蓄池' }),
    task({ no: '3', title: '编制节水规划', milestones: [due('2020-12-15', { what: '印发规划' })] }),
  ]

  test('are one message a person, by date, numbered', () => {
    const messages = planMessages(input(at('2020-12-16T08:30'), { tasks }))
    expect(messages).toMatchObject([
      { key: 'remind/2020-12-16/slack:U1', stage: 'digest', tasks: ['t1', 't2', 't3'], held: null, channel: 'slack' },
    ])
    // the stages that the third has passed are said with its last
    expect(lines(messages[0]?.text)).toEqual([
      '【督办提醒】市水务局〔河湖治理〕',
      '一、12月31日（周四）到期',
      '1　整治城区黑臭水体',
      '2　建设雨水调蓄池',
      '二、时限已过、未收到办结申请',
      '3　编制节水规划：印发规划（2020-12-15）',
      '回复序号看详情，或如：1 已报送；暂缓三天',
    ])
    expect(messages[0]?.reminders).toHaveLength(5)
  })

  test('what could not go out on its day is made up for in one', () => {
    const [message] = planMessages(input(at('2020-12-18T08:30'), { tasks }))
    expect(lines(message?.text).slice(0, 2)).toEqual([
      '【补发提醒】市水务局〔河湖治理〕',
      '以下提醒未能按日发出，现合并补发',
    ])
    expect(textAt('2020-12-18T08:30')).toContain('【工作提醒·补发】市水务局：')
  })

  test('of one stage keep its name', () => {
    expect(planMessages(input(at('2020-12-16T08:30'), { tasks: tasks.slice(0, 2) }))).toMatchObject([
      { stage: 'due-in-15', tasks: ['t1', 't2'] },
    ])
  })

  test('fit on a screen; what does not is counted', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      task({ no: String(n + 1), title: '一项很长的任务名称'.repeat(4) }),
    )
    const text = textAt('2020-12-16T08:30', { tasks: many })
    expect(screenLines(text ?? '')).toBeLessThanOrEqual(18)
    expect(text).toContain('另24项，回复 我的待办 看全部')
  })

  test('the working day’s first of a week shows the whole week', () => {
    const part = {
      tasks: [task({ milestones: [due('2020-12-17')] }), task({ no: '2', milestones: [due('2021-06-30')] })],
      settings: settings([ENABLED, '2020-12-05T01:00:00.000Z']),
    }
    const [message] = planMessages(input(at('2020-12-07T08:30'), part))
    expect(message?.stage).toBe('digest')
    expect(lines(message?.text)).toEqual([
      '【本周清单】市水务局〔河湖治理〕',
      '牵头2项、配合0项，需办1项',
      '12月17日（周四）到期',
      '1　整治城区黑臭水体',
      '其余1项本周不需办理',
      '回复序号看详情，或如：1 已报送；暂缓三天；要填表回复 表',
    ])
  })

  test('nothing to do, no message', () => {
    expect(planMessages(input(at('2020-12-07T08:30'), { tasks: [task({ milestones: [due('2021-06-30')] })] }))).toEqual(
      [],
    )
  })
})

describe('held back, and told', () => {
  test('a ledger that is not enabled', () => {
    const off = { settings: settings() }
    expect(planMessages(input(at('2020-12-16T08:30'), off))).toMatchObject([
      { to: 'slack:U1', channel: 'slack', held: 'not-enabled', stage: 'due-in-15' },
    ])
    // nothing of the days before would be owed
    expect(planMessages(input(at('2020-12-17T08:30'), off))).toEqual([])
  })

  test('pushing is paused', () => {
    const paused = { settings: settings(ENABLED, { what: 'pushing', on: false }) }
    expect(planMessages(input(at('2020-12-16T08:30'), paused))).toMatchObject([{ held: 'paused' }])
    const resumed = settings(ENABLED, { what: 'pushing', on: false }, { what: 'pushing', on: true })
    expect(planMessages(input(at('2020-12-17T08:30'), { settings: resumed }))).toMatchObject([{ held: null }])
  })

  test('nobody is bound: the unit by its name, and the administrators are told the same day', () => {
    const messages = planMessages(input(at('2020-12-16T08:30'), { people: [], admins: ['slack:chief'] }))
    expect(messages).toMatchObject([
      { to: '市水务局', channel: null, held: 'nobody-bound', tasks: ['t1'] },
      { to: 'slack:chief', channel: 'slack', held: null, stage: 'unreachable', tasks: ['t1'] },
    ])
    expect(messages[1]?.text).toContain('市水务局　1项')
  })

  test('never in quiet hours nor on a free day', () => {
    for (const time of [
      '2020-12-16T07:00',
      '2020-12-16T12:10',
      '2020-12-16T19:00',
      '2020-12-19T09:00',
      '2020-10-05T09:00',
    ])
      expect(planMessages(input(at(time)))).toEqual([])
  })
})

describe('a group', () => {
  const snapshot = (carries: 'public' | 'internal') => ({
    ledgers: [ledger()],
    tasks: [task(), task({ no: '2', lead: ['市财政局'], title: '安排治水资金' })],
    people: [],
    groups: [group({ carries })],
  })
  const groupText = (carries: 'public' | 'internal'): string | undefined =>
    planMessages(input(at('2020-12-16T08:30'), { snapshot: snapshot(carries) })).find(({ kind }) => kind === 'group')
      ?.text

  test('is told what is due and who leads', () => {
    expect(lines(groupText('internal'))).toEqual([
      '【督办提醒】〔河湖治理〕',
      '12月31日（周四）到期',
      '1　整治城区黑臭水体　市水务局',
      '2　安排治水资金　市财政局',
      '看详情、报进展请@本助手，如：1 已报送',
    ])
  })

  test('that may not carry an internal ledger is told numbers and dates', () => {
    expect(lines(groupText('public'))).toEqual([
      '【督办提醒】〔河湖治理〕',
      '12月31日（周四）到期2项：1、2',
      '本群只显示项数、序号和时限，详情请私聊询问',
    ])
  })
})

describe('a stretch of time', () => {
  const { now: _, ...common } = input(at('2020-12-01T00:00'))
  const walk = (from: string, to: string) => walkMessages(common, new Date(at(from)), new Date(at(to)))

  test('has each day’s messages once, in order, as if each had been sent', () => {
    expect(walk('2020-12-01T00:00', '2021-01-12T00:00').map(({ key, stage }) => [key, stage])).toEqual([
      ['remind/2020-12-16/slack:U1', 'due-in-15'],
      ['remind/2020-12-21/slack:U1', 'digest'],
      ['remind/2020-12-28/slack:U1', 'due-in-3wd'],
      ['remind/2020-12-31/slack:U1', 'due-today'],
      ['remind/2021-01-04/slack:U1', 'overdue-1wd'],
      ['remind/2021-01-11/slack:U1', 'overdue-weekly'],
    ])
  })

  test('begins and ends with its instants', () => {
    expect(walk('2020-12-16T08:31', '2020-12-16T18:00')).toHaveLength(1)
    expect(walk('2020-12-16T00:00', '2020-12-16T08:29')).toEqual([])
  })
})

test('the same input gives the same messages', () => {
  const given = input(at('2020-12-16T08:30'), { people: [person(), person({ id: 'slack:U2' })] })
  expect(planMessages(given)).toEqual(planMessages(given))
})
