import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Lexicon, shippedLexicon } from '../../src/text/lexicon.ts'

const lexicon = new Lexicon({
  who: ['哪个部门', '谁'],
  which: ['是哪个', '哪个'],
  list: ['哪些', '都有哪些'],
  filler: ['是', '请问', '都有'],
  generic: ['推进', '改革'],
})
const words = (text: string): string =>
  lexicon
    .scan(text)
    .map((cue) => cue.text)
    .join(' ')

describe('cue words in a text', () => {
  test.each([
    ['请问谁', '请问 谁'],
    ['是哪个部门', '哪个部门'],
    ['都有哪些', '都有哪些'],
    ['改革推进', ''],
    ['', ''],
  ])('%s: %s', (text, cues) => expect(words(text)).toBe(cues))

  test('only inside the stretch asked for', () => {
    expect(lexicon.scan('谁和谁', 1, 3).map(({ from, to }) => [from, to])).toEqual([[2, 3]])
  })
})

test('a word of official prose says little, and so does one made of two', () => {
  expect(['推进', '改革', '改革推进', '医改', '推进谁'].map((word) => lexicon.isGeneric(word))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

test('cues stand in order, do not overlap and are the text’s own words', () => {
  const pieces = fc.array(fc.constantFrom('谁', '牵头', '哪些', '任务', '的', '什么时候', '到期', '甲', '，', '其中'))
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      let end = 0
      for (const cue of shippedLexicon().scan(text)) {
        expect(cue.from).toBeGreaterThanOrEqual(end)
        expect(text.slice(cue.from, cue.to)).toBe(cue.text)
        end = cue.to
      }
    }),
  )
})
