import { expect, test } from '@jest/globals'
import { fromRecognizers, type PeerMilestone } from './recognizers-milestones.mjs'

const TODAY = '2021-05-17'
const short = (milestones: PeerMilestone[]) =>
  milestones.map(({ start, due, recurs, ongoing }) => [start, due, recurs, ongoing])

/** A result over a part of the text; the last value is the future one. */
const result = (text: string, part: string, ...values: Record<string, string>[]) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length - 1,
  text: part,
  resolution: { values },
})

test('a pair of values gives the future one, with the last day of the range', () => {
  const text = '3月底'
  const found = result(
    text,
    '3月',
    { timex: 'XXXX-03', type: 'daterange', start: '2021-03-01', end: '2021-04-01' },
    { timex: 'XXXX-03', type: 'daterange', start: '2022-03-01', end: '2022-04-01' },
  )
  expect(short(fromRecognizers(text, [found], TODAY))).toEqual([['2022-03-01', '2022-03-31', null, false]])
})

test('the last unit that a range names belongs to it', () => {
  const years = result('2022至2024年', '2022至2024年', {
    timex: '(2022-01-01,2024-01-01,P2Y)',
    type: 'daterange',
    start: '2022-01-01',
    end: '2024-01-01',
  })
  expect(short(fromRecognizers(years.text, [years], TODAY))).toEqual([['2022-01-01', '2024-12-31', null, false]])
})

test.each([
  ['11月5日前', 'datetimepoint', '2021-11-05', '2021-11-05'],
  ['国庆节前', 'datetimepoint', '2021-10-01', '2021-09-30'],
  ['下月前', 'datetimerange', '2021-06-01', '2021-05-31'],
])('%s: the day before which it is due', (text, sourceEntity, end, due) => {
  const before = result(text, text, { timex: 'x', Mod: 'before', type: 'daterange', sourceEntity, end })
  expect(short(fromRecognizers(text, [before], TODAY))).toEqual([[null, due, null, false]])
})

test('a set takes over the dates right behind it', () => {
  const text = '每月10日、25日前'
  const day = (part: string, end: string) =>
    result(text, part, { timex: 'x', Mod: 'before', type: 'daterange', sourceEntity: 'datetimepoint', end })
  const set = result(text, '每月', { timex: 'P1M', type: 'set', value: 'not resolved' })
  const milestones = fromRecognizers(text, [set, day('10日', '2021-06-10'), day('25日前', '2021-05-25')], TODAY)
  expect(short(milestones)).toEqual([
    [null, '2021-06-10', 'monthly', false],
    [null, '2021-05-25', 'monthly', false],
  ])
})

test.each([
  ['P3M', [['2021-06-30', 'quarterly']]],
  ['P1W', [['2021-05-23', 'weekly']]],
  ['XXXX-WXX-5', [['2021-05-21', 'weekly']]],
  [
    'P0.5Y',
    [
      ['2021-06-30', 'yearly'],
      ['2021-12-31', 'yearly'],
    ],
  ],
])('a set by itself: %s', (timex, expected) => {
  const set = result('每', '每', { timex, type: 'set', value: 'not resolved' })
  expect(fromRecognizers('每', [set], TODAY).map(({ due, recurs }) => [due, recurs])).toEqual(expected)
})

test('a duration is a deadline only where the text says within', () => {
  const two = (text: string) => [result(text, '两周', { timex: 'P2W', type: 'duration', value: '1209600' })]
  expect(short(fromRecognizers('两周内', two('两周内'), TODAY))).toEqual([[null, '2021-05-31', null, false]])
  expect(fromRecognizers('历时两周', two('历时两周'), TODAY)).toEqual([])
})
