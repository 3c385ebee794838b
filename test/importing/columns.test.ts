import { expect, test } from '@jest/globals'
import { readHeading } from '../../src/importing/columns/column-roles.ts'
import { headAt } from '../../src/importing/columns/find-head.ts'
import { readText } from './ledgers.ts'

test.each([
  ['序 号', { kind: 'number' }],
  ['重点\n任务', { kind: 'text', rank: 2 }],
  ['推进措施', { kind: 'text', rank: 4 }],
  ['责任单位（第一个为牵头单位）', { kind: 'units' }],
  ['责任单位及责任人', { kind: 'units' }],
  ['牵头单位和配合单位', { kind: 'units' }],
  ['主办单位', { kind: 'lead' }],
  ['协办单位', { kind: 'cooperating' }],
  ['2024年完成时限', { kind: 'timing' }],
  ['牵头单位\n分管领导', { kind: 'contact', role: '分管领导' }],
  ['责任科室及负责人', { kind: 'contact', role: '责任科室负责人' }],
  ['承办人及\n联系方式', { kind: 'contact', role: '承办人' }],
  ['定期反馈联络员及电话', { kind: 'contact', role: '联络员' }],
  ['联系电话', { kind: 'phone' }],
  ['备 注', { kind: 'other' }],
])('the heading %j', (heading, role) => {
  expect(readHeading(heading)?.role).toEqual(role)
})

test('a sentence is no heading', () => {
  expect(readHeading('各单位要按时完成任务。')).toBeNull()
})

test('a head of two rows', () => {
  const rows = [
    { cells: ['序号', '工作任务', '责任分工', '', '时限'] },
    { cells: ['', '', '牵头单位', '配合单位', ''] },
    { cells: ['1', '修路', '市交通局', '市财政局', '年底'] },
  ]
  const head = headAt(rows, 0)
  expect(head?.height).toBe(2)
  expect(head?.columns.map(({ role }) => role?.kind)).toEqual(['number', 'text', 'lead', 'cooperating', 'timing'])
})

test('columns are found by their headings in any order', () => {
  const { tasks } = readText(
    '完成时间\t责任部门\t事项\t序号\n2023年5月底前\t县教育局\t校舍排查\t7\n长期\t县卫健局\t食堂检查\t8\n',
  )
  expect(tasks.map(({ no, content, lead, timing }) => [no, content, lead, timing])).toEqual([
    ['7', '校舍排查', ['县教育局'], '2023年5月底前'],
    ['8', '食堂检查', ['县卫健局'], '长期'],
  ])
})

test('unusual headings are understood by what stands below them', () => {
  const { tasks } = readText(
    '序\t干什么\t谁来干\t何时干完\n1\t建设城市书房八处\t市文旅局\t2023年9月底前\n2\t开放学校操场\t市教育局、市体育局\t2023年6月底前\n',
  )
  expect(tasks.map(({ lead, milestones }) => [lead[0], milestones[0]?.due])).toEqual([
    ['市文旅局', '2023-09-30'],
    ['市教育局', '2023-06-30'],
  ])
})
