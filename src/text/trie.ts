/** A tree of characters: finds which of many words begin at a place in a text, in one walk. */
export interface Trie<Value> {
  next: Map<number, Trie<Value>> | null
  values: Value[] | null
}

export const emptyTrie = <Value>(): Trie<Value> => ({ next: null, values: null })

export const addWord = <Value>(root: Trie<Value>, word: string, value: Value): void => {
  let node = root
  for (let i = 0; i < word.length; i++) {
    node.next ??= new Map()
    const code = word.charCodeAt(i)
    let child = node.next.get(code)
    if (child === undefined) {
      child = emptyTrie()
      node.next.set(code, child)
    }
    node = child
  }
  node.values ??= []
  node.values.push(value)
}

/** The characters with which the words begin. */
export const firstCharacters = (root: Trie<unknown>): string[] =>
  Array.from(root.next?.keys() ?? [], (code) => String.fromCharCode(code))

/** Calls `visit` with the values and the end of every word that begins at `from`, shortest first. */
export const wordsAt = <Value>(
  root: Trie<Value>,
  text: string,
  from: number,
  visit: (values: Value[], to: number) => void,
): void => {
  let node = root
  for (let i = from; i < text.length; i++) {
    const child = node.next?.get(text.charCodeAt(i))
    if (child === undefined) return
    node = child
    if (node.values !== null) visit(node.values, i + 1)
  }
}
