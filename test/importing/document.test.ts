import { expect, test } from '@jest/globals'
import { documentFacts } from '../../src/importing/document-facts.ts'
import { shortNameOf } from '../../src/importing/short-name.ts'
import { titleInContent } from '../../src/importing/task-title.ts'

const facts = (...lines: string[]) =>
  documentFacts(
    lines.map((text, i) => ({ kind: 'paragraph' as const, text, line: i + 1 })),
    '台账',
  )

test.each([
  ['a table title below its annex number', ['附件1', '2023年重点任务分工表'], '2023年重点任务分工表', 2023],
  [
    'a title broken over two lines',
    ['南江县推进河湖长制', '重点工作任务清单'],
    '南江县推进河湖长制重点工作任务清单',
    null,
  ],
  [
    'the document that a notice encloses',
    ['某市文件', '某政发〔2022〕3号', '关于印发《某市交通规划》的通知', '现予印发。', '某市交通规划', '一、总则'],
    '某市交通规划',
    2022,
  ],
  [
    'the enclosed one named only in the notice',
    ['关于印发《某市交通规划》的通知', '现予印发。', '2021年3月2日'],
    '某市交通规划',
    2021,
  ],
  [
    'a range of years is not the year of the document',
    ['三年行动计划（2021—2023年）', '2021年5月6日'],
    '三年行动计划（2021—2023年）',
    2021,
  ],
  [
    'a document cited in the text gives no year',
    ['工作方案', '根据《意见》（国发〔2015〕8号），制定本方案。'],
    '工作方案',
    null,
  ],
  ['no title', ['本表由各单位填写。'], null, null],
])('%s', (_, lines, title, year) => {
  expect(facts(...lines)).toMatchObject({ title, year })
})

test.each([
  ['西江省推进营商环境优化提升三年行动方案', '营商环境方案'],
  ['东山市2024年安全生产重点任务清单', '安全生产清单'],
  ['关于加强校园食品安全工作的实施意见', '校园食品安全意见'],
  ['2024年重点工作任务分解表', '2024年任务表'],
  ['北原县2024年乡村振兴工作要点', '乡村振兴要点'],
  ['沙河县交通强县建设重点任务分工表', '交通强县分工'],
])('the short name of %s is %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short)
  expect(short.length).toBeLessThanOrEqual(9)
})

test.each([
  ['1.健全工作机制。定期会商。', '健全工作机制'],
  ['推广电子证照', '推广电子证照'],
  ['健全机制，定期会商。', null],
  ['2024年完成改造。加强管理。', null],
  ['到2025年建成三座水厂。', null],
])('the short name in %s', (content, title) => {
  expect(titleInContent(content)).toBe(title)
})
