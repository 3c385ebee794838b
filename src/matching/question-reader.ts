import type { Day, Ledger } from '../domain/index.ts'
import { shippedLexicon } from '../text/lexicon.ts'
import type { Sayings } from '../text/sayings.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { readFileWish } from './file-wish.ts'
import type { LedgerIndex } from './ledger-index.ts'
import { readQuestion } from './read-question.ts'
import type { Reading } from './reading.ts'

export interface ReaderParts {
  /** Called once, when a question first has words to cut. */
  loadSegmenter: () => Segmenter
  /** The ledgers that may be spoken of. */
  ledgers: () => readonly Ledger[]
  /** The office's own way of speaking. */
  sayings: () => Sayings
}

/** Reads a message with the names of the ledgers at hand. */
export type QuestionReader = (text: string, index: LedgerIndex, today: Day) => Reading

export const createReader = ({ loadSegmenter, ledgers, sayings }: ReaderParts): QuestionReader => {
  let loaded: Segmenter | undefined
  const segmenter = (): Segmenter => {
    loaded ??= loadSegmenter()
    return loaded
  }
  return (text, { directory, people }, today) => {
    const vocabulary = {
      directory,
      people,
      ledgers: ledgers(),
      lexicon: shippedLexicon(),
      sayings: sayings(),
      segmenter,
    }
    const wish = readFileWish(text)
    if (wish === null) return readQuestion(text, vocabulary, today)
    const reading = readQuestion(wish.rest, vocabulary, today)
    const all = reading.complete && reading.asks.has('list')
    return { ...reading, asks: new Set(['file']), file: { kind: wish.kind, all } }
  }
}
