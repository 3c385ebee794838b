import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Hit, longestOf, type Prospect, withoutOverlap } from '../../src/units/hit.ts'

const hit = (from: number, to: number, score = 0.9): Hit => ({
  from,
  to,
  candidates: [{ unit: `${from}-${to}`, kind: 'alias', score }],
})

test('what a longer name covers is never looked up', () => {
  const settled: number[] = []
  const prospect = (from: number, to: number): Prospect => ({
    from,
    to,
    exact: false,
    settle: () => {
      settled.push(from)
      return hit(from, to)
    },
  })
  expect(longestOf([prospect(2, 6), prospect(0, 6), prospect(4, 6), prospect(7, 9)])).toEqual([hit(0, 6), hit(7, 9)])
  expect(settled).toEqual([0, 7])
})

test('a stretch that turns out to be no name gives way to a shorter one', () => {
  const none: Prospect = { from: 0, to: 6, exact: false, settle: () => null }
  const shorter: Prospect = { from: 2, to: 6, exact: false, settle: () => hit(2, 6) }
  expect(longestOf([none, shorter])).toEqual([hit(2, 6)])
})

test('of two names of one length the surer is taken', () => {
  expect(withoutOverlap([hit(0, 3, 0.8), hit(1, 4, 0.9)])).toEqual([hit(1, 4, 0.9)])
})

test('what is left does not overlap, and nothing more would fit', () => {
  const anyHit = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 50, max: 99 }))
    .map(([from, length, score]) => hit(from, from + length, score / 100))
  const overlap = (a: Hit, b: Hit): boolean => a.from < b.to && b.from < a.to
  fc.assert(
    fc.property(fc.array(anyHit, { maxLength: 8 }), (hits) => {
      const kept = withoutOverlap(hits)
      expect(kept.every((one, i) => kept.slice(i + 1).every((other) => one.to <= other.from))).toBe(true)
      expect(hits.every((one) => kept.some((other) => overlap(one, other)))).toBe(true)
    }),
  )
})
