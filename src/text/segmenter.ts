/** Cuts text into words; nodejieba, or @node-rs/jieba where that could not be built. */
export interface Segmenter {
  readonly name: 'nodejieba' | '@node-rs/jieba'
  /** `cut(s).join('') === s`. */
  cut(text: string): string[]
  /** Adds a word for the whole process; it cannot be taken out again. */
  insert(word: string): void
}
