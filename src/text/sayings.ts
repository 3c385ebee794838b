/** An office's own way of speaking: what is said → what the ledgers call it. */
export type Sayings = ReadonlyMap<string, string>

/** Puts the ledgers' words in the place of the office's own, the longest saying first. Both texts are folded. */
export const applySayings = (text: string, sayings: Sayings): string => {
  let result = text
  for (const [said, meant] of sayings) if (result.includes(said)) result = result.replaceAll(said, meant)
  return result
}

/** Sayings in the order in which they must be applied, so that a short one cannot break a longer one. */
export const sayingsOf = (entries: Iterable<readonly [string, string]>): Sayings =>
  new Map([...entries].sort(([a], [b]) => b.length - a.length))
