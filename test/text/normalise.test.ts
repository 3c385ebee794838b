import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { normalise } from '../../src/text/normalise.ts'

test.each([
  ['Ａ区１２　３', 'a区12 3'],
  ['市　财　政　局　负　责', '市财政局负责'],
  ['市財政局負責', '市财政局负责'],
  ['📋清单👇', '清单'],
  ['任\u200b务\u0007', '任务'],
  ['好的[强]', '好的'],
  ['fuze naxie', 'fuze naxie'],
  ['', ''],
])('%j', (text, expected) => expect(normalise(text)).toBe(expected))

test('a plain message is read as one with something to clean away', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'市财政局負責第１项，Ａb。？(-)'), maxLength: 30 })
  fc.assert(fc.property(plain, (text) => expect(normalise(text)).toBe(normalise(`\u200b${text} `))))
})
