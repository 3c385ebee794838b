import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readReport } from '../../src/reports/read-report.ts'

const lines = (name: string): string[] =>
  readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')

interface Turn {
  text: string
}
interface QuestionCase {
  group: string
  turns: Turn[]
}
const FILES = ['beijing', 'tianjin', 'jilin', 'safety', 'business', 'ecology', 'education', 'prose', 'samples']

/** What people ask; talk of a group that is not for the bot does report, and is not answered for another reason. */
const questions = FILES.flatMap((name) => lines(`questions-${name}.jsonl`))
  .map((line) => JSON.parse(line) as QuestionCase)
  .filter(({ group }) => group !== 'groupchat' && group !== 'report')
  .flatMap(({ turns }) => turns.map(({ text }) => text))

const reads = (text: string): boolean => readReport(text, { today: '2024-05-10' }) !== null

test('no question is taken for a report', () => {
  expect(questions.length).toBeGreaterThan(1_000)
  expect(questions.filter(reads)).toEqual([])
})

/** Reports in few words, each of which is one by itself. */
const REPORTS = [
  '第8项已完成',
  '第8项办结了',
  '第12项已全部整改到位',
  '任务3完成60%',
  '3、5项已办结',
  '（二）1已落地',
  '第6项推进到70%',
  '第9项完成七成',
  '第4项已印发方案',
  '第7项正在推进',
  '集采扩围已经落地',
  '第11项过半了',
]

test('each of them is one', () => expect(REPORTS.filter((text) => !reads(text))).toEqual([]))

describe.each<[string, (report: string) => string]>([
  ['asked with 吗', (text) => `${text}吗`],
  ['asked with 了没有', (text) => `${text.replace(/了$/, '')}了没有`],
  ['asked with a mark', (text) => `${text}？`],
  ['asked with 是不是', (text) => `是不是${text}`],
  ['asked with 是否', (text) => text.replace(/已|完成|办结|推进|正在|过半|[67]\d/, '是否$&')],
  ['asked with 有没有', (text) => `${text}，有没有`],
  ['supposed', (text) => `如果${text}`],
  ['supposed with 要是', (text) => `要是${text}就好了`],
  ['a condition', (text) => `一旦${text}`],
  ['asked for when', (text) => `什么时候${text}`],
  ['asked for who', (text) => `谁说${text}`],
  ['presumed', (text) => `${text.replace(/了?$/, '了')}对吧`],
])('a report that is %s', (_, make) => {
  test('is none', () => expect(REPORTS.map(make).filter(reads)).toEqual([]))
})

describe.each<[string, string[]]>([
  [
    'an order',
    ['请尽快完成第8项', '务必月底前办结第3项', '抓紧推进第5项', '各单位要加快完成第6项', '通知他们把第2项办结'],
  ],
  [
    'a wish to be told',
    ['看看第8项完成情况', '把已完成的列出来', '导出已办结任务', '完成后提醒我', '说说第3项推进情况'],
  ],
  ['a name', ['第8项完成时限', '已办结事项', '正在推进的任务', '第5项完成情况', '完成率', '办结时限']],
  ['responsibility', ['第8项由市交通局牵头完成', '第3项市财政局负责办结']],
  ['acknowledged', ['收到', '好的，马上落实', '第8项收到', '第8项我看了', '知道了']],
])('%s is no report', (_, texts) => {
  test.each(texts)('%s', (text) => expect(reads(text)).toBe(false))
})
