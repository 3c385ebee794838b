import { dataFile } from '../data.ts'
import { addWord, childOf, emptyTrie, type Trie } from './trie.ts'

/** A cue word found in a question. */
export interface Cue {
  /** Categories of data/lexicon.json in which the word stands. */
  categories: readonly string[]
  text: string
  from: number
  to: number
}

/** The categories of a word; words that ask for somebody tell more than others of their length. */
interface Entry {
  categories: string[]
  bonus: number
}

/** Single characters that are cues wherever they stand; any other is as often part of a word (换届, 那曲). */
const TELLING_SINGLES = new Set(['谁', '呢'])
/** Categories whose words mean nothing to the character scan: they are looked up a token at a time. */
const TOKEN_ONLY = new Set(['generic'])

/** 都有 + 哪些部门 rather than 都有哪些 + 部门: the word that asks for somebody tells more. */
const WHO_BONUS = 6

/** How officials put a question: cue words by category, found in one pass over the characters, longest first. */
export class Lexicon {
  private readonly root: Trie<Entry> = emptyTrie()
  private readonly stopWords = new Set<string>()
  private readonly genericWords: ReadonlySet<string>

  constructor(words: Readonly<Record<string, readonly string[]>>) {
    const entries = new Map<string, Entry>()
    for (const [category, list] of Object.entries(words)) {
      for (const word of list) {
        if (category === 'filler') this.stopWords.add(word)
        // one character is too little to tell by itself: 中 is a filler, but not in 中医
        if (word.length === 1 && !TELLING_SINGLES.has(word)) continue
        if (TOKEN_ONLY.has(category)) continue
        let entry = entries.get(word)
        if (entry === undefined) {
          entry = { categories: [], bonus: 0 }
          entries.set(word, entry)
          addWord(this.root, word, entry)
        }
        if (!entry.categories.includes(category)) entry.categories.push(category)
        if (category === 'who' && word.length > 2) entry.bonus = WHO_BONUS
      }
    }
    this.genericWords = new Set(words.generic)
  }

  /**
   * The cues in `[from, to)` of a folded text, left to right, not overlapping. Of all ways to choose them the one with
   * the longest words wins: 是 + 哪个部门, not 是哪个 + 部门.
   */
  scan(text: string, from = 0, to = text.length): Cue[] {
    // from each place to the end: the best score, and the word that begins there in it
    const best: number[] = new Array(to - from + 1).fill(0)
    const chosen: (Entry | null)[] = new Array(to - from).fill(null)
    const ends: number[] = new Array(to - from).fill(0)
    for (let at = to - 1; at >= from; at--) {
      best[at - from] = best[at + 1 - from] as number
      let node: Trie<Entry> | undefined = this.root
      for (let end = at + 1; end <= to; end++) {
        node = childOf(node, text.charCodeAt(end - 1))
        if (node === undefined) break
        if (node.values === null) continue
        const entry = node.values[0] as Entry
        const score = (end - at) * (end - at) + entry.bonus + (best[end - from] as number)
        if (score < (best[at - from] as number)) continue
        best[at - from] = score
        chosen[at - from] = entry
        ends[at - from] = end
      }
    }
    const cues: Cue[] = []
    for (let at = from; at < to; ) {
      const entry = chosen[at - from]
      if (!entry) {
        at++
        continue
      }
      const end = ends[at - from] as number
      cues.push({ categories: entry.categories, text: text.slice(at, end), from: at, to: end })
      at = end
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
