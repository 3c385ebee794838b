import { describe, expect, test } from '@jest/globals'
import { readFileWish } from '../../src/matching/file-wish.ts'

describe('a file is asked for', () => {
  test.each([
    ['刚才那几条导个表', 'xlsx', '刚才那几条'],
    ['导出成Excel', 'xlsx', '刚才那些'],
    ['导个Word', 'docx', '刚才那些'],
    ['导表', 'xlsx', '刚才那些'],
    ['能导出成excel吗？', 'xlsx', '刚才那些'],
    ['把市水务局牵头的任务导出成Excel', 'xlsx', '市水务局牵头的任务'],
    ['导出市水务局的任务', 'xlsx', '市水务局的任务'],
    ['全部任务导个表', 'xlsx', '全部任务'],
    ['请帮我把上面这些导出为excel表格发我', 'xlsx', '上面这些'],
    ['给我一份市水务局任务的Excel', 'xlsx', '市水务局任务'],
    ['给我来份excel', 'xlsx', '刚才那些'],
    ['这项导成word', 'docx', '这项'],
    ['把我们局的导出csv', 'csv', '我们局的'],
    ['已过时限的出张表', 'xlsx', '已过时限的'],
    ['逾期的导出来', 'xlsx', '逾期的'],
    ['导出全部', 'xlsx', '全部任务'],
    ['台账导出', 'xlsx', '全部任务'],
    ['把这23项导成表', 'xlsx', '刚才那些'],
    ['把市水务局的发我一份word', 'docx', '市水务局的'],
    ['把这些做成excel发到群里', 'xlsx', '这些'],
  ])('%s', (text, kind, rest) => expect(readFileWish(text)).toEqual({ kind, rest }))
})

describe('a calendar or a picture is asked for', () => {
  test.each([
    ['把我们局的时限导成日历', 'ics', '我们局的时限'],
    ['我们局的时限加到日历里', 'ics', '我们局的时限'],
    ['导出ics', 'ics', '刚才那些'],
    ['进度图', 'png', '全部任务'],
    ['发张进度图', 'png', '全部任务'],
    ['市水务局的进度图', 'png', '市水务局'],
    ['刚才那几项的亮灯图', 'png', '刚才那几项'],
  ])('%s', (text, kind, rest) => expect(readFileWish(text)).toEqual({ kind, rest }))
})

describe('a 专报 is asked for', () => {
  test.each([
    ['起草一份督查专报', '全部任务'],
    ['写一份6月份通报', '全部任务'],
    ['生成给分管领导的简报', '全部任务'],
    ['生成一份给主要领导的专报', '全部任务'],
    ['要一份本季度工作通报', '全部任务'],
    ['出一份市水务局的专报', '市水务局的任务'],
  ])('%s', (text, rest) => expect(readFileWish(text)).toEqual({ kind: 'report', rest }))
})

test.each(['打印', '打印一页纸', '取一页纸', '打印出来'])('%s: one page of all', (text) =>
  expect(readFileWish(text)).toEqual({ kind: 'page', rest: '全部任务' }),
)

describe('no file is asked for', () => {
  test.each([
    '建立台账制度的任务有哪些',
    '出台方案的有哪些',
    '各单位分别做了什么',
    '第3项已整理成表格',
    '第5项正在制作表格',
    '以后导表就是导出成Excel',
    '第3项已印发督查通报',
    '出台通报制度的是哪项',
    '第3项进度',
    '绘制重点项目作战图的是哪项',
    '打印机采购的任务有哪些',
    '填表',
    '列个清单',
    '转给市水务局',
    `${'逐条落实责任，'.repeat(20)}导出成Excel`,
  ])('%s', (text) => expect(readFileWish(text)).toBeNull())
})
