import { describe, expect, test } from '@jest/globals'
import { extensionForm, REPORT_LEAD, reportForm, returnForm, supplementForm } from '../../src/replies/actions/forms.ts'
import { formText } from '../../src/reply.ts'
import { readDecision } from '../../src/reports/read-decision.ts'
import { readReportOnTask } from '../../src/reports/read-form.ts'

const today = '2024-05-10'
const read = (filledIn: Record<number, string>) =>
  readReportOnTask(formText(reportForm, filledIn), today, REPORT_LEAD)?.parts.map(({ claim }) => claim)
const [underway = '', done = '', notBegun = '', noNews = ''] =
  reportForm.fields[0]?.options?.map(({ say }) => say) ?? []

describe('a report that was filled in', () => {
  test('is what its state and its percentage say, whatever else it tells of', () => {
    const claims = read({
      0: underway,
      1: '60',
      2: '已完成第3批12家企业检查，整改率达95%；方案已印发\n第7项任务衔接有序',
      3: '经费未到位，需延期采购',
      4: '6月底前完成验收',
    })
    expect(claims).toEqual([{ percent: 60, state: 'underway', request: null, corrects: false, difficulty: true }])
  })

  test.each([
    [done, 'done'],
    [notBegun, 'not-begun'],
    [noNews, 'no-news'],
  ])('%s', (state, expected) => {
    expect(read({ 0: state, 2: '材料已报送' })).toEqual([expect.objectContaining({ state: expected, percent: null })])
  })

  test('keeps all its words', () => {
    const filledIn = { 0: underway, 2: '培训了80人', 4: '组织考核' }
    expect(readReportOnTask(formText(reportForm, filledIn), today, REPORT_LEAD)?.parts[0]?.text).toBe(
      '正在推进；培训了80人；下一步：组织考核',
    )
  })
})

test('a button’s words are about its task alone, whatever numbers stand in them', () => {
  const spoken = readReportOnTask('已全部完成，申请办结', today, REPORT_LEAD)
  expect(spoken?.parts).toEqual([
    expect.objectContaining({ target: { kind: 'last' }, claim: expect.objectContaining({ state: 'done' }) }),
  ])
})

test('a later day is the one that was chosen, not one of the reason', () => {
  const text = formText(extensionForm, { 0: '4月1日才收到资金，省里要求5月底前统一延期安排', 1: '2024-09-30' })
  expect(text.endsWith('申请延期到2024-09-30')).toBe(true)
  expect(readReportOnTask(text, today, REPORT_LEAD)?.parts[0]?.claim.request).toBe('extension')
})

test('a refusal names what was received and why', () => {
  expect(readDecision(formText(returnForm('0510-02'), { 0: '缺印发文号' }))).toMatchObject({
    verdict: 'refuse',
    receipt: '0510-02',
    reason: '缺印发文号',
  })
})

test('nothing filled in says nothing', () => {
  expect(formText(supplementForm, { 0: '  ' })).toBe('')
})
