import { describe, expect, test } from '@jest/globals'
import type { Whether } from '../../src/matching/reading.ts'
import { readWhether, spellOutChoice } from '../../src/matching/whether.ts'

test.each<[string, Whether | null]>([
  ['第3项是市财政局牵头吗', 'fact'],
  ['第3项逾期了没有', 'fact'],
  ['第3项交了没', 'fact'],
  ['第3项归财政局管吧', 'fact'],
  ['是不是都要报', 'fact'],
  ['第3项是否到期', 'fact'],
  ['有逾期的吗', 'any'],
  ['这周有没有要报的', 'any'],
  ['下月到期的有没有', 'any'],
  ['第3项有配合单位吗', 'any'],
  ['第3项财政局牵头还是审计局牵头', 'either'],
  ['第3项谁牵头', null],
  ['第3项怎么了', null],
  ['要交什么', null],
  ['还有什么', null],
  ['没有配合单位的', null],
])('%s', (text, whether) => expect(readWhether(text)).toBe(whether))

describe('a doubled verb is spelt out', () => {
  test.each([
    ['第3项逾没逾期', '第3项是否逾期'],
    ['第3项归不归财政局', '第3项是否归财政局'],
    ['财政局参不参与', '财政局是否参与'],
    ['有没有逾期', '有没有逾期'],
    ['是不是', '是不是'],
  ])('%s', (said, text) => expect(spellOutChoice(said)).toBe(text))
})
