import { describe, expect, test } from '@jest/globals'
import type { UnitCount } from '../../src/matching/reading.ts'
import { findUnitCounts } from '../../src/matching/unit-counts.ts'

const inWords = ({ role, least, most, extreme }: UnitCount): string =>
  `${role} ${extreme ?? (least === most ? least : `${least}–${most === Number.POSITIVE_INFINITY ? '' : most}`)}`
const read = (text: string, named = false): string =>
  findUnitCounts(text, named)
    .map(({ count }) => inWords(count))
    .join(', ')

describe('how many units a task has', () => {
  test.each([
    ['只有一家单位负责的', 'any 1'],
    ['只由一个部门牵头的有几项', 'lead 1'],
    ['单独负责的任务', 'any 1'],
    ['独家牵头的', 'lead 1'],
    ['两家以上单位共同负责的', 'any 2–'],
    ['两个及以上部门牵头的任务', 'lead 2–'],
    ['由三家单位配合的', 'cooperating 3'],
    ['配合单位超过三家的', 'cooperating 4–'],
    ['配合单位在5家以上的', 'cooperating 5–'],
    ['至少3个部门参与的', 'any 3–'],
    ['参与部门不到三个的', 'any 1–2'],
    ['配合单位不超过2家的', 'cooperating 1–2'],
    ['多家单位共同承担的', 'any 2–'],
    ['多部门联合牵头的', 'lead 2–'],
    ['共同牵头的有哪些', 'lead 2–'],
    ['没有配合单位的', 'cooperating 0'],
    ['哪些没写牵头单位', 'lead 0'],
    ['责任单位不明确的', 'any 0'],
    ['不用别人配合的', 'cooperating 0'],
    ['配合单位最多的是哪项', 'cooperating most'],
    ['哪项涉及的部门最少', 'any fewest'],
  ])('%s: %s', (text, conditions) => expect(read(text)).toBe(conditions))
})

describe('is not asked where', () => {
  test.each([
    '这两家单位的任务',
    '哪三家单位牵头',
    '有没有配合单位',
    '有几家单位参与',
    '配合单位有哪些',
    '新增企业10家',
    '第3项谁配合',
    '牵头任务最多的单位',
  ])('%s', (text) => expect(read(text)).toBe(''))

  test('the units are named', () => {
    expect(read('市医保局和市财政局两家共同负责的', true)).toBe('')
    expect(read('市医保局共同牵头的', true)).toBe('')
    expect(read('市医保局牵头、三家以上单位配合的', true)).toBe('cooperating 3–')
  })
})
