/** One thing that goes wrong, at length, with the figures that tell what came of it. */
export interface Figure {
  name: string
  /** Runs it in an empty folder; `pick(n)` gives a whole number below n. */
  run(dir: string, pick: (n: number) => number): Promise<{ counts: object; sound: boolean }>
}

/** @param isSound whether the counts are what is promised. */
export const figure = <C extends object>(
  name: string,
  run: (dir: string, pick: (n: number) => number) => Promise<C>,
  isSound: (counts: C) => boolean,
): Figure => ({
  name,
  run: async (dir, pick) => {
    const counts = await run(dir, pick)
    return { counts, sound: isSound(counts) }
  },
})
