/** A word and what kind of word it is. */
export interface TaggedWord {
  word: string
  /** Part of speech in jieba's notation: `n` noun, `v` verb, `vn` verbal noun, `r` pronoun, `x` unknown … */
  tag: string
}

/** Cuts text into words; nodejieba, or @node-rs/jieba where that could not be built. */
export interface Segmenter {
  readonly name: 'nodejieba' | '@node-rs/jieba'
  /** `cut(s).join('') === s`. */
  cut(text: string): string[]
  /** Words with parts of speech; may cut otherwise than {@link cut}. */
  tag(text: string): TaggedWord[]
  /** Adds a word for the whole process; it cannot be taken out again. */
  insert(word: string): void
}
