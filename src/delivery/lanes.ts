/** Work in rows: what stands in one row is done one after the other, rows do not wait for each other. */
export interface Lanes {
  /** `work` must not reject. */
  add(lane: string, work: () => Promise<void>): void
  /** Resolves when nothing is in hand and nothing waits. */
  idle(): Promise<void>
  /** Works that wait or are in hand. */
  readonly size: number
}

export const createLanes = (): Lanes => {
  const tails = new Map<string, Promise<void>>()
  let size = 0
  return {
    add: (lane, work) => {
      size++
      const tail = (tails.get(lane) ?? Promise.resolve()).then(work).finally(() => {
        size--
        if (tails.get(lane) === tail) tails.delete(lane)
      })
      tails.set(lane, tail)
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
    get size() {
      return size
    },
  }
}
