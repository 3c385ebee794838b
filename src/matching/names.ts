/** Proper names (people, ledgers) to be found in questions, with what each stands for. */
export interface NameTable {
  /** Folded name → id. */
  names: ReadonlyMap<string, string>
  /** The first two characters of every name as one number, to look no further where they do not match. */
  heads: ReadonlySet<number>
  longest: number
}

const headOf = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1)

export const nameTable = (entries: Iterable<[name: string, id: string]>): NameTable => {
  const names = new Map<string, string>()
  let longest = 0
  for (const [name, id] of entries) {
    if (name.length < 2) continue
    names.set(name, id)
    longest = Math.max(longest, name.length)
  }
  return { names, heads: new Set([...names.keys()].map((name) => headOf(name, 0))), longest }
}

/** The names in a folded text, left to right, the longest at each place. */
export const findNames = (text: string, table: NameTable): { id: string; from: number; to: number }[] => {
  const found: { id: string; from: number; to: number }[] = []
  for (let from = 0; from + 1 < text.length; from++) {
    if (!table.heads.has(headOf(text, from))) continue
    for (let to = Math.min(text.length, from + table.longest); to > from + 1; to--) {
      const id = table.names.get(text.slice(from, to))
      if (id === undefined) continue
      found.push({ id, from, to })
      from = to - 1
      break
    }
  }
  return found
}
