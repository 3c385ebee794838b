import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readTimes, type TimeContext, type TimeReading } from '../../src/dates/index.ts'

const PIECES = [
  '2021年',
  '二〇二一年',
  '今年',
  '明年',
  '19年',
  '3月',
  '十二月',
  '本月',
  '下个月',
  '31日',
  '5号',
  '2月30日',
  '月底',
  '年底',
  '底',
  '末',
  '前',
  '之前',
  '起',
  '以来',
  '期间',
  '至',
  '到',
  '—',
  '、',
  '，',
  '和',
  '每年',
  '每季度',
  '每月',
  '每周',
  '五',
  '下周',
  '周三',
  '一季度',
  '上半年',
  '十四五',
  '“',
  '”',
  '春节',
  '国庆',
  '五一',
  '节',
  '3天',
  '10个工作日',
  '内',
  '后',
  '近',
  '未来',
  '持续推进',
  '长期',
  '2021-03-31',
  '20210331',
  '3.31',
  '17:00',
  '下班',
  '（',
  '）',
  '第',
  '项',
  '〔2021〕',
  '号',
  '%',
  ' ',
  '\n',
  '逢单月',
  '半年一次',
  '农历',
  '初八',
  '最后一个',
  '头',
  '尾',
  '零',
  '两年',
  '三个月',
  '半',
  '上两周',
  '前两天',
  '周三四',
  '至四',
  '民国',
  '世纪',
  '年代',
  '廿一',
  '第三天',
  '的今天',
  '次日',
  '凌晨',
  '九点',
  '20:15',
  '点三',
  '汛期',
  '小寒',
  '89年',
  '报送',
  '完成',
]
const purposes: TimeContext['purpose'][] = ['phrase', 'question', 'ledger']
const context = fc.record({
  now: fc.constantFrom('2020-02-29', '2021-05-17', '2021-12-31', '2024-01-01'),
  purpose: fc.constantFrom(...purposes),
  year: fc.constantFrom(null, 2021),
  looks: fc.constantFrom('ahead' as const, 'back' as const),
})
const composed = fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(''))

const plain = ({ milestones, alternatives, problems }: TimeReading) => ({
  milestones: milestones.map(({ span: _, ...rest }) => rest),
  alternatives: alternatives.map((reading) => reading.map(({ span: _, ...rest }) => rest)),
  problems: problems.map(({ message }) => message),
})

const DAY = /^(?:\d{4}|XXXX)-\d{2}-\d{2}$/

const isSound = (text: string, reading: TimeReading): void => {
  let last = 0
  for (const { span, due, start, until } of reading.milestones) {
    const [from, to] = span
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThan(from)
    expect(to).toBeLessThanOrEqual(text.length)
    expect(from).toBeGreaterThanOrEqual(last)
    last = from
    for (const day of [due, start, until]) if (day != null) expect(day).toMatch(DAY)
    if (due !== null && start !== null && !due.startsWith('X')) expect(start <= due).toBe(true)
  }
}

test('never throws, whatever the text, and spans lie in it in order', () => {
  fc.assert(
    fc.property(fc.oneof(composed, fc.string({ unit: 'binary' }), fc.string()), context, (text, given) => {
      isSound(text, readTimes(text, given))
    }),
    { numRuns: 3000 },
  )
})

const FULL_WIDTH: Record<string, string> = {
  ':': '：',
  ',': '，',
  '(': '（',
  ')': '）',
  '.': '．',
  '-': '－',
  '/': '／',
}
const widen = (text: string): string =>
  text.replace(/[\d:,().\-/]/g, (sign) => FULL_WIDTH[sign] ?? String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

test('full width reads like half width', () => {
  fc.assert(
    fc.property(composed, context, (text, given) => {
      const phrase = { ...given, purpose: given.purpose === 'ledger' ? ('phrase' as const) : given.purpose }
      expect(plain(readTimes(widen(text), phrase)).milestones).toEqual(plain(readTimes(text, phrase)).milestones)
    }),
    { numRuns: 1000 },
  )
})

const DIGITS = '〇一二三四五六七八九'
const inChinese = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`
  return head + (ones === 0 ? '' : DIGITS.charAt(ones))
}
const yearInChinese = (year: number): string => [...String(year)].map((digit) => DIGITS.charAt(Number(digit))).join('')

const FORMS: ((year: string, month: string, day: string) => string)[] = [
  (year, month, day) => `${year}年${month}月${day}日前`,
  (_year, month) => `${month}月底前完成`,
  (year, month) => `${year}年${month}月`,
  (_year, month, day) => `每年${month}月${day}日前`,
  (_year, _month, day) => `每月${day}日前`,
  (_year, _month, day) => `${day}日内`,
  (_year, _month, day) => `${day}个工作日内`,
  (_year, month) => `${month}个月内`,
  (year, month) => `从${year}年起，每年${month}月底前`,
  (year, month, day) => `${year}年${month}月${day}日至${month}月底`,
]

test('Chinese numerals read like Arabic ones', () => {
  const given = fc.tuple(
    fc.constantFrom(...FORMS),
    fc.integer({ min: 2016, max: 2035 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    context,
  )
  fc.assert(
    fc.property(given, ([form, year, month, day, where]) => {
      const phrase = { ...where, purpose: 'phrase' as const }
      const arabic = readTimes(form(String(year), String(month), String(day)), phrase)
      const chinese = readTimes(form(yearInChinese(year), inChinese(month), inChinese(day)), phrase)
      expect(plain(chinese).milestones).toEqual(plain(arabic).milestones)
    }),
    { numRuns: 1000 },
  )
})

test('white space inside a phrase changes nothing', () => {
  const phrases = [
    '2021年10月底前',
    '每季度末月25日前',
    '从2022年起，每年6月底前',
    '10个工作日内',
    '“十四五”期间',
    '下周三下班前',
  ]
  const spaced = fc.tuple(fc.constantFrom(...phrases), fc.constantFrom(' ', '\n', '\u3000', '\t'), fc.nat())
  fc.assert(
    fc.property(spaced, ([phrase, space, seed]) => {
      // anywhere but between two digits
      const gaps = [...phrase].map((_, i) => i).filter((i) => i > 0 && !/\d\d/.test(phrase.slice(i - 1, i + 1)))
      const at = gaps[seed % gaps.length] as number
      const given = { now: '2021-05-17', purpose: 'phrase' as const }
      const text = phrase.slice(0, at) + space + phrase.slice(at)
      expect(plain(readTimes(text, given))).toEqual(plain(readTimes(phrase, given)))
    }),
  )
})

test('traditional characters read like simplified ones', () => {
  const pairs = [
    ['下個禮拜五前', '下个礼拜五前'],
    ['兩週內', '两周内'],
    ['三個月之後', '三个月之后'],
    ['國慶節前', '国庆节前'],
    ['9月30號以前', '9月30号以前'],
    ['長期堅持', '长期坚持'],
    ['持續推進', '持续推进'],
  ] as const
  const given = { now: '2021-05-17', purpose: 'phrase' as const }
  for (const [traditional, simplified] of pairs)
    expect(plain(readTimes(traditional, given))).toEqual(plain(readTimes(simplified, given)))
})
