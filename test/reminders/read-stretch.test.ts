import { expect, test } from '@jest/globals'
import { readStretch } from '../../src/reminders/read-stretch.ts'
import { readWish } from '../../src/reminders/read-wish.ts'

// a Wednesday
const TODAY = '2020-12-16'

test.each([
  ['今天别发了', '2020-12-16', '2020-12-16'],
  ['明天不要提醒', '2020-12-17', '2020-12-17'],
  ['这两天别催我', '2020-12-16', '2020-12-17'],
  ['这周不要再推了', '2020-12-16', '2020-12-20'],
  ['下周先别发', '2020-12-21', '2020-12-27'],
  ['12月25日之前别提醒我', '2020-12-16', '2020-12-24'],
  ['下周一再提醒我', '2020-12-16', '2020-12-20'],
  ['第3项下周三再催', '2020-12-16', '2020-12-22'],
  ['月底再说', '2020-12-16', '2020-12-30'],
  ['暂缓到12月20日', '2020-12-16', '2020-12-19'],
  ['元旦后再提醒', '2020-12-16', '2021-01-01'],
])('%s: from %s until %s', (said, from, until) => {
  const wish = readWish(said)
  expect(wish?.wish).toBe('snooze')
  const { when, again } = wish?.parts ?? {}
  expect(readStretch(when ?? '', again !== undefined, TODAY)).toEqual({ from, until })
})

test('days that are past, and those that no calendar tells, are none', () => {
  expect(readStretch('12月1日前', false, '2020-12-16')).not.toEqual(expect.objectContaining({ until: '2020-11-30' }))
  expect(readStretch('今天', true, TODAY)).toBeNull()
  expect(readStretch('这两天', true, TODAY)).toBeNull()
})

test.each(['下周一报进展', '这周不要忘了报进展', '3月20日前报送监测结果', '别忘了提醒市水务局', '月底要报什么'])(
  '%s puts nothing off',
  (said) => {
    expect(readWish(said)?.wish).not.toBe('snooze')
    expect(readWish(said)?.wish).not.toBe('fewer-reminders')
  },
)

test.each(['别老催我', '把提醒关了', '能不能每周只发一次', '每天早上九点发给我', '下午再发', '为什么老给我发'])(
  '%s changes nothing and is told what can be said',
  (said) => {
    expect(readWish(said)?.wish).toBe('fewer-reminders')
  },
)

test.each([
  '报表',
  '日报表',
  '12月15号之前要交的列个表',
  '上次会议的签到表',
  '校外培训',
  '下周干部休假',
  '职工带薪休假',
  '年底前干部培训',
])('%s is no wish about reminders', (said) => {
  expect(readWish(said)).toBeNull()
})

test.each([
  ['下周我出差', '下周'],
  ['明天起我休假一周', '明天'],
  ['下周我在外地开会', '下周'],
  ['我去省里出差三天', undefined],
])('%s is about being away', (said, when) => {
  expect(readWish(said)).toMatchObject({ wish: 'away' })
  expect(readWish(said)?.parts.when).toBe(when)
})

test.each(['表', '要表', '填报表', '要填报表', '回复表', '填个表'])('%s asks for a form', (said) => {
  expect(readWish(said)?.wish).toBe('report-form')
})
