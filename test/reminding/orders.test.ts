import { describe, expect, test } from '@jest/globals'
import { leadersDigest } from '../../src/reminders/leaders/digest.ts'
import { screenLines } from '../../src/reminders/wording/screen.ts'
import { due, ENABLED, ledger, milestone, person, task } from '../reminders/samples.ts'
import { opened } from './opened.ts'

const TASKS = [
  task({ no: '1', title: '整治城区黑臭水体', milestones: [due('2020-03-10')] }),
  task({ no: '2', title: '建设雨水调蓄池', milestones: [due('2020-03-31')] }),
  task({ no: '3', title: '编制节水规划', milestones: [due('2020-12-31')], lead: ['市发展改革委'] }),
  task({ no: '4', title: '管护河道', milestones: [milestone({ ongoing: true })] }),
  task({ no: '5', title: '公布水质', milestones: [due('2020-02-01')], status: 'done' }),
]
const LEADER = person({ id: 'slack:BOSS', name: '领导丙', role: 'leader', units: [] })
const of = (posts: readonly { to: { id: string }; text: string }[], id: string): string[] =>
  posts.filter(({ to }) => to.id === id).map(({ text }) => text)

describe("the leaders' weekly digest", () => {
  const people = [person(), LEADER]
  const wishes = [ENABLED, { what: 'weekly' as const, whom: 'slack:BOSS', on: true }]

  test('is drafted on Monday, adds up, and goes out word for word once 发送 is answered', async () => {
    const { say, pass, channel } = await opened('2020-03-16T08:30', { tasks: TASKS, people, wishes })
    await pass(2)
    const [draft] = of(channel.attempts, 'CHIEF')
    expect(draft?.split('\n')).toEqual([
      '【待发送】每周情况，发给领导丙',
      '【河湖治理】3月16日（周一），据单位报送',
      '5＝办结1＋时限已过1＋本月到期1＋12月31日及以后1＋持续推进1',
      '上周：新报0、新办结0、延期0',
      '需关注：第1项（市水务局）时限已过，未收到办结申请；第2项（市水务局）本月到期',
      '回复序号看详情；看某个数的明细，回复如：周报 时限已过；回复 打印 取一页纸',
      '核对无误请回复 发送；不发不必回复',
    ])
    expect(of(channel.attempts, 'BOSS')).toEqual([])
    expect(await say('CHIEF', '发送')).toContain('已确认，发给领导丙')
    await pass(2)
    expect(of(channel.attempts, 'BOSS')).toEqual([draft?.split('\n').slice(1, -1).join('\n')])
    expect(await say('CHIEF', '发送')).toContain('已经确认发送过')
  })

  test('every figure opens into its rows', async () => {
    const { say } = await opened('2020-03-16T08:30', { tasks: TASKS, people, wishes })
    expect(await say('BOSS', '周报 时限已过')).toContain('整治城区黑臭水体')
    expect(await say('BOSS', '周报 本月以后')).toContain('编制节水规划')
    expect(await say('BOSS', '周报 办结')).toMatch(/^办结1项[\s\S]*公布水质/)
    expect(await say('BOSS', '周报 延期')).toBe('延期：0项。')
  })

  test('without 发送 nobody gets it, and without a leader subscribed nothing is drafted', async () => {
    const { pass, jump, channel } = await opened('2020-03-16T08:30', { tasks: TASKS, people, wishes })
    await pass(3)
    await jump('2020-03-18T09:00')
    expect(of(channel.attempts, 'BOSS')).toEqual([])
    const other = await opened('2020-03-16T08:30', { tasks: TASKS, people })
    await other.pass(3)
    expect(of(other.channel.attempts, 'CHIEF')).toEqual([])
  })

  test('does not go to a leader who wants nothing', async () => {
    const { say, pass, jump, channel } = await opened('2020-03-13T09:00', { tasks: TASKS, people, wishes })
    expect(await say('BOSS', '下周别发')).toContain('不给您发提醒')
    await jump('2020-03-16T08:31')
    await pass(2)
    expect(channel.attempts.filter(({ text }) => text.startsWith('【待发送】'))).toEqual([])
    await jump('2020-03-23T08:31')
    await pass(2)
    expect(of(channel.attempts, 'CHIEF').at(-1)).toContain('【待发送】每周情况，发给领导丙')
  })

  test('is subscribed by an administrator alone, by name', async () => {
    const { say, store } = await opened('2020-03-10T09:00', { tasks: TASKS, people })
    expect(await say('BOSS', '给领导丙订阅周报')).toContain('没有权限')
    expect(await say('CHIEF', '给领导丙订阅周报')).toContain('已为领导丙订阅每周情况')
    expect(await say('CHIEF', '退订周报 领导丙')).toBe('已退订领导丙的每周情况。')
    expect(store.entries('reminder-setting')).toHaveLength(3)
  })
})

describe('明天上午九点提醒各牵头单位', () => {
  const people = [person()]

  test('is shown, confirmed, sent at that time, and who cannot be reached is told', async () => {
    const { say, pass, jump, channel } = await opened('2020-12-14T16:00', { tasks: TASKS.slice(1), people, wishes: [] })
    const draft = await say('CHIEF', '明天上午九点提醒各牵头单位')
    expect(draft).toContain(
      '【提醒草稿】12月15日（周二）09:00发出\n2个牵头单位、2项，每人一条\n尚无人绑定、发不到：市发展改革委',
    )
    expect(await say('CHIEF', '确认')).toContain('已安排，12月15日（周二）09:00发出')
    await jump('2020-12-15T08:50')
    await pass(5)
    expect(of(channel.attempts, 'U1')).toEqual([])
    await pass(6)
    expect(of(channel.attempts, 'U1')).toHaveLength(1)
    expect(of(channel.attempts, 'U1')[0]).toContain('督查室提醒：请办理以下事项并反馈进展')
    expect(of(channel.attempts, 'CHIEF').at(-1)).toContain('市发展改革委　1项')
  })

  test('取消 sends nothing; a time that has passed is refused; at night it waits for the morning', async () => {
    const { say, store } = await opened('2020-12-14T16:00', { tasks: TASKS, people, wishes: [] })
    await say('CHIEF', '明天上午九点提醒各牵头单位')
    expect(await say('CHIEF', '取消')).toBe('没有安排。')
    expect(await say('CHIEF', '今天上午九点提醒各牵头单位')).toContain('已经过了')
    expect(await say('CHIEF', '今晚八点提醒各牵头单位')).toContain('12月15日（周二）08:30发出（所说时间在休息时间')
    expect(store.entries('reminder-setting')).toHaveLength(0)
  })

  test('what the units are to do by when is said to them, and is no time of sending', async () => {
    const { say, pass, channel } = await opened('2020-12-14T16:00', { tasks: TASKS.slice(1), people, wishes: [] })
    expect(await say('CHIEF', '通知各单位周五前报进展')).toMatch(
      /^【提醒草稿】12月14日（周一）16:0\d发出(?:.|\n)*督查室提醒：请于12月18日（周五）前反馈以下事项进展/,
    )
    await say('CHIEF', '确认')
    await pass(2)
    expect(of(channel.attempts, 'U1')).toEqual([expect.stringContaining('请于12月18日（周五）前反馈以下事项进展')])
  })

  test.each(['给没报的单位发个提醒', '提醒市住房城乡建设委尽快报第1项', '请各单位月底前报送进展', '催一下各牵头单位'])(
    '%s',
    async (order) => {
      const { say } = await opened('2020-03-16T10:00', { tasks: TASKS, people, wishes: [] })
      expect(await say('CHIEF', order)).toMatch(/【提醒草稿】|没有要提醒的事项|台账里没有/)
    },
  )

  test.each(['提醒各单位的任务有哪些', '各单位3月底前报送的任务', '通知印发了没有'])(
    '%s orders nothing',
    async (asked) => {
      const { say } = await opened('2020-03-16T10:00', { tasks: TASKS, people, wishes: [] })
      expect(await say('CHIEF', asked)).not.toMatch(/提醒草稿|没有安排/)
    },
  )

  test('is for the 督查室', async () => {
    const { say } = await opened('2020-12-14T16:00', { tasks: TASKS, people })
    expect(await say('U1', '明天上午九点提醒各牵头单位')).toContain('没有权限')
  })
})

describe('催办单 and 督办单', () => {
  test('are drafted as text and sent to nobody', async () => {
    const { say, channel } = await opened('2020-03-16T20:00', { tasks: TASKS })
    expect((await say('CHIEF', '给第1项起草催办单'))?.split('\n')).toEqual([
      '督查事项催办单',
      '市水务局：',
      '根据《2020年河湖治理任务分工表》，由你单位牵头的下列事项：',
      '1．第1项“整治城区黑臭水体”：完成时限为2020年3月10日，已超过6天，未收到办结申请。',
      '请于3月19日（周四）前反馈办理情况、未完成原因及预计完成时间。',
      '联系人及电话：（请填写）',
      '2020年3月16日',
      '——',
      '以上为草稿，本助手不发送，请审定后由办公系统发出',
    ])
    expect(await say('CHIEF', '起草督办单')).toContain('督办通知单\n市水务局：')
    expect(of(channel.attempts, 'U1')).toEqual([])
  })
})

describe('what an administrator says beside the orders that there are', () => {
  test.each([
    '今天的提醒别发了',
    '推送停到下周一',
    '暂停一周推送',
    '别提醒市发展改革委',
    '第3项别提醒他们了',
    '这周不要再推了',
  ])('%s stops nothing and tells what does', async (said) => {
    const { say, store } = await opened('2020-12-14T16:00', { tasks: TASKS, wishes: [] })
    expect(await say('CHIEF', said)).toContain('停下全部推送请说：暂停推送')
    expect(store.entries('reminder-setting')).toEqual([])
  })

  test.each(['每周五提醒各单位报进展', '提前10天提醒各单位', '修改提醒规则'])('%s shows the rules', async (said) => {
    const { say } = await opened('2020-12-14T16:00', { tasks: TASKS })
    const rules = await say('CHIEF', said)
    expect(rules).toContain('时限前15天、3个工作日、当天各提醒一次；过期1个工作日后催一次，以后每周一次')
    expect(rules).toContain('定期收集进展：持续推进的任务每月25日前')
  })

  test('提醒 with a unit is drafted for it alone; with one that is not there for nobody', async () => {
    const { say } = await opened('2020-12-14T16:00', { tasks: TASKS })
    expect(await say('CHIEF', '催一下市发展改革委')).toContain('1个牵头单位、1项')
    expect(await say('CHIEF', '催一下市园林局')).toContain('没有安排')
  })

  test('不发送 leaves the leaders’ draft where it is', async () => {
    const { say, store } = await opened('2020-03-16T08:30', { tasks: TASKS })
    expect(await say('CHIEF', '先不发')).toBe('没有发送。要发请回复：发送周报。')
    expect(store.entries('reminder-setting')).toHaveLength(1)
  })
})

test('撤回刚才那批 is about what went out, and not about drafts to administrators', async () => {
  const people = [person(), LEADER]
  const wishes = [ENABLED, { what: 'weekly' as const, whom: 'slack:BOSS', on: true }]
  const { say, pass, channel } = await opened('2020-03-16T08:30', { tasks: TASKS, people, wishes })
  await pass(2)
  expect(of(channel.attempts, 'CHIEF')[0]).toContain('【待发送】')
  expect(await say('CHIEF', '撤回刚才那批')).toContain('发出的1条提醒？')
})

test('several ledgers are on one screen, each with a sum that adds up', () => {
  const ledgers = ['河湖治理', '道路养护', '园林绿化'].map((short, n) => ledger({ id: `l${n}`, short }))
  const tasks = ledgers.flatMap(({ id }) => TASKS.map((one) => ({ ...one, id: `${id}${one.id}`, ledgerId: id })))
  const digest = leadersDigest(ledgers, tasks, [], '2020-03-16')
  const told = digest?.text.split('\n') ?? []
  expect(screenLines(digest?.text ?? '')).toBeLessThanOrEqual(18)
  expect(told.slice(0, 2)).toEqual([
    '【每周情况】3月16日（周一），据单位报送',
    '〔河湖治理〕5＝办结1＋时限已过1＋本月到期1＋12月31日及以后1＋持续推进1',
  ])
  expect(told.at(-2)).toBe('上周：新报0、新办结0、延期0')
  expect(digest?.tasks).toHaveLength(6)
})
