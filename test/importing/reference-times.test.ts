import { expect, test } from '@jest/globals'
import { readDeadlinesInText } from '../../src/importing/read-deadlines.ts'

const days = (text: string): (string | null)[] => readDeadlinesInText(text, 2024).milestones.map(({ due }) => due)

test.each([
  ['到2025年，单位产值水耗比2020年下降16%', ['2025-12-31']],
  ['到2026年底，重度污染天数较2023年减少3天', ['2026-12-31']],
  ['与2022年同期相比，2024年底前信访量下降一成', ['2024-12-31']],
  ['在2021年基础上再压减两成', []],
  ['以2023年为基数核定指标', []],
  ['合格率从2022年的82%提高到2025年的95%', ['2025-12-31']],
  ['印发2024年度全市防汛演练方案', []],
  ['修订2024—2027年人才发展规划，9月底前报审', ['2024-09-30']],
  ['2022年底前建成的泵站全部移交管养', []],
  ['2024年底前出台管理办法', ['2024-12-31']],
  ['落实2024年中央一号文件要求，5月底前完成播种', ['2024-05-31']],
])('%s', (text, expected) => {
  expect(days(text)).toEqual(expected)
})
