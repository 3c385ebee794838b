/**
 * A tree of UTF-16 units: finds which of many words begin at a place in a text, in one walk. Most nodes have one child,
 * which stands in the node itself: names of bodies are long, and a map for each of their characters would be slow to walk.
 */
export interface Trie<Value> {
  /** The first child and the unit that leads to it; -1 where there is none. */
  unit: number
  child: Trie<Value> | undefined
  /** The other children. */
  others: Map<number, Trie<Value>> | undefined
  values: Value[] | null
}

export const emptyTrie = <Value>(): Trie<Value> => ({ unit: -1, child: undefined, others: undefined, values: null })

/** The node that a unit leads to. */
export const childOf = <Value>(node: Trie<Value>, unit: number): Trie<Value> | undefined =>
  node.unit === unit ? node.child : node.others?.get(unit)

const grow = <Value>(node: Trie<Value>, unit: number): Trie<Value> => {
  const child = emptyTrie<Value>()
  if (node.child === undefined) {
    node.unit = unit
    node.child = child
  } else {
    node.others ??= new Map()
    node.others.set(unit, child)
  }
  return child
}

export const addWord = <Value>(root: Trie<Value>, word: string, value: Value): void => {
  let node = root
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    node = childOf(node, unit) ?? grow(node, unit)
  }
  node.values ??= []
  node.values.push(value)
}

/** The characters with which the words begin. */
export const firstCharacters = (root: Trie<unknown>): string[] =>
  [root.unit, ...(root.others?.keys() ?? [])].filter((unit) => unit >= 0).map((unit) => String.fromCharCode(unit))

/** Calls `visit` with the values and the end of every word that begins at `from`, shortest first. */
export const wordsAt = <Value>(
  root: Trie<Value>,
  text: string,
  from: number,
  visit: (values: Value[], to: number) => void,
): void => {
  let node = root
  for (let i = from; i < text.length; i++) {
    const child = childOf(node, text.charCodeAt(i))
    if (child === undefined) return
    node = child
    if (node.values !== null) visit(node.values, i + 1)
  }
}
