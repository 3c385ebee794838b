import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyCharacter } from '../../src/text/characters.ts'

test('a character is asked for at its place; beyond the ends of a text there is none', () => {
  const isLevel = anyCharacter('省市县')
  expect([...'吉林省市a'].map((_, at) => isLevel('吉林省市a', at))).toEqual([false, false, true, true, false])
  expect([isLevel('省', -1), isLevel('省', 1), isLevel('', 0)]).toEqual([false, false, false])
})

test('it has just the characters that it was given', () => {
  const unit = fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code))
  fc.assert(
    fc.property(fc.array(unit), unit, (characters, other) => {
      const has = anyCharacter(characters)
      expect(characters.every((character) => has(character, 0))).toBe(true)
      expect(has(other, 0)).toBe(characters.includes(other))
    }),
  )
})
