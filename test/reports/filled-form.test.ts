import { expect, test } from '@jest/globals'
import { FORM, formText, readFilledForm, unfoldForm } from '../../src/reports/filled-form.ts'

const ROWS = [
  { no: '3', title: '整治城区黑臭水体' },
  { no: '（五）2', title: '编制规划：分年度实施' },
]

/** The form with words written behind its colons, in their order. */
const filledWith = (...words: string[]): string => {
  let row = 0
  return formText('市水务局〔河湖治理〕', ROWS)
    .split('\n')
    .map((line, at) => (at < 2 ? line : `${line}${words[row++] ?? ''}`))
    .join('\n')
}

test('a form has a row for each task', () => {
  expect(filledWith().split('\n')).toEqual([
    '【填报表】市水务局〔河湖治理〕',
    '请在冒号后填写进展，不报的留空，整条发回：',
    '3　整治城区黑臭水体：',
    '（五）2　编制规划 分年度实施：',
  ])
})

test('what was filled in is read back by the numbers, and what was left empty is not', () => {
  expect(readFilledForm(filledWith('已清淤两公里', '正在征求意见：第二轮'))).toBe(
    '第3项：已清淤两公里\n（五）2：正在征求意见：第二轮',
  )
  expect(readFilledForm(filledWith('', '已印发'))).toBe('（五）2：已印发')
  expect(readFilledForm(filledWith('——', '无'))).toBe('')
})

test('a line that was broken belongs to the row above it', () => {
  expect(readFilledForm(filledWith('已清淤，', '已印发').replace('已清淤，', '已清淤，\n申请办结'))).toBe(
    '第3项：已清淤，申请办结\n（五）2：已印发',
  )
})

test('its heading may have got lost', () => {
  expect(readFilledForm('3　整治城区黑臭水体：已清淤\n5　编制规划：')).toBe('第3项：已清淤')
  expect(readFilledForm('3：已清淤\n5：')).toBe('第3项：已清淤')
})

test.each([
  '第3项：已清淤两公里',
  '3：已清淤\n5：正在编制',
  '各单位：\n请于周五前报送',
  '导入《防汛任务清单》\n1　巡堤：水务局\n2　备料：应急局',
])('%j is no form', (message) => {
  expect(readFilledForm(message)).toBeNull()
  expect(unfoldForm(message)).toBe(message)
})

test('one sent back empty asks for another', () => {
  expect(unfoldForm(filledWith())).toBe('填报表')
  expect(unfoldForm(`${FORM}市水务局`)).toBe('填报表')
})
