import { expect, test } from '@jest/globals'
import { findLongOverdue } from '../../src/matching/long-overdue.ts'

const NOW = '2024-05-20'

test.each([
  ['逾期超过30天的', '2024-04-19'],
  ['逾期30天以上的', '2024-04-20'],
  ['已经超期一个月的有几项', '2024-04-20'],
  ['过期两周多的', '2024-05-06'],
  ['拖了半年的', '2023-11-20'],
  ['逾期一年以上', '2023-05-20'],
])('%s', (text, to) => {
  expect(findLongOverdue(text, NOW)?.period).toMatchObject({ from: null, to })
})

test.each(['逾期的有几项', '逾期3天内的', '逾期不超过10天的', '30天内到期的'])('%s names no such time', (text) => {
  expect(findLongOverdue(text, NOW)).toBeNull()
})
