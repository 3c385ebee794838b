/** The word of a list that begins, or ends, at a place of a text. */
export type WordFinder = (text: string, at: number) => string | null

// by the UTF-16 unit that a word must have at the place: at most places of a text there is none to compare
const grouped = (words: readonly string[], unitOf: (word: string) => number): Map<number, string[]> => {
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const unit = unitOf(word)
    const same = groups.get(unit)
    if (same === undefined) groups.set(unit, [word])
    else same.push(word)
  }
  return groups
}

/** Finds the first word of a list that begins at a place. */
export const beginningIn = (words: readonly string[]): WordFinder => {
  const byFirst = grouped(words, (word) => word.charCodeAt(0))
  return (text, at) => {
    const same = byFirst.get(text.charCodeAt(at))
    if (same !== undefined) for (const word of same) if (text.startsWith(word, at)) return word
    return null
  }
}

/** Finds the longest word of a list that ends at a place. */
export const endingIn = (words: readonly string[]): WordFinder => {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  const byLast = grouped(sorted, (word) => word.charCodeAt(word.length - 1))
  return (text, to) => {
    const same = byLast.get(text.charCodeAt(to - 1))
    if (same !== undefined) for (const word of same) if (text.endsWith(word, to)) return word
    return null
  }
}

// the lists of the grammar are read once, so that each is its own key
const beginnings = new WeakMap<readonly string[], WordFinder>()

/** The first word of a list of the grammar that begins at a place. */
export const startsWithAny = (text: string, at: number, words: readonly string[]): string | null => {
  let find = beginnings.get(words)
  if (find === undefined) {
    find = beginningIn(words)
    beginnings.set(words, find)
  }
  return find(text, at)
}
