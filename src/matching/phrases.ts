import { dataFile } from '../data.ts'
import type { Cue } from '../text/lexicon.ts'

/** One or more categories, by spaces → expressions, and what a text must have for them to be tried. */
const expressions = dataFile<Record<string, string | { if: string; any: string[] }>>('phrases.json')

interface Phrase {
  categories: string[]
  only: RegExp
  pattern: RegExp
}

let phrases: Phrase[] | undefined

const shippedPhrases = (): Phrase[] => {
  phrases ??= Object.entries(expressions()).flatMap(([categories, entry]) =>
    typeof entry === 'string'
      ? []
      : [
          {
            categories: categories.split(' '),
            only: new RegExp(entry.if),
            pattern: new RegExp(entry.any.map((source) => `(?:${source})`).join('|'), 'g'),
          },
        ],
  )
  return phrases
}

/**
 * Cues that have too many wordings to list (没有明确完成时间, 半年报一次, 超了几天), in the order of the text, none over another;
 * where two begin at one place the longer wins. `text` is folded.
 */
export const findPhrases = (text: string): Cue[] => {
  const found: Cue[] = []
  for (const { categories, only, pattern } of shippedPhrases()) {
    if (!only.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      found.push({ categories, text: match[0], from: match.index, to: match.index + match[0].length })
    }
  }
  if (found.length < 2) return found
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: Cue[] = []
  for (const cue of found) if (cue.from >= (apart.at(-1)?.to ?? 0)) apart.push(cue)
  return apart
}
