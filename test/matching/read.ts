import type { Day } from '../../src/domain/index.ts'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { readQuestion } from '../../src/matching/read-question.ts'
import type { Reading } from '../../src/matching/reading.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { shippedLexicon } from '../../src/text/lexicon.ts'
import { sayingsOf } from '../../src/text/sayings.ts'
import { sharedSegmenter } from '../helpers/segmenter.ts'

/** Reads questions to the ledgers of a state, as the bot does before it looks at the dialogue. */
export const reader = (snapshot: Snapshot, today: Day): ((text: string) => Reading) => {
  const { directory, people, ledgers } = indexOf(snapshot)
  const vocabulary = {
    directory,
    people,
    ledgers,
    lexicon: shippedLexicon(),
    sayings: sayingsOf([]),
    segmenter: sharedSegmenter,
  }
  return (text) => readQuestion(text, vocabulary, today)
}
