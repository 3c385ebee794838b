import { describe, expect, test } from '@jest/globals'
import { RECALLED, RECEIPT } from '../../src/reminders/records.ts'
import { scriptedChannel } from '../helpers/scripted-channel.ts'
import { due, person, task } from '../reminders/samples.ts'
import { isReminder, opened } from './opened.ts'

const TWO = [
  task({ no: '3', title: '整治城区黑臭水体', milestones: [due('2020-12-31')] }),
  task({ no: '7', title: '建设雨水调蓄池', milestones: [due('2020-12-31')] }),
]

describe('start and stop', () => {
  test('nothing goes out before the next seven days have been seen and 启用 answered', async () => {
    const { say, arrived, pass } = await opened('2020-12-16T09:00', { wishes: [], tasks: TWO })
    await pass(2)
    expect(arrived()).toEqual([])
    const preview = await say('CHIEF', '预览提醒')
    expect(preview).toContain('【预览提醒】〔河湖治理〕12月16日（周三）至12月22日（周二）')
    expect(preview).toContain('核对无误请回复 启用')
    expect(await say('CHIEF', '启用')).toContain('已启用〔河湖治理〕的提醒')
    await pass(1)
    expect(arrived().filter(isReminder)).toHaveLength(1)
  })

  test('确认 is as good as 启用, and 取消 leaves all as it was', async () => {
    const { say, store } = await opened('2020-12-16T09:00', { wishes: [], tasks: TWO })
    await say('CHIEF', '启用提醒')
    expect(await say('CHIEF', '取消')).toBe('没有启用。')
    await say('CHIEF', '启用提醒')
    expect(await say('CHIEF', '确认')).toContain('已启用')
    expect(store.entries('reminder-setting')).toHaveLength(1)
  })

  test('only administrators start and stop', async () => {
    const { say, store } = await opened('2020-12-16T09:00', { wishes: [] })
    expect(await say('U1', '暂停推送')).toContain('由督查室暂停')
    for (const text of ['预览提醒', '恢复推送', '撤回刚才那批', '停用提醒', '订阅周报'])
      expect(await say('U1', text)).toBe('这项操作由督查室办理，您没有权限。')
    expect(store.entries('reminder-setting')).toHaveLength(0)
  })

  test('暂停推送 answers questions, and 恢复推送 tells what will be made up for', async () => {
    const { say, arrived, jump, pass } = await opened('2020-12-15T17:00', { tasks: TWO })
    expect(await say('CHIEF', '暂停推送')).toContain('已暂停全部推送')
    await jump('2020-12-16T08:30')
    await pass(3)
    expect(arrived().filter(isReminder)).toEqual([])
    expect(await say('U1', '第3项什么时候到期')).toContain('12月31日')
    expect(await say('CHIEF', '恢复推送')).toContain('共1条')
    await pass(1)
    expect(arrived().filter(isReminder)).toHaveLength(1)
  })

  test('an old ledger: it is asked first whether it is still worked on', async () => {
    const tasks = [task({ milestones: [due('2018-12-31')] })]
    const { say, store } = await opened('2020-12-16T09:00', { wishes: [], tasks })
    expect(await say('CHIEF', '预览提醒')).toContain('都已过90天以上。还在办理吗？')
    expect(await say('CHIEF', '2')).toContain('已归档')
    expect(store.snapshot().ledgers[0]?.archived).toBe(true)
  })
})

describe('撤回刚才那批', () => {
  test('deletes where the platform can', async () => {
    const channel = scriptedChannel('slack', async () => {}, true)
    const { say, arrived, pass } = await opened('2020-12-16T08:30', { channel, tasks: TWO })
    expect(await say('CHIEF', '撤回刚才那批')).toContain('撤回12月16日（周三）08:30发出的1条提醒？')
    await say('CHIEF', '确认')
    await pass(1)
    expect(channel.recalled).toEqual(['remind/2020-12-16/slack:U1'])
    expect(arrived()).toContain('【撤回】已删除1条。')
    expect(arrived().filter(isReminder)).toHaveLength(1)
  })

  test('corrects once where it cannot, and does not say again what was recalled', async () => {
    const { say, arrived, pass, store } = await opened('2020-12-16T08:30', { tasks: TWO })
    await say('CHIEF', '撤回刚才那批')
    await say('CHIEF', '1')
    await pass(15)
    expect(arrived().filter((text) => text.startsWith('【更正】12-16 08:30发出的提醒（2项'))).toHaveLength(1)
    expect(arrived().filter(isReminder)).toHaveLength(1)
    expect(store.entries(RECALLED)).toHaveLength(1)
  })
})

describe('less noise', () => {
  test('第7项完成了 and 第二个 in answer to a reminder mean the tasks of its list', async () => {
    const { say } = await opened('2020-12-16T08:30', { tasks: TWO })
    expect(await say('U1', '第7项完成了')).toContain('建设雨水调蓄池')
    expect(await say('U1', '第一个详细说说')).toContain('整治城区黑臭水体')
  })

  test('已完成 in answer to a reminder of one task is a report on it', async () => {
    const others = ['5', '6'].map((no) => task({ no, milestones: [due('2021-11-30')] }))
    const { say, store } = await opened('2020-12-16T08:30', {
      tasks: [...others, task({ no: '9', title: '编制节水规划' })],
    })
    const asked = await say('U1', '已完成')
    expect(asked).toContain('编制节水规划')
    await say('U1', '确认')
    expect(store.snapshot().tasks.find(({ no }) => no === '9')?.status).toBe('pending-review')
  })

  test('a reminder that is quoted, or below which a button is pressed, is the one that is meant', async () => {
    const { say, jump, arrived } = await opened('2020-12-16T08:30', {
      tasks: [
        task({ no: '4', title: '编制节水规划' }),
        task({ no: '5', title: '清淤疏浚河道', milestones: [due('2021-01-06')] }),
      ],
    })
    const first = arrived()[0] ?? ''
    await jump('2020-12-22T08:31')
    expect(arrived().at(-1)).toContain('清淤疏浚河道')
    const about = 'remind/2020-12-16/slack:U1'
    expect(await say('U1', '为什么提醒我', { about })).toContain('12月16日（周三）的提醒，规则：第4项 时限前15天')
    expect(await say('U1', '已完成', { quoted: first.slice(0, 40) })).toContain('编制节水规划')
  })

  test('收到 is noted and not answered', async () => {
    const { say, store } = await opened('2020-12-16T08:30', { tasks: TWO })
    expect(await say('U1', '收到')).toBeNull()
    expect(store.entries(RECEIPT).map(({ body }) => body)).toEqual([
      { by: 'slack:U1', about: 'remind/2020-12-16/slack:U1' },
    ])
  })

  test('暂缓三天 is about the tasks of the reminder, 这项别再提醒 about one', async () => {
    const tasks = [
      task({ no: '3', title: '整治城区黑臭水体', milestones: [due('2020-12-21')] }),
      task({ no: '7', title: '建设雨水调蓄池' }),
    ]
    const { say, jump, arrived, pass } = await opened('2020-12-16T08:30', { tasks })
    expect(await say('U1', '第3项暂缓一周')).toBe(
      '第3项暂缓7天，12月24日（周四）起照常提醒。期间第3项到期，请留意。时限不变，需要延期请报：申请延期。',
    )
    await jump('2020-12-21T08:31')
    expect(arrived().filter(isReminder)).toHaveLength(2)
    expect(arrived().filter(isReminder)[1]).not.toContain('整治城区黑臭水体')
    expect(await say('U1', '第7项别再提醒')).toContain('第7项不再提醒您')
    await jump('2020-12-31T08:31')
    await pass(1)
    expect(arrived().filter(isReminder).at(-1)).not.toContain('第7项')
  })

  test('周末别发, 提前7天提醒我', async () => {
    const { say, arrived, jump } = await opened('2020-12-15T09:00', {
      tasks: [task({ milestones: [due('2021-01-11')] })],
    })
    expect(await say('U1', '周末别发')).toContain('周六、周日不给您发提醒')
    expect(await say('U1', '提前7天提醒我')).toBe('已记：时限前7天再提醒您一次，其他提醒照常。')
    await jump('2020-12-28T08:30')
    await jump('2021-01-04T08:30')
    expect(arrived().filter(isReminder).at(-1)).toContain('1月11日（周一），距今7天')
  })

  test('我出差: nothing meanwhile, or a colleague gets it', async () => {
    const people = [person(), person({ id: 'slack:U2', name: '联络员乙' })]
    const { say, channel, jump } = await opened('2020-12-15T09:00', { people, tasks: TWO })
    expect(await say('U1', '我出差到12月18日')).toContain(
      '12月15日（周二）至12月18日（周五）不给您发提醒。同单位的联络员乙照常收到。',
    )
    await jump('2020-12-16T08:31')
    expect(channel.attempts.filter(({ text }) => isReminder(text)).map(({ to }) => to.id)).toEqual(['U2'])
    expect(await say('U2', '我下周出差，找联络员甲代')).toContain('提醒发给联络员甲')
  })

  test('我回来了 ends the journey, and not what was put off for good', async () => {
    const { say, arrived, jump } = await opened('2020-12-14T09:00', { tasks: TWO })
    await say('U1', '第3项别再提醒')
    await say('U1', '我出差到12月20日')
    await jump('2020-12-16T08:31')
    expect(arrived().filter(isReminder)).toEqual([])
    expect(await say('U1', '我回来了')).toBe('已恢复给您的提醒，代办已取消。')
    await jump('2020-12-17T08:31')
    expect(arrived().filter(isReminder)).toHaveLength(1)
    expect(arrived().filter(isReminder)[0]).not.toContain('整治城区黑臭水体')
  })

  test('what was put off leaves the list of the reminder standing, and a report to be confirmed waiting', async () => {
    const { say } = await opened('2020-12-16T08:30', { tasks: TWO })
    await say('U1', '第一个已完成')
    expect(await say('U1', '第3项暂缓三天')).toContain('上一件事仍待确认')
    expect(await say('U1', '第二个暂缓两天')).toContain('第7项暂缓2天')
  })

  test('表 is a form of the tasks of the reminder, and filled in it is a report', async () => {
    const { say, store } = await opened('2020-12-16T08:30', { tasks: TWO })
    const form = await say('U1', '表')
    expect(form?.split('\n').slice(2)).toEqual(['3　整治城区黑臭水体：', '7　建设雨水调蓄池：'])
    expect(await say('U1', form ?? '')).toBe(form)
    expect(await say('U1', `${form}已经开工`)).toContain('已记：第7项')
    const reports = (no: string) => store.snapshot().tasks.find((one) => one.no === no)?.reports
    expect(reports('7')?.map(({ text }) => text)).toEqual(['已经开工'])
    expect(reports('3')).toEqual([])
  })

  test('这两项 of a list of another length is none of them, and a bare number is one of the list', async () => {
    const three = [...TWO, task({ no: '9', title: '编制节水规划' })]
    const { say, store } = await opened('2020-12-16T08:30', { tasks: three })
    const count = () => store.entries('reminder-setting').length
    const before = count()
    expect(await say('U1', '这两项暂缓三天')).toContain('没有改动')
    expect(await say('U1', '5暂缓三天')).toContain('没有改动')
    expect(count()).toBe(before)
    expect(await say('U1', '3、9下周一再提醒')).toContain('第3项、第9项暂缓')
  })

  test('这周不要再推了 stops all of this week and says when it comes back', async () => {
    const { say, arrived, jump } = await opened('2020-12-15T09:00', { tasks: TWO })
    expect(await say('U1', '这周不要再推了')).toContain(
      '12月20日（周日）不给您发提醒，该提醒的12月21日（周一）合并发一次',
    )
    await jump('2020-12-16T08:31')
    expect(arrived().filter(isReminder)).toEqual([])
    await jump('2020-12-21T08:31')
    expect(arrived().filter(isReminder)).toHaveLength(1)
    expect(arrived().filter(isReminder)[0]).toContain('整治城区黑臭水体')
  })

  test('能不能少发点 tells how', async () => {
    const { say } = await opened('2020-12-16T09:00', { tasks: TWO })
    expect(await say('U1', '能不能少发点')).toContain('暂缓三天；第3项别再提醒；周末别发')
  })

  test('第7项报进展: what is said next is about it', async () => {
    const { say, store } = await opened('2020-12-16T08:30', { tasks: TWO })
    const about = 'remind/2020-12-16/slack:U1'
    expect(await say('U1', '第7项报进展', { about })).toContain('请直接回复进展')
    expect(await say('U1', '正在征求意见')).toContain('第7项')
    expect(store.snapshot().tasks.find(({ no }) => no === '7')?.reports).toHaveLength(1)
  })

  test('今天发了哪些提醒 tells the 督查室 what arrived, and of nobody whether they answered', async () => {
    const { say } = await opened('2020-12-16T08:30', { tasks: TWO })
    expect(await say('CHIEF', '今天发了哪些提醒')).toContain(
      '12月16日（周三）发出1条：送达1、发送中0、未送达0\n市水务局联络员甲',
    )
    expect(await say('U1', '今天发了哪些提醒')).toContain('没有权限')
  })

  test('我出差 without a colleague names what falls due meanwhile', async () => {
    const { say } = await opened('2020-12-28T09:00', { tasks: TWO })
    expect(await say('U1', '我这周出差')).toContain('本单位没有其他联络员，期间第3项、第7项到期')
  })

  test('为什么没提醒我: the first reason that holds', async () => {
    const tasks = [task({ no: '3', milestones: [due('2021-06-30')] }), task({ no: '7', status: 'suspended' })]
    const { say } = await opened('2020-12-15T09:00', { tasks })
    expect(await say('U1', '为什么没提醒我')).toBe(
      '第3项　整治城区黑臭水体：还没到提醒的日子，下次是6月15日（周二）\n第7项　整治城区黑臭水体：任务已中止'.replace(
        '6月15日',
        '2021年6月15日',
      ),
    )
    expect(await say('U9', '为什么没提醒我')).toContain('您还没有绑定单位')
  })
})
