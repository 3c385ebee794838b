/** Words by the UTF-16 unit of their first or last character: at most places of a text there is none to compare. */
type ByCharacter = ReadonlyMap<number, readonly string[]>

const grouped = (words: readonly string[], unitOf: (word: string) => number): ByCharacter => {
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const unit = unitOf(word)
    const same = groups.get(unit)
    if (same === undefined) groups.set(unit, [word])
    else same.push(word)
  }
  return groups
}

// the lists of the grammar are read once, so that each is its own key
const firsts = new WeakMap<readonly string[], ByCharacter>()
const lasts = new WeakMap<readonly string[], ByCharacter>()

/** The first word of a list of the grammar that begins at a place. */
export const startsWithAny = (text: string, at: number, words: readonly string[]): string | null => {
  let byFirst = firsts.get(words)
  if (byFirst === undefined) {
    byFirst = grouped(words, (word) => word.charCodeAt(0))
    firsts.set(words, byFirst)
  }
  const same = byFirst.get(text.charCodeAt(at))
  if (same !== undefined) for (const word of same) if (text.startsWith(word, at)) return word
  return null
}

/** The longest word of a list of the grammar that ends at a place. */
export const endsWithAny = (text: string, to: number, words: readonly string[]): string | null => {
  let byLast = lasts.get(words)
  if (byLast === undefined) {
    const sorted = [...words].sort((a, b) => b.length - a.length)
    byLast = grouped(sorted, (word) => word.charCodeAt(word.length - 1))
    lasts.set(words, byLast)
  }
  const same = byLast.get(text.charCodeAt(to - 1))
  if (same !== undefined) for (const word of same) if (text.endsWith(word, to)) return word
  return null
}
