import type { NumberReference } from './number-reference.ts'

/**
 * Tasks by number: the whole number (11, （十五）1), else what ends with it (（二十）1 for 五(二十)1), else everything
 * under it (第（九）项).
 */
export const placesOfNumbers = (
  references: readonly NumberReference[],
  numbers: readonly (readonly number[])[],
): number[] => {
  const places = new Set<number>()
  for (const { parts, to } of references) {
    const first = parts[0] as number
    const wanted = to === undefined ? [parts] : range(first, to).map((n) => [n])
    for (const want of wanted) {
      const tests = [
        (own: readonly number[]) => own.length === want.length && startsAt(own, want, 0),
        (own: readonly number[]) =>
          own.length > want.length && want.length > 1 && startsAt(own, want, own.length - want.length),
        (own: readonly number[]) => own.length > want.length && (startsAt(own, want, 0) || startsAt(own, want, 1)),
      ]
      for (const test of tests) {
        const hits = numbers.flatMap((own, place) => (test(own) ? [place] : []))
        for (const hit of hits) places.add(hit)
        if (hits.length > 0) break
      }
    }
  }
  return [...places].sort((a, b) => a - b)
}

const range = (from: number, to: number): number[] =>
  to < from || to - from > 500 ? [from, to] : Array.from({ length: to - from + 1 }, (_, i) => from + i)

const startsAt = (own: readonly number[], want: readonly number[], at: number): boolean =>
  at >= 0 && want.every((n, i) => own[at + i] === n)
