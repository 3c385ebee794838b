// When two texts, units, days or phones are the same to a reader.

/** Letters and digits only, widths folded. */
export const fold = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Without the list number that some documents write before the text. */
export const foldBare = (text) =>
  fold(String(text ?? '').replace(/^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）]|\d+[.．、])\s*/u, ''))

export const list = (value) => (Array.isArray(value) ? value : [])

/** Same members, order and repetition aside. */
export const sameSet = (a, b, key = fold) => {
  const [x, y] = [new Set(list(a).map(key)), new Set(list(b).map(key))]
  return x.size === y.size && [...x].every((value) => y.has(value))
}

export const digits = (text) => String(text ?? '').replace(/\D/g, '')

const commonStart = (a, b) => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** How many characters at the start of a text must agree with the gold. */
const START = 20
/** The shortest text that counts when it stands inside the other. */
const INSIDE = 10

/**
 * A finder of gold tasks by text: the longest common start of at least 20 characters wins; failing that, one text
 * inside the other, so that an importer that cuts prose finer or coarser is not punished twice.
 * @param {object[]} gold
 * @returns {(task: {content?: string, title?: string}) => string[]} keys of the gold tasks that a reply's task is
 */
export const goldFinder = (gold) => {
  const known = gold.map((task) => ({
    key: task.key,
    texts: [...new Set([fold(task.content), fold(task.content_bare)])],
  }))
  return (task) => {
    const text = fold(task?.content ?? task?.title)
    if (!text) return []
    let best = { key: null, length: 0 }
    for (const { key, texts } of known) {
      for (const g of texts) {
        const length = commonStart(g, text)
        if (length >= Math.min(START, g.length) && length > best.length) best = { key, length }
      }
    }
    if (best.key !== null) return [best.key]
    return known
      .filter(({ texts }) =>
        texts.some((g) => (text.length >= INSIDE && g.includes(text)) || (g.length >= INSIDE && text.includes(g))),
      )
      .map(({ key }) => key)
  }
}
