import { describe, expect, test } from '@jest/globals'
import { readText } from './ledgers.ts'

/** Messages of the doubts about one row: its text, its deadline cell. */
const about = (content: string, timing: string, title = '2024年任务清单'): string[] => {
  const { tasks } = readText(
    `${title}\n序号\t任务\t牵头单位\t完成时限\n1\t${content}\t市水务局\t${timing}\n2\t乙\t市林业局\t2024年底前\n`,
  )
  return tasks[0]?.doubts.map(({ message }) => message) ?? []
}

describe('the deadline cell against the text', () => {
  test.each([
    ['到2026年，全部完成改造。', '2024年底前'],
    ['每年3月底前上报监测结果。', '2024年3月底前'],
  ])('%s contradicts %s', (content, timing) => {
    expect(about(content, timing)).toEqual([expect.stringContaining('不一致')])
  })

  test.each([
    ['2024年，完成改造。', '2024年12月底前'],
    ['2024年12月底前完成改造。', '2024年底前'],
    ['6月底前拿出方案。', '2024年底前'],
    ['2024—2026年每年开展评估。', '2026年底前'],
    ['落实《2026年行动方案》（某发〔2025〕3号）。', '2024年底前'],
    ['每月发放补助。', '2024年底前'],
    ['到2026年，覆盖率达到九成。', '持续推进'],
  ])('%s agrees with %s', (content, timing) => {
    expect(about(content, timing)).toEqual([])
  })
})

test('a year that nobody gives is doubted and not filled in', () => {
  expect(about('甲', '8月底前', '任务清单')).toEqual([expect.stringMatching(/没有写年份/u)])
  expect(about('甲', '8月底前')).toEqual([])
})

test('a day that there is not, and words without a date', () => {
  expect(about('甲', '2月30日')).toEqual([expect.stringContaining('2月30日')])
  expect(about('甲', '汛期前')).toEqual([expect.stringContaining('没有读出日期')])
})

test('no unit, no deadline', () => {
  const { tasks } = readText('序号\t任务\t牵头单位\t时限\n1\t甲\t\t\n2\t乙\t市林业局\t长期\n')
  expect(tasks[0]?.doubts.map(({ field }) => field)).toEqual(['lead', 'milestones'])
})

test('one unit under two names', () => {
  const { doubts } = readText(
    '序号\t任务\t牵头单位\t时限\n1\t甲\t市卫生健康委\t长期\n2\t乙\t市卫健委\t长期\n3\t丙\t市林业局\t长期\n',
  )
  expect(doubts).toEqual([{ field: 'units', message: expect.stringMatching(/市卫生健康委.*市卫健委/u) }])
})

test('a row that cannot be read is kept in the doubt', () => {
  const { tasks, doubts } = readText('序号\t任务\t牵头单位\n1\t甲任务。\t市水务局\n\t\t市林业局\n')
  expect(tasks).toHaveLength(1)
  expect(doubts).toContainEqual({ field: 'row', message: expect.stringMatching(/第3行.*市林业局/u) })
})

test.each([
  ['每季度开展一次督查，通报结果。', ['quarterly']],
  ['落实岗位补助，每月3500元。', []],
  ['每年交流教师比例达到一成。', []],
])('without a column of deadlines, %s comes round as %j', (content, recurs) => {
  const { tasks } = readText(`2024年任务清单\n序号\t任务\t牵头单位\n1\t${content}\t市水务局\n2\t乙\t市林业局\n`)
  expect(tasks[0]?.milestones.map((milestone) => milestone.recurs)).toEqual(recurs)
})
