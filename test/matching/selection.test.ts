import { expect, test } from '@jest/globals'
import { findSelection } from '../../src/matching/selection.ts'

const select = (text: string) => {
  const found = findSelection(text, () => false)
  return found && (found.first ?? found.places)
}

test.each<[string, number | number[] | null]>([
  ['第二个详细说说', [2]],
  ['最后一个', [-1]],
  ['倒数第二个', [-2]],
  ['前三个', 3],
  ['前5项有哪些', 5],
  ['后两个', -2],
  ['第一个和第三个', [1, 3]],
  ['第二个季度', null],
  ['后面那个谁牵头', [-1]],
  ['前者的时限', [1]],
  ['第11项', null],
])('%s', (text, places) => expect(select(text)).toEqual(places))
