import { expect, test } from '@jest/globals'
import { assignNumbers, joinNumbers, type Numbered, readMarker } from '../../src/importing/numbering.ts'

test.each([
  ['一、总则', 'han', '一', '总则'],
  ['（二）措施', 'han-paren', '（二）', '措施'],
  ['(十一) 措施', 'han-paren', '(十一)', '措施'],
  ['3.完善制度', 'arabic', '3', '完善制度'],
  ['3.2024年完成', 'arabic', '3', '2024年完成'],
  ['3、完善制度', 'arabic', '3', '完善制度'],
  ['1.2 完善制度', 'multi', '1.2', '完善制度'],
  ['（4）完善制度', 'arabic-paren', '（4）', '完善制度'],
  ['②完善制度', 'circled', '②', '完善制度'],
  ['第三章 保障', 'chapter', '第三章', '保障'],
])('the number before %s', (text, kind, number, rest) => {
  expect(readMarker(text)).toMatchObject({ kind, number, rest })
})

test.each(['2024年完成', '3.5万人次', '12公里', '一方面', '1.5亿元投资'])('%s begins with no number', (text) => {
  expect(readMarker(text)).toBeNull()
})

test('numbers are put together as they are quoted', () => {
  expect([joinNumbers(['四', '(二)', '6']), joinNumbers(['3', '1'])]).toEqual(['四(二)6', '3.1'])
})

const row = (own: string | null, ...above: string[]): Numbered => ({ own, above, group: above.join() })

test('as many numbers above as it takes to be unique', () => {
  expect(assignNumbers([row('1', '一'), row('2', '一'), row('3', '二')], 0)).toEqual(['1', '2', '3'])
  expect(assignNumbers([row('1', '一'), row('2', '一'), row('1', '二')], 0)).toEqual(['一1', '一2', '二1'])
  expect(assignNumbers([row(null, '一'), row(null, '二'), row(null, '二')], 0)).toEqual(['一', '二1', '二2'])
  expect(assignNumbers([row('（一）', '一')], 9)).toEqual(['一（一）'])
})

test('rows without any number are counted through', () => {
  expect(assignNumbers([row(null), row(null)], 0)).toEqual(['1', '2'])
})

test('numbers that the document gives twice are told apart', () => {
  expect(assignNumbers([row('1', '一'), row('1', '一')], 0)).toEqual(['一1', '一1-2'])
})
