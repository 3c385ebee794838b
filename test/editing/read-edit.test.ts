import { describe, expect, test } from '@jest/globals'
import { readEdit } from '../../src/editing/read-edit.ts'
import type { SpokenEdit } from '../../src/editing/spoken-edit.ts'

/** A change on one line: `3 timing=6月底`. */
const inWords = (edit: SpokenEdit | null): string | null => {
  if (edit === null) return null
  if (edit.kind === 'add')
    return ['add', edit.ledger ?? '', edit.content, edit.lead.join('+'), edit.cooperating.join('+'), edit.timing].join(
      '|',
    )
  const numbers = edit.numbers.map(({ parts }) => parts.join('.')).join(',')
  const edits = edit.edits.map((one) =>
    'mode' in one ? `${one.field} ${one.mode} ${one.value.join('+')}` : `${one.field} ${one.value}`,
  )
  return [numbers, edit.words, ...edits].join('|')
}

describe('changes of a task', () => {
  test.each([
    ['第3项时限改为6月底', '3||timing 6月底'],
    ['把第3项的完成时限调整到2024年9月30日', '3||timing 2024年9月30日'],
    ['请将第12项截止时间从6月底改成7月15日', '12||timing 7月15日'],
    ['修改第3项时限为年底前', '3||timing 年底前'],
    ['修改第3项的时限', '3|'],
    ['第8项改到下个月底', '8||timing 下个月底'],
    ['第8项改为持续推进', '8||timing 持续推进'],
    ['第9项目录的时限改为3月底', '9|目录|timing 3月底'],
    ['（二）3牵头单位改为市交通局', '2.3||lead set 市交通局'],
    ['第5项责任单位换成市住建局、市城管局', '5||lead set 市住建局+市城管局'],
    ['第5项责任单位改为市住建局和市城管局', '5||lead set 市住建局+市城管局'],
    ['第5项配合单位增加市应急局', '5||cooperating add 市应急局'],
    ['第5项增加配合单位市应急局、市气象局', '5||cooperating add 市应急局+市气象局'],
    ['第5项增加市应急局为配合单位', '5||cooperating add 市应急局'],
    ['第5项去掉配合单位市应急局', '5||cooperating remove 市应急局'],
    ['第5项时限改为6月底，牵头单位改为市交通局', '5||timing 6月底|lead set 市交通局'],
    ['这项的时限改为6月底', '||timing 6月底'],
    ['老旧小区改造的时限改为6月底', '|老旧小区改造|timing 6月底'],
  ])('%s', (text, read) => {
    expect(inWords(readEdit(text))).toBe(read)
  })
})

describe('new tasks', () => {
  test.each([
    [
      '新增任务：排查危旧桥梁，牵头市交通局，配合市应急局、市财政局，6月底前完成',
      'add||排查危旧桥梁|市交通局|市应急局+市财政局|6月底前完成',
    ],
    [
      '增加一项任务：由市水务局牵头，市应急局配合，汛前完成水库除险加固，时限5月31日',
      'add||汛前完成水库除险加固|市水务局|市应急局|5月31日',
    ],
    [
      '新增任务\n内容：建立巡查台账\n责任单位：市城管局\n完成时限：每月25日前',
      'add||建立巡查台账|市城管局||每月25日前',
    ],
    ['在防汛清单里新增任务：排查涵洞，牵头市水务局', 'add|防汛清单|排查涵洞|市水务局||'],
    ['新增任务', 'add|||||'],
  ])('%s', (text, read) => {
    expect(inWords(readEdit(text))).toBe(read)
  })
})

test.each([
  '第3项时限改到什么时候了',
  '第3项时限改了没有',
  '本周新增任务有哪些',
  '新增任务有几项？',
  '第3项改为50%',
  '更正：刚才报的28.6应为26.8',
  '第5项改造工程已完工',
  '第5项申请延期到6月底，原因是方案调整',
  '以后医保处都算医保局',
  '第3项已完成，配合单位市财政局已拨款',
  '牵头单位是市交通局的有哪些',
])('%s changes nothing of the ledger', (text) => {
  expect(readEdit(text)).toBeNull()
})
