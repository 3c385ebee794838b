import { describe, expect, test } from '@jest/globals'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const read = reader(sampleLedger('北京医改23项.txt'), '2020-01-05')

describe('one question, taken apart', () => {
  test('of four filters', () => {
    const reading = read('12月底前市医保局牵头的耗材任务有几项')
    expect([...reading.asks]).toEqual(['count'])
    expect(reading.units.map(({ mention, role }) => [mention.text, role])).toEqual([['市医保局', 'lead']])
    expect(reading.periods.map(({ label }) => label)).toEqual(['12月底前'])
    expect(reading.topic?.text).toBe('耗材')
    expect(reading.numbers).toEqual([])
  })

  test('of a number', () => {
    expect(read('第13项的配合单位').numbers.map(({ parts, bare }) => [parts, bare])).toEqual([[[13], false]])
    expect(read('13').numbers.map(({ parts, bare }) => [parts, bare])).toEqual([[[13], true]])
  })

  test('the end of a time is no part of the name behind it', () => {
    const { units, periods } = read('下个月北京市财政局要交什么')
    expect(units.map(({ mention }) => mention.text)).toEqual(['北京市财政局'])
    expect(periods.map(({ label }) => label)).toEqual(['下个月'])
  })

  test('a date holds no task number, a number no date', () => {
    expect(read('3月15日前要交什么').numbers).toEqual([])
    expect(read('第3项要交什么').periods).toEqual([])
  })
})

describe('how it refers to what was said before', () => {
  const NONE = {
    ellipsis: false,
    narrow: false,
    replace: false,
    correct: false,
    reset: false,
    step: 0,
    focus: false,
    thatOne: false,
  }

  test.each<[string, object]>([
    ['那市财政局呢', { ellipsis: true }],
    ['市财政局呢', { ellipsis: true }],
    ['那些任务谁牵头', { narrow: true }],
    ['其中年底以前的', { narrow: true }],
    ['只要牵头的', { narrow: true }],
    ['换成市财政局', { replace: true }],
    ['不对，我说的是市财政局', { correct: true }],
    ['不是市财政局牵头的有哪些', {}],
    ['清空条件', { reset: true }],
    ['下一项', { step: 1 }],
    ['上一条', { step: -1 }],
    ['下个月到期的', {}],
    ['这项谁牵头', { focus: true }],
    ['它什么时候到期', { focus: true }],
    ['市财政局有哪些任务', {}],
  ])('%s', (text, follow) => expect(read(text).follow).toEqual({ ...NONE, ...follow }))
})

describe('whether it can stand by itself', () => {
  test.each([
    ['年底前要完成的有哪些', true],
    ['市财政局的任务', true],
    ['年底前的', false],
    ['市财政局的呢', false],
  ])('%s: %s', (text, complete) => expect(read(text).complete).toBe(complete))
})

test.each(['我们局有几项', '我单位的任务', '本委牵头什么'])('%s is asked of one’s own unit', (text) => {
  expect(read(text).ownUnit).toBe(true)
})

test('what was recognised is a placeholder in the shape', () => {
  expect(read('市财政局第3项年底前完成吗').shape).toBe('单号期完成吗')
})

describe('what is asked besides tasks', () => {
  test.each(['签约率要达到多少', '补助标准是多少', '要建多少个站点，改造多少公里'])('%s: how much', (text) => {
    expect(read(text).asks).toContain('quantity')
  })

  test('how many of the tasks are done is no such question', () => {
    expect([...read('完成率是多少').asks]).toEqual(['overview'])
    expect([...read('市医保局牵头多少项').asks]).toEqual(['count'])
  })

  test('several tasks at once', () => {
    expect(read('每年上报的那两项').several).toBe(true)
    expect(read('每年上报的那一项').several).toBe(false)
  })

  test.each<[string, string | null]>([
    ['春耕前要完成的', '春耕'],
    ['开学之前该办完的', '开学'],
    ['国庆节前要完成的', null],
    ['三月底前要完成的', null],
    ['目前要完成的', null],
  ])('%s: before what is no date', (text, event) => expect(read(text).event).toBe(event))

  test('a frequency', () => {
    expect(read('半年报一次的').statuses).toEqual([{ status: 'recurring', negated: false, every: 'half-yearly' }])
    expect(read('一年一次的').statuses).toEqual([{ status: 'recurring', negated: false, every: 'yearly' }])
  })

  test.each<[string, boolean[]]>([
    ['市医保局有而市中医局没有的', [false, true]],
    ['市医保局牵头不需要市中医局配合的', [false, true]],
    ['市医保局和市中医局都有的', [false, false]],
  ])('%s: whom it denies', (text, negated) => expect(read(text).units.map((unit) => unit.negated)).toEqual(negated))
})
