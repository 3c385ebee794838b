/** Numbers that look random and are the same in every run (a linear congruential generator). Gives whole numbers below n. */
export const seeded = (seed: number): ((n: number) => number) => {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}
