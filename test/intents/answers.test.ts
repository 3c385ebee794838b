import { describe, expect, test } from '@jest/globals'
import { intents } from '../../intents/index.ts'
import { HELP_TOPICS } from '../../src/intent.ts'
import type { Reply } from '../../src/reply.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const jilin = sampleLedger('吉林医改施工图55项.txt')
const numbers = ({ tasks }: Reply): string => tasks.map(({ no }) => no).join(' ')

describe('who', () => {
  test.each<[string, string, string[]]>([
    ['第3项由谁牵头', '3', ['市财政局']],
    ['第3项的配合单位有哪些', '3', ['市卫生健康委', '市中医局', '市医管中心', '各区政府']],
    ['第3项涉及哪些部门', '3', ['市财政局', '市卫生健康委', '市中医局', '市医管中心', '各区政府']],
    ['第1项谁配合', '1', []],
    ['第4项和第13项由谁牵头', '4 13', ['市医保局']],
    ['家庭医生签约由谁牵头', '20', ['市卫生健康委']],
  ])('%s', async (text, no, units) => {
    const reply = await conversation(beijing).say(text)
    expect(reply).toMatchObject({ intent: 'who-is-responsible', units, dates: [] })
    expect(numbers(reply)).toBe(no)
  })

  test('who besides a unit that is named', async () => {
    expect(await conversation(beijing).say('除了市财政局还有谁参与第3项')).toMatchObject({
      intent: 'who-is-responsible',
      units: ['市卫生健康委', '市中医局', '市医管中心', '各区政府'],
    })
  })

  test('who and when at once', async () => {
    const reply = await conversation(beijing).say('第15项由谁牵头，什么时候上报')
    expect(reply).toMatchObject({ units: ['市卫生健康委'], dates: ['2020-03-31'] })
  })
})

describe('when', () => {
  test.each<[string, string, string[]]>([
    ['第15项什么时候上报', '15', ['2020-03-31']],
    ['第9项时限是哪天', '9', ['2019-12-31', '2020-12-31']],
    ['第13项什么时候完成', '13', ['2020-12-31', '2021-12-31', '2022-12-31']],
    ['第5项什么时候完成', '5', []],
    ['最先到期的是哪项', '11 15', ['2020-03-31']],
    ['最晚到期的是哪项', '18', ['2022-12-31']],
    ['紧密型医联体建设什么时候完成', '18', ['2022-12-31']],
  ])('%s', async (text, no, dates) => {
    const reply = await conversation(beijing).say(text)
    expect(reply).toMatchObject({ intent: 'when-due', dates, units: [] })
    expect(numbers(reply)).toBe(no)
  })

  test.each([
    ['2020-01-05', '还有86天'],
    ['2020-03-31', '今日到期'],
    ['2020-04-01', '还有364天'],
  ])('days left on %s: %s', async (day, words) => {
    const { text } = await conversation(beijing, `${day}T09:00:00+08:00`).say('第15项还有几天到期')
    expect(text.split('\n').filter((line) => line.startsWith('距'))).toEqual([expect.stringContaining(words)])
  })
})

describe('how many, which', () => {
  test.each(['市医保局和市财政局各有几项', '市医保局和市财政局谁的任务多'])('unit by unit: %s', async (text) => {
    const reply = await conversation(beijing).say(text)
    expect(reply.total).toBe(9)
    expect(reply.text.split('\n').slice(1, 3)).toEqual([
      '市医保局：8项（牵头8、配合0）',
      '市财政局：1项（牵头1、配合0）',
    ])
  })

  test.each<[string, number]>([
    ['市医保局牵头几项', 8],
    ['市医保局配合几项', 0],
    ['各区政府参与几项', 15],
    ['持续推进的有几项', 5],
    ['时限已过的有几项', 2],
    ['12月底前到期的有几项', 16],
    ['现在一共几项', 23],
  ])('%s: %i', async (text, total) => {
    const reply = await conversation(beijing).say(text)
    expect(reply).toMatchObject({ intent: 'count-tasks', total })
    expect(reply.tasks).toHaveLength(total)
  })

  test.each([
    ['市中医局和市医保局共同参与的任务', '12 13 16 17 19'],
    ['市中医局牵头的有哪些', '23'],
    ['京津冀联合采购的任务', '6'],
    ['市医保局年底前到期的有哪些', '4 6 12 13'],
    ['每年都要上报的有哪些', '11 15'],
  ])('%s: %s', async (text, no) => {
    const reply = await conversation(beijing).say(text)
    expect(reply.intent).toBe('list-tasks')
    expect(numbers(reply)).toBe(no)
  })
})

describe('the overview', () => {
  test('is a sum that adds up', async () => {
    const { text, total } = await conversation(beijing).say('台账总体情况')
    expect(total).toBe(23)
    const [sum, parts] = /^(\d+)＝(.+)$/m.exec(text)?.slice(1) ?? []
    const amounts = parts?.split('＋').map((part) => Number(/\d+$/.exec(part)?.[0]))
    expect(sum).toBe('23')
    expect(amounts).toEqual([0, 2, 16, 5])
  })

  test('by unit is of everything, whatever was listed before', async () => {
    const { say } = conversation(beijing)
    expect((await say('已办结的有哪些')).total).toBe(0)
    expect((await say('各单位完成情况')).total).toBe(23)
    await say('市财政局牵头的')
    expect((await say('按单位统计一下完成情况')).total).toBe(23)
    expect((await say('9月到期的总体情况')).text).toBe('没有符合条件的任务（9月到期）。')
  })

  test('what comes after one task by its number is asked of all', async () => {
    const { say } = conversation(beijing)
    await say('第3项什么时候到期')
    const { tasks } = await say('今年到期的有几项')
    expect(tasks.length).toBeGreaterThan(10)
  })

  test('names the units in the ledger’s order, not by lateness', async () => {
    const { text } = await conversation(beijing).say('台账总体情况')
    const units = [...text.matchAll(/^(.+)：牵头(\d+)、共(\d+)$/gm)].map(([, unit, lead, all]) => [unit, lead, all])
    expect(units.slice(0, 3)).toEqual([
      ['各区政府', '1', '15'],
      ['市卫生健康委', '11', '21'],
      ['市教委', '0', '1'],
    ])
    expect(units).toHaveLength(9)
  })
})

describe('what has become of tasks', () => {
  const [first, second, third] = beijing.tasks
  if (!first || !second || !third) throw new Error('the sample is too short')
  const changed = {
    ...beijing,
    tasks: [
      { ...first, status: 'suspended' as const },
      { ...second, extensions: 1 },
      { ...third, status: 'pending-review' as const },
      ...beijing.tasks.slice(3),
    ],
  }
  test.each([
    ['中止的任务', '1'],
    ['哪些任务延期过', '2'],
    ['哪些任务改过时限', '2'],
    ['已申请办结的有哪些', '3'],
  ])('%s', async (text, no) => {
    expect(numbers(await conversation(changed).say(text))).toBe(no)
  })
})

describe('people', () => {
  const withLeader = jilin.tasks.find(({ contacts }) => contacts.length > 0)
  if (!withLeader) throw new Error('the sample names nobody')

  test('are those of the row', async () => {
    const { contacts, tasks } = await conversation(jilin).say(`${withLeader.no}的承办人`)
    expect(tasks).toEqual([withLeader])
    expect(withLeader.contacts).toEqual(expect.arrayContaining([...contacts]))
    expect(contacts.length).toBeGreaterThan(0)
  })

  test('where the document names nobody, it says so', async () => {
    const reply = await conversation(beijing).say('第3项的承办人是谁')
    expect(reply).toMatchObject({ intent: 'contacts', contacts: [] })
    expect(reply.text).toContain('文件未写明承办人')
  })
})

test('one task: its text, its state, its units and where it stands', async () => {
  const { text } = await conversation(beijing).say('第2项是什么内容')
  const task = beijing.tasks.find(({ no }) => no === '2')
  const lines = text.split('\n')
  expect(lines[0]).toBe('第2项　实施健康北京行动计划〔北京医改23项〕')
  expect(lines).toContain('状态：未报进展，时限已过、未收到办结申请')
  expect(lines).toContain(`要求：${task?.content}`)
  expect(lines).toContain('牵头：市卫生健康委')
  expect(lines).toContain(`依据：北京医改23项.txt第${task?.source.row}行`)
})

describe('帮助', () => {
  test('is short, and names its headings', async () => {
    const { text } = await conversation(beijing).say('帮助')
    expect(text.split('\n').length).toBeLessThan(9)
    expect(text).toMatch(/【查询】.+；.+\n【报送】.+\n[\s\S]*\n全部说法请回复：帮助查询、帮助报送/)
  })

  test('has a line for every other intent under its heading', async () => {
    const { say } = conversation(beijing)
    const texts: string[] = []
    for (const topic of HELP_TOPICS) texts.push((await say(`帮助${topic}`)).text)
    for (const { aside, summary } of intents)
      expect(texts.filter((text) => text.includes(`· ${summary}，`))).toHaveLength(aside === true ? 0 : 1)
  })

  test('shows nobody what they may not do', async () => {
    const { say } = conversation(beijing)
    expect((await say('帮助', { from: 'li' })).text).not.toContain('新增任务')
  })
})

test('who and when of several tasks: both for each', async () => {
  const { text, dates, units } = await conversation(beijing).say('医疗服务价格归谁管，什么时候完成')
  expect(units).toEqual(['市医保局'])
  expect(dates).toContain('2020-12-31')
  expect(text).toMatch(/^12 .+：市医保局，12月31日 周四$/m)
})

describe('what one task is to achieve', () => {
  test.each(['每月补助标准是多少', '乡村医生岗位每月补助多少元', '关于乡村医生补助的有几项'])('%s', async (text) => {
    const reply = await conversation(beijing).say(text)
    expect(numbers(reply)).toBe('22')
    expect(reply.text).toContain('3500元')
  })

  test('how many people a unit has is not in the ledger', async () => {
    expect(await conversation(beijing).say('市医保局有多少人')).toMatchObject({ intent: 'unknown', tasks: [] })
  })
})

describe('of several units', () => {
  test('each by itself', async () => {
    const { total, text } = await conversation(beijing).say('市财政局、市中医局各牵头几项')
    expect(total).toBe(2)
    expect(text).toContain('市财政局牵头：1项')
    expect(text).toContain('市中医局牵头：1项')
  })

  test('who else takes part', async () => {
    const reply = await conversation(beijing).say('第20项除了市卫健委还有谁')
    expect(reply).toMatchObject({ intent: 'who-is-responsible', units: ['市中医局', '各区政府'] })
    expect(numbers(reply)).toBe('20')
  })

  test('who leads what is late', async () => {
    const reply = await conversation(beijing).say('逾期的都是哪些单位牵头')
    expect(reply).toMatchObject({ intent: 'who-is-responsible', units: ['市卫生健康委'] })
  })
})

test('before what is no date: asked', async () => {
  expect(await conversation(beijing).say('春耕前要完成的有哪些')).toMatchObject({ needs: 'date', tasks: [] })
})

test('the tasks of a part, called by part of its heading', async () => {
  expect(numbers(await conversation(beijing).say('精细化管理部分有哪些任务'))).toBe('16 17')
})

test.each([
  ['进展怎么报', '报送可以这样说'],
  ['怎么报进展', '报送可以这样说'],
  ['提醒怎么设置', '提醒可以这样说'],
])('%s is shown', async (text, shown) => {
  const reply = await conversation(beijing).say(text)
  expect([reply.intent, reply.text.split('：')[0]]).toEqual(['help', shown])
})

test.each([
  ['2020-01-08', '逾期超过一周的有哪些', '2 9'],
  ['2020-01-05', '逾期超过一周的有哪些', ''],
  ['2020-01-08', '拖得最久的是哪项', '2 9'],
])('on %s, %s', async (day, text, expected) => {
  expect(numbers(await conversation(beijing, `${day}T09:00:00+08:00`).say(text))).toBe(expected)
})

test('when a ledger was imported', async () => {
  const reply = await conversation(beijing).say('台账什么时候更新的')
  expect(reply.intent).toBe('ledgers')
  expect(reply.text).toMatch(/〔北京医改23项〕.*\d+月\d+日导入/)
})

test.each(['谁逾期了', '哪些单位逾期', '逾期的都有谁'])('%s names the units', async (text) => {
  const { units, text: told } = await conversation(beijing).say(text)
  expect(units).toEqual(['市卫生健康委'])
  expect(told).toMatch(/^时限已过、未收到办结申请：2项\n2 .+：市卫生健康委\n9 .+：市卫生健康委/)
})
