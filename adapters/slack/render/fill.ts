/** Of the JSON of one block: well under what a message may hold, so that something fits beside it. */
const BLOCK_SIZE = 8_000

/** Characters that something takes when it is sent. */
export const sizeOf = (value: unknown): number => JSON.stringify(value).length + 1

/**
 * Items as the blocks that they fit into, in order: at most so many in one, and together no larger than a block may be.
 * One that is larger by itself stands alone.
 */
export const fill = <T>(items: readonly T[], most: number, size = BLOCK_SIZE): T[][] => {
  const found: T[][] = []
  let used = 0
  for (const item of items) {
    const last = found.at(-1)
    const its = sizeOf(item)
    if (last && last.length < most && used + its <= size) {
      last.push(item)
      used += its
    } else {
      found.push([item])
      used = its
    }
  }
  return found
}
