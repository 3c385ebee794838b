import type { Ledger } from '../domain/index.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Sayings } from '../text/sayings.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { UnitDirectory } from '../units/directory.ts'
import type { NameTable } from './names.ts'

/** What a question is read with: the names in the ledgers at hand and the shipped words. */
export interface Vocabulary {
  directory: UnitDirectory
  /** People of the ledgers. */
  people: NameTable
  /** The ledgers that may be spoken of. */
  ledgers: readonly Ledger[]
  lexicon: Lexicon
  /** The office's own way of speaking. */
  sayings: Sayings
  /** Loaded when a question first has words left to cut. */
  segmenter: () => Segmenter
}
