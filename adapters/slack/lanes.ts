/** Does what has the same name one after the other, and what has different names side by side. */
export type Lanes = <T>(name: string, work: () => Promise<T>) => Promise<T>

export const createLanes = (): Lanes => {
  const tails = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const done = (tails.get(name) ?? Promise.resolve()).then(work)
    const tail = done
      .catch(() => {})
      .finally(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
    tails.set(name, tail)
    return done
  }
}
