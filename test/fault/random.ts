/** Numbers that look random and are the same in every run (a linear congruential generator). Gives whole numbers below n. */
export const seeded = (seed: number): ((n: number) => number) => {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** The same items in another order. */
export const shuffled = <T>(items: readonly T[], pick: (n: number) => number): T[] => {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = pick(last + 1)
    const item = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = item
  }
  return mixed
}
