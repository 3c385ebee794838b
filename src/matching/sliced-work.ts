/**
 * Work that is done a slice at a time, so that whoever has it done can see to other things in between: each slice gives
 * the share of the whole that is done, below 1, and the last the result.
 */
export type SlicedWork<T> = Generator<number, T, void>

/** Does what is left of some work in one go. */
export const finish = <T>(work: SlicedWork<T>): T => {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}
