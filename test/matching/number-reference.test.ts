import { describe, expect, test } from '@jest/globals'
import { findNumbers, numberParts } from '../../src/matching/number-reference.ts'

const read = (text: string) =>
  findNumbers(text, () => false).map(({ parts, to }) => (to === undefined ? parts : [...parts, '…', to]))

describe('numbers by which a task is meant', () => {
  test.each<[string, unknown[]]>([
    ['第7项是什么', [[7]]],
    ['第十二项谁牵头', [[12]]],
    ['任务7的时限', [[7]]],
    ['7号任务', [[7]]],
    ['序号二十一', [[21]]],
    ['no.7讲的什么', [[7]]],
    ['(三)2什么时候交', [[3, 2]]],
    ['(三)第2项', [[3, 2]]],
    ['第三大项第2条', [[3, 2]]],
    ['第(六)项', [[6]]],
    ['四(二)6由谁负责', [[4, 2, 6]]],
    ['第3到第5项', [[3, '…', 5]]],
    ['3、5项', [[3], [5]]],
    ['第3 5 9项', [[3], [5], [9]]],
    ['十一十二两项', [[11], [12]]],
    ['第三四项', [[3], [4]]],
    ['(五)到(七)', [[5, '…', 7]]],
    ['6到9', [[6, '…', 9]]],
    ['新增2什么时候到期', [[0, 2]]],
    ['新增第2项', [[0, 2]]],
    ['7呢', [[7]]],
    ['7', [[7]]],
  ])('%s', (text, parts) => expect(read(text)).toEqual(parts))

  test.each([
    '签约率达到60%',
    '〔2019〕38号',
    '共有几项',
    '三家医院',
    '2020年',
    '三四项任务',
    '省税务局的两项',
    '新增2个站点',
  ])('%s has none', (text) => {
    expect(read(text)).toEqual([])
  })

  test('a task’s own number is read from the outside in', () => {
    expect(numberParts('（十五）1')).toEqual([15, 1])
    expect(numberParts('五(二十)1')).toEqual([5, 20, 1])
    expect(numberParts('新增2')).toEqual([0, 2])
    expect(numberParts('11')).toEqual([11])
  })
})
