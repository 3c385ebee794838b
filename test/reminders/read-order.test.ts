import { expect, test } from '@jest/globals'
import { asksForReports, readOrder } from '../../src/reminders/read-order.ts'

test.each([
  ['明天上午九点提醒各牵头单位', '明天上午九点提醒各牵头单位', '', false],
  ['提醒各牵头单位明天上午九点', '提醒各牵头单位明天上午九点', '', false],
  ['明早通知各单位周五前报进展', '明早', '各单位周五前报进展', true],
  ['催一下市水务局抓紧办', '', '市水务局抓紧办', false],
  ['各单位月底前报送进展', '', '各单位月底前报送进展', true],
  ['给没报的单位发个提醒', '给没报的单位发个提醒', '', false],
])('%s', (text, sending, asked, reports) => {
  const order = readOrder(text)
  expect(order).toEqual({ sending, asked })
  expect(asksForReports(order)).toBe(reports)
})
