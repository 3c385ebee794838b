import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Task, TaskStatus } from '../../src/domain/index.ts'
import { renderSvg, toPng } from '../../src/exporting/png.ts'
import { figuresInWords, progressFigures } from '../../src/exporting/progress-figures.ts'
import { FONT_FAMILY, progressSvg } from '../../src/exporting/progress-svg.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const { tasks } = importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt')

const glyph = async (character: string): Promise<Buffer> =>
  (
    await renderSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="28" font-family="${FONT_FAMILY}">${character}</text></svg>`,
    )
  ).pixels

const ink = (pixels: Buffer): number => pixels.filter((value, i) => i % 4 === 3 && value > 128).length

describe('the font that comes along', () => {
  test('draws each character as itself, and none as the box that stands for all', async () => {
    const [supervise, handle, missing] = [await glyph('督'), await glyph('办'), await glyph('\u{10fffd}')]
    expect(ink(supervise)).toBeGreaterThan(100)
    expect(ink(handle)).toBeGreaterThan(50)
    expect(supervise.equals(handle)).toBe(false)
    expect(supervise.equals(missing)).toBe(false)
    expect(handle.equals(missing)).toBe(false)
  })
})

describe('a 进度图', () => {
  const figures = progressFigures(tasks, '《营商环境改革任务清单》', '2023-06-15')

  test('is a PNG', async () => {
    const png = await toPng(figures)
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    // wide enough for the screen of a phone
    expect(png.readUInt32BE(16)).toBe(1350)
  })

  test('shows its figures, and says them in words', () => {
    const svg = progressSvg(figures)
    for (const { label, count } of figures.lights.filter((light) => light.count > 0))
      expect(svg).toContain(`>${label} ${count}<`)
    expect(figuresInWords(figures)).toMatch(
      /^截至2023年6月15日共29项\n状态：未启动29\n亮灯：绿灯\d+.*\n到期：时限已过\d+、6月\d+/u,
    )
  })

  test('keeps what the ledger writes from being markup', () => {
    const svg = progressSvg({ ...figures, title: '<script>&</script>' })
    expect(svg).toContain('&lt;script&gt;&amp;&lt;/script&gt;')
  })

  test('adds up, however tasks stand', () => {
    const statuses: TaskStatus[] = ['not-started', 'in-progress', 'pending-review', 'done', 'closed', 'suspended']
    const task = fc
      .record({ task: fc.constantFrom(...tasks), status: fc.constantFrom(...statuses) })
      .map(({ task: one, status }): Task => ({ ...one, status }))
    const days = fc.constantFrom('2023-01-01', '2023-06-15', '2024-02-29', '2030-12-31')
    fc.assert(
      fc.property(fc.array(task), days, (some, today) => {
        const { total, statuses: states, lights, months } = progressFigures(some, '', today)
        for (const list of [states, lights, months])
          expect((list as { count: number }[]).reduce((sum, { count }) => sum + count, 0)).toBe(total)
      }),
    )
  })
})
