import { expect, test } from '@jest/globals'
import { onOneScreen, screenLines } from '../../src/reminders/wording/screen.ts'

test('a line of eighteen characters is one, of nineteen two, and ASCII takes half', () => {
  expect(screenLines('一'.repeat(18))).toBe(1)
  expect(screenLines('一'.repeat(19))).toBe(2)
  expect(screenLines('2020-12-31'.repeat(3))).toBe(1)
  expect(screenLines('甲\n\n乙')).toBe(3)
})

const rows = (count: number, name: string): string[] => Array.from({ length: count }, (_, n) => `${name}${n + 1}`)

test('each section has rows on the screen, and those left out are counted', () => {
  const sections = [
    { heading: '一、到期', lines: rows(20, '甲') },
    { heading: '二、时限已过', lines: rows(3, '乙') },
  ]
  const written = onOneScreen(sections, 6)
  expect(written.length).toBeLessThanOrEqual(12)
  expect(written).toEqual(expect.arrayContaining(['甲1', '乙1', '乙2', '乙3']))
  const shown = written.filter((line) => /^[甲乙]/u.test(line)).length
  expect(written.at(-1)).toBe(`另${23 - shown}项，回复 我的待办 看全部`)
})

test('what fits is whole, and something is shown where the frame alone takes the screen', () => {
  expect(onOneScreen([{ heading: '到期', lines: rows(4, '甲') }], 5)).toEqual(['到期', '甲1', '甲2', '甲3', '甲4'])
  expect(onOneScreen([{ heading: '到期', lines: rows(4, '甲') }], 18).slice(0, 3)).toEqual(['到期', '甲1', '甲2'])
})
