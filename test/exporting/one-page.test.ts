import { expect, test } from '@jest/globals'
import { onePage } from '../../src/exporting/one-page.ts'
import type { SpecialReport } from '../../src/exporting/special-report.ts'

const report = (late: number, soon: number): SpecialReport => ({
  title: '关于河湖治理办理情况的专报',
  opening: '现将办理情况报告如下。',
  sections: [
    { heading: '一、总体情况', paragraphs: ['任务共80项。'] },
    { heading: `二、时限已过（${late}项）`, paragraphs: Array.from({ length: late }, (_, n) => `${n + 1}．某项工作`) },
    {
      heading: `三、即将到期（${soon}项）`,
      paragraphs: Array.from({ length: soon }, (_, n) => `${n + 1}．另一项工作`),
    },
  ],
  date: '2020年3月16日',
})

const lines = ({ sections }: SpecialReport): string[] =>
  sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])

test('what fits is left as it is', () => {
  expect(onePage(report(3, 4))).toEqual(report(3, 4))
})

test('of what does not fit the first of each list stand, and how many are left out', () => {
  const page = onePage(report(40, 3))
  const [, late, soon] = page.sections
  expect(lines(page).length).toBeLessThanOrEqual(22)
  expect(soon?.paragraphs).toHaveLength(3)
  expect(late?.heading).toBe('二、时限已过（40项）')
  const shown = (late?.paragraphs.length ?? 0) - 1
  expect(shown).toBeGreaterThan(3)
  expect(late?.paragraphs.at(-1)).toBe(`其余${40 - shown}项见台账。`)
})

test('one row that is left out is not replaced by the line that says so', () => {
  for (let late = 1; late < 30; late++)
    for (const { paragraphs } of onePage(report(late, 9)).sections) expect(paragraphs).not.toContain('其余0项见台账。')
})
