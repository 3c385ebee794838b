import { expect, test } from '@jest/globals'
import type { Turn } from '../../src/dialogue/dialogue.ts'
import { Turns } from '../../src/dialogue/turns.ts'

const turn = (rows: number): Turn => ({ list: Array.from({ length: rows }, (_, i) => `t${i}`) }) as unknown as Turn
const kept = (turns: Turns, ...messages: string[]): string => messages.filter((message) => turns.of(message)).join('')

test('the oldest are forgotten once there are too many', () => {
  const turns = new Turns(2)
  for (const message of ['a', 'b', 'a', 'c']) turns.keep(message, turn(1), '')
  expect(kept(turns, 'a', 'b', 'c')).toBe('ac')
})

test('and once their lists are too long together, but never the last', () => {
  const turns = new Turns(10, 100)
  turns.keep('a', turn(60), '')
  turns.keep('b', turn(30), '')
  turns.keep('c', turn(20), '')
  expect(kept(turns, 'a', 'b', 'c')).toBe('bc')
  turns.keep('b', turn(90), '')
  expect(kept(turns, 'b', 'c')).toBe('b')
  turns.keep('d', turn(500), '')
  expect(kept(turns, 'b', 'd')).toBe('d')
})
