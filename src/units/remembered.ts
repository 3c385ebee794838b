/** So many answers are kept before all are forgotten and found anew: a ledger of ten thousand rows has fewer lists of units. */
const MOST = 12_000
/** What is longer is hardly ever met twice. */
const LONGEST = 200

/** A function of a text that keeps its answers: a ledger names the same units row after row. They must not be changed. */
export const remembered = <T>(find: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return find(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = find(text)
    if (known.size >= MOST) known.clear()
    known.set(text, answer)
    return answer
  }
}
