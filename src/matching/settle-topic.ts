import { shippedLexicon } from '../text/lexicon.ts'
import type { LedgerIndex } from './ledger-index.ts'
import type { TopicWord, TopicWords } from './reading.ts'

/** A word that more than this share of all tasks has tells none of them from the others. */
const COMMON = 0.4

/**
 * What of a topic narrows the answer. Where the question says by other means which tasks it is about (`otherwise`),
 * words that tell nothing are let go: verbs that no text has (市财政局牵扯到的), prose that every row has (整改措施), the
 * ledger's own subject. A noun that the ledgers do not know is never let go: what is not understood is not answered.
 */
export const settleTopic = (topic: TopicWords | null, index: LedgerIndex, otherwise: boolean): TopicWords | null => {
  if (topic === null || !otherwise) return topic
  const lexicon = shippedLexicon()
  const tells = ({ text, slight }: TopicWord): boolean => {
    if (lexicon.isGeneric(text)) return false
    const share = index.topics.share(text)
    if (slight) return share > 0 && share < COMMON
    return share === 0 || share < COMMON || !index.ledgers.some((ledger) => ledger.name.includes(text))
  }
  return topic.words.some(tells) ? topic : null
}
