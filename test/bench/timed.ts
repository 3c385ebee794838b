/** What some work gives, and how many milliseconds it took. */
export const timed = async <T>(work: () => T | Promise<T>): Promise<[result: T, milliseconds: number]> => {
  const start = performance.now()
  const result = await work()
  return [result, performance.now() - start]
}
