import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fold } from '../../src/text/fold.ts'
import { MAX_QUESTION, normalise } from '../../src/text/normalise.ts'

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['（十五）１', '(十五)1'],
  ['衛生健康委員會', '卫生健康委员会'],
  ['a\u3000b\u00a0c', 'a b c'],
  ['📋', '📋'],
])('%s is folded to %s', (text, folded) => expect(fold(text)).toBe(folded))

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

describe('whatever the text', () => {
  test('folding keeps every position, and folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 500 },
    )
  })

  test('a normalised question is short, trimmed and without invisible characters', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 500 }), (text, times) => {
        const normal = normalise(text.repeat(times))
        expect(normal.length).toBeLessThanOrEqual(MAX_QUESTION)
        expect(normal.trimStart()).toBe(normal)
        expect(normal).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
      { numRuns: 200 },
    )
  })
})
