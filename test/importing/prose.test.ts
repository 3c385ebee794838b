import { describe, expect, test } from '@jest/globals'
import type { TaskDraft } from '../../src/domain/index.ts'
import { readText } from './ledgers.ts'

const brief = (tasks: readonly TaskDraft[]) => tasks.map(({ no, lead, cooperating }) => [no, lead, cooperating])
const dues = (tasks: readonly TaskDraft[]) => tasks.map(({ milestones }) => milestones.map(({ due }) => due))

describe('a plan that names who is responsible in brackets', () => {
  const ledger = readText(`永宁县人民政府办公室关于印发《永宁县农村供水提升实施方案》的通知

永政办发〔2023〕21号

各乡镇人民政府，县政府各部门：

现将《永宁县农村供水提升实施方案》印发给你们，请认真组织实施。

永宁县人民政府办公室
2023年4月6日

永宁县农村供水提升实施方案

为保障农村饮水安全，制定本方案。

一、总体要求
（一）指导思想。坚持城乡统筹。
（二）工作目标。到2025年，自来水普及率达到92%。
二、主要任务
（一）建设骨干工程
1.建成城北水厂。日供水能力3万吨，2023年12月底前通水。（责任单位：县水利局、县发展改革局）
2.改造老旧管网。更换管道60公里。（牵头单位：县水利局；配合单位：县财政局、县住房
城乡建设局；完成时限：2024年6月底前）
（二）强化水质管理
1.加密水质检测。（县卫生健康局牵头，县水利局、县生态环境分局配合）
2.划定水源保护区。（县生态环境分局、县自然资源局按职责分工负责）设置标识牌。（县生态环境分局负责）
三、保障措施
（一）加强组织领导。各有关单位要提高认识。
（二）严格督导考核。县政府督查室要每半年开展一次督查。

抄送：县委办公室。
`)

  test('title, year and short name', () => {
    expect([ledger.name, ledger.year, ledger.short]).toEqual(['永宁县农村供水提升实施方案', 2023, '农村供水方案'])
  })

  test('numbers, units and dates', () => {
    expect(brief(ledger.tasks)).toEqual([
      ['二（一）1', ['县水利局'], ['县发展改革局']],
      ['二（一）2', ['县水利局'], ['县财政局', '县住房城乡建设局']],
      ['二（二）1', ['县卫生健康局'], ['县水利局', '县生态环境分局']],
      ['二（二）2.1', ['县生态环境分局'], ['县自然资源局']],
      ['二（二）2.2', ['县生态环境分局'], []],
      ['三（二）', ['县政府督查室'], []],
    ])
    expect(dues(ledger.tasks).slice(0, 2)).toEqual([['2023-12-31'], ['2024-06-30']])
    expect(ledger.tasks[1]?.timing).toBe('2024年6月底前')
  })

  test('headings above are the path, and the whole text is the content', () => {
    expect(ledger.tasks[1]).toMatchObject({ path: ['二、主要任务', '（一）建设骨干工程'], title: '改造老旧管网' })
    expect(ledger.tasks[1]?.content).toMatch(/^2\.改造老旧管网。.*县住房城乡建设局；/u)
  })
})

test('lines of their own that say who, by when, and which leader', () => {
  const { tasks } = readText(`石湾区2024年重点工作安排
一、民生
1.建设口袋公园6处。
牵头领导：罗宁
责任单位：区城管局、区园林中心
完成时限：10月底前
2.新增停车位800个。
牵头单位：区住建局  配合单位：区公安分局
`)
  expect(brief(tasks)).toEqual([
    ['一1', ['区城管局'], ['区园林中心']],
    ['一2', ['区住建局'], ['区公安分局']],
  ])
  expect(dues(tasks)[0]).toEqual(['2024-10-31'])
  expect(tasks[0]?.contacts).toEqual([{ role: '牵头领导', name: '罗宁', office: null, phone: null }])
})

test('a bracket behind a heading, or behind the last of several items, is meant for all items', () => {
  const { tasks } = readText(`全市市容整治工作要点
一、整治占道经营（牵头单位：市城管局；完成时限：2024年底前）
1.规范早市夜市。
2.清理违规摊点。
二、整治户外广告
3.拆除破损广告。
4.规范店招设置。（责任单位：市市场监管局）
`)
  expect(tasks.map(({ lead }) => lead[0])).toEqual(['市城管局', '市城管局', '市市场监管局', '市市场监管局'])
  expect(dues(tasks)).toEqual([['2024-12-31'], ['2024-12-31'], [], []])
})

test('yearly arrangements are tasks with their period; what is not arranged by year is none', () => {
  const { tasks } = readText(`澄江市城市更新行动计划（2021—2023年）
一、总体目标
到2023年，更新改造基本完成。
二、重点任务
（一）改造老旧小区
完善配套设施，提升居住品质。2021年，改造小区30个。加装电梯15部。2022至2023年，改造小区90个。
（二）整治背街小巷
2021年，整治小巷12条。2022年，市住建局、市城管局共同制定整治导则。
（三）修缮历史建筑
2022年，完成普查。
三、保障措施
（一）加强领导。各区要高度重视。
`)
  expect(tasks.map(({ no, timing }) => [no, timing])).toEqual([
    ['二（一）1', '2021年'],
    ['二（一）2', '2022至2023年'],
    ['二（二）1', '2021年'],
    ['二（二）2', '2022年'],
    ['二（三）', '2022年'],
  ])
  expect(tasks[0]?.content).toBe('2021年，改造小区30个。加装电梯15部。')
  expect(tasks[1]?.milestones[0]).toMatchObject({ start: '2022-01-01', due: '2023-12-31' })
  expect(tasks[3]?.lead).toEqual(['市住建局', '市城管局'])
})

test('numbered measures, and the sentences of a section that shares the work out', () => {
  const { tasks } = readText(`东河区校园食品安全实施方案
一、工作目标
学生满意率明显提高。
二、工作措施
（一）规范食堂管理。推行明厨亮灶。
（二）加强供货检查。区市场监管局要严格准入。
三、组织实施
（一）明确职责分工。区教育局要督促学校落实责任。区市场监管局负责监督抽检，公布结果。抽检每月一次。区公安分局要查处违法行为。
（二）加强宣传。营造良好氛围。
`)
  expect(brief(tasks)).toEqual([
    ['二（一）', [], []],
    ['二（二）', ['区市场监管局'], []],
    ['三（一）', [], []],
    ['三（一）1', ['区教育局'], []],
    ['三（一）2', ['区市场监管局'], []],
    ['三（一）3', ['区公安分局'], []],
    ['三（二）', [], []],
  ])
  expect(tasks[4]?.content).toBe('区市场监管局负责监督抽检，公布结果。抽检每月一次。')
})

test('minutes: who is to do what, with those who help', () => {
  const { tasks } = readText(`市政府专题会议纪要
〔2024〕9号
会议研究了供热工作，议定：
一、由市住建局牵头，市财政局、市国资委配合，于9月30日前完成管网检修。
二、市发展改革委负责落实煤炭储备。
`)
  expect(brief(tasks)).toEqual([
    ['一', ['市住建局'], ['市财政局', '市国资委']],
    ['二', ['市发展改革委'], []],
  ])
  expect(dues(tasks)[0]).toEqual(['2024-09-30'])
})

test.each([
  [
    'a notice of holidays',
    '关于2024年国庆节放假安排的通知\n各科室：\n一、放假时间\n10月1日至7日放假。\n二、有关要求\n（一）各单位要安排好值班。\n',
  ],
  ['news', '市水务局召开工作会议\n3月5日，市水务局召开会议。市水务局负责人表示，要再接再厉。\n'],
  [
    'an account of what was done',
    '县林业局2023年工作总结\n一、主要工作\n（一）造林绿化。县林业局牵头完成造林3万亩。\n（二）资源管护。开展专项行动5次。\n',
  ],
])('%s sets no task, and one doubt says so', (_, text) => {
  const { tasks, doubts } = readText(text)
  expect(tasks).toEqual([])
  expect(doubts).toEqual([{ field: 'document', message: expect.stringContaining('没有读到任务') }])
})
