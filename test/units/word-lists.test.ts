import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { beginningIn, endingIn, startsWithAny } from '../../src/units/word-lists.ts'

const word = fc.string({ unit: fc.constantFrom(...'市省局委办区'), minLength: 1, maxLength: 3 })
const words = fc.array(word, { maxLength: 8 })
const text = fc.string({ unit: fc.constantFrom(...'市省局委办区一'), maxLength: 10 })

describe('a list of words at a place of a text', () => {
  test('of those that begin there the first of the list is found', () => {
    fc.assert(
      fc.property(words, text, fc.nat(10), (list, given, at) => {
        const first = list.find((one) => given.startsWith(one, at)) ?? null
        expect(beginningIn(list)(given, at)).toBe(first)
        expect(startsWithAny(given, at, list)).toBe(first)
      }),
    )
  })

  test('of those that end there the longest is found', () => {
    fc.assert(
      fc.property(words, text, fc.nat(10), (list, given, to) => {
        fc.pre(to <= given.length)
        const ending = list.filter((one) => given.slice(0, to).endsWith(one))
        const longest = Math.max(0, ...ending.map((one) => one.length))
        expect(endingIn(list)(given, to)?.length ?? 0).toBe(longest)
      }),
    )
  })
})
