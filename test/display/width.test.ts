import { describe, expect, test } from '@jest/globals'
import { renderTable } from '../../src/display/table.ts'
import { displayWidth, padTo, truncateTo } from '../../src/display/width.ts'

describe('displayWidth', () => {
  test.each([
    ['abc', 3],
    ['督办', 4],
    ['（一）', 6],
    ['，。：', 6],
    ['ＡＢ１', 6],
    ['“引号”…', 7],
    ['Ⅲ级', 3],
    ['\u3000', 2],
    ['e\u0301', 1],
    ['零\u200b宽', 4],
    ['👍🏽', 2],
    ['𠮷', 2],
    ['', 0],
  ])('%j takes %i cells', (text, width) => expect(displayWidth(text)).toBe(width))
})

test('padding fills to the width and never cuts', () => {
  expect(padTo('单位', 6)).toBe('单位  ')
  expect(padTo('责任单位', 6)).toBe('责任单位')
})

test('truncation never splits a wide character and marks what is left out', () => {
  expect(truncateTo('牵头单位', 8)).toBe('牵头单位')
  expect(truncateTo('牵头单位', 7)).toBe('牵头单…')
  expect(truncateTo('牵头单位', 6)).toBe('牵头…')
  expect(truncateTo('牵头单位', 0)).toBe('')
})

describe('renderTable', () => {
  const rows = [
    ['1', '修订应急预案', '区应急局'],
    ['12', '开展燃气管道老化更新改造和隐患排查整治', '区城管委'],
  ]

  test('columns stand under one another', () => {
    expect(renderTable(['序号', '任务', '单位'], rows, 80)).toBe(
      [
        '序号  任务                                    单位',
        '────  ──────────────────────────────────────  ────────',
        '1     修订应急预案                            区应急局',
        '12    开展燃气管道老化更新改造和隐患排查整治  区城管委',
      ].join('\n'),
    )
  })

  test.each([40, 30, 24])('no line is wider than %i cells', (room) => {
    const lines = renderTable(['序号', '任务', '单位'], rows, room).split('\n')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(room)
    expect(lines[3]).toContain('…')
  })
})
