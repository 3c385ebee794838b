import { dataFile } from '../data.ts'

/** A cue word found in a question. */
export interface Cue {
  /** Categories of data/lexicon.json in which the word stands. */
  categories: readonly string[]
  text: string
  from: number
  to: number
}

interface Node {
  next: Map<string, Node>
  categories: string[] | null
}

/** Single characters that are cues wherever they stand; any other is as often part of a word (换届, 那曲). */
const TELLING_SINGLES = new Set(['谁', '呢'])
/** Categories whose words mean nothing to the character scan: they are looked up a token at a time. */
const TOKEN_ONLY = new Set(['generic'])

/** 都有 + 哪些部门 rather than 都有哪些 + 部门: the word that asks for somebody tells more. */
const WHO_BONUS = 6

/** How officials put a question: cue words by category, found in one pass over the characters, longest first. */
export class Lexicon {
  private readonly root: Node = { next: new Map(), categories: null }
  private readonly stopWords = new Set<string>()
  private readonly genericWords: ReadonlySet<string>

  constructor(words: Readonly<Record<string, readonly string[]>>) {
    for (const [category, list] of Object.entries(words)) {
      for (const word of list) {
        if (category === 'filler') this.stopWords.add(word)
        // one character is too little to tell by itself: 中 is a filler, but not in 中医
        if (word.length === 1 && !TELLING_SINGLES.has(word)) continue
        if (!TOKEN_ONLY.has(category)) this.add(word, category)
      }
    }
    this.genericWords = new Set(words.generic)
  }

  private add(word: string, category: string): void {
    let node = this.root
    for (const character of word) {
      let next = node.next.get(character)
      if (!next) {
        next = { next: new Map(), categories: null }
        node.next.set(character, next)
      }
      node = next
    }
    node.categories ??= []
    if (!node.categories.includes(category)) node.categories.push(category)
  }

  /**
   * The cues in `[from, to)` of a folded text, left to right, not overlapping. Of all ways to choose them the one with
   * the longest words wins: 是 + 哪个部门, not 是哪个 + 部门.
   */
  scan(text: string, from = 0, to = text.length): Cue[] {
    const size = to - from
    // the best score from each place to the end, and the word that begins there in it
    const best = new Float64Array(size + 1)
    const chosen: (Cue | null)[] = new Array(size).fill(null)
    for (let at = size - 1; at >= 0; at--) {
      best[at] = best[at + 1] as number
      let node: Node | undefined = this.root
      for (let end = at; end < size; end++) {
        node = node.next.get(text[from + end] as string)
        if (!node) break
        if (!node.categories) continue
        const length = end + 1 - at
        const asks = length > 2 && node.categories.includes('who') ? WHO_BONUS : 0
        const score = length * length + asks + (best[end + 1] as number)
        if (score < (best[at] as number)) continue
        best[at] = score
        const [start, stop] = [from + at, from + end + 1]
        chosen[at] = { categories: node.categories, text: text.slice(start, stop), from: start, to: stop }
      }
    }
    const cues: Cue[] = []
    for (let at = 0; at < size; ) {
      const cue = chosen[at]
      if (cue) cues.push(cue)
      at = cue ? cue.to - from : at + 1
    }
    return cues
  }

  /** A token that carries no meaning of its own. */
  isStopWord(token: string): boolean {
    return this.stopWords.has(token)
  }

  /** A token of official prose that says little by itself (推进, 建设), or is made of such (整改措施). */
  isGeneric(token: string): boolean {
    if (this.genericWords.has(token)) return true
    if (token.length !== 4) return false
    return this.genericWords.has(token.slice(0, 2)) && this.genericWords.has(token.slice(2))
  }
}

const words = dataFile<Record<string, string[]> & { $comment: string }>('lexicon.json')
let shipped: Lexicon | undefined

/** The lexicon of data/lexicon.json, read once. */
export const shippedLexicon = (): Lexicon => {
  if (!shipped) {
    const { $comment: _, ...categories } = words()
    shipped = new Lexicon(categories)
  }
  return shipped
}
