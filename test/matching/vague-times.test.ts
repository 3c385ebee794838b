import { describe, expect, test } from '@jest/globals'
import { spellOutTimes } from '../../src/matching/vague-times.ts'

describe('a vague length is the longer one that is said', () => {
  test.each([
    ['三五天内到期的', '5天内到期的'],
    ['这一两天要交的', '2天内要交的'],
    ['两三个月内要完成的', '3个月内要完成的'],
    ['一两周要交什么', '2周内要交什么'],
    ['最近两三天到期的', '3天内到期的'],
    ['十天半个月内要报的', '15天内要报的'],
    ['个把月内到期的', '1个月内到期的'],
    ['这几天要交什么', '7天内要交什么'],
    ['近几个月到期的', '3个月内到期的'],
    ['十来天内', '15天内'],
    ['年前要完成的', '春节前要完成的'],
    ['过完年后要交的', '春节后要交的'],
  ])('%s: %s', (said, text) => expect(spellOutTimes(said)).toBe(text))
})

describe('is left alone', () => {
  test.each([
    '还有几天到期',
    '第11项还剩几天',
    '2020年前要完成的',
    '两年前',
    '今年后半年',
    '青年前沿工程',
    '前三五项',
    '三五家单位',
    '一两周岁',
    '15天内到期的',
  ])('%s', (text) => expect(spellOutTimes(text)).toBe(text))
})
