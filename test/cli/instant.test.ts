import { expect, test } from '@jest/globals'
import { describeInstant, parseInstant } from '../../src/cli/instant.ts'

test.each([
  ['2024-05-06T09:00:00+08:00', '2024-05-06T01:00:00.000Z'],
  ['2024-05-06T09:00:00', '2024-05-06T01:00:00.000Z'],
  ['2024-05-06 09:00', '2024-05-06T01:00:00.000Z'],
  ['2024-05-06', '2024-05-05T16:00:00.000Z'],
  ['2024-05-06T01:00:00.25Z', '2024-05-06T01:00:00.250Z'],
  ['2024-05-06T09:00:00+0930', '2024-05-05T23:30:00.000Z'],
])('%s is %s', (text, instant) => expect(parseInstant(text)?.toISOString()).toBe(instant))

test.each([
  '',
  '明天',
  '2024-13-01',
  '2023-02-29',
  '2024-05-06T24:00',
  '2024-05-06T09',
  '20240506',
  '2024-05-06T09:00+99:99',
])('%j is no time', (text) => expect(parseInstant(text)).toBeNull())

test('people read it in Asia/Shanghai', () => {
  expect(describeInstant(new Date('2024-12-31T16:05:00Z'))).toBe('2025-01-01 00:05')
})
