import { shippedLexicon } from '../text/lexicon.ts'
import type { LedgerIndex } from './ledger-index.ts'
import type { TopicWord, TopicWords } from './reading.ts'
import { COMMON } from './topic-index.ts'

/** So many characters of which nothing is known are no way of putting a question. */
const RAMBLING = 6

/**
 * What of a topic narrows the answer. Where the question says by other means which tasks it is about (`otherwise`),
 * words that tell nothing are let go: verbs that no text has (市财政局牵扯到的), prose that every row has (整改措施), the
 * ledger's own subject. A noun that the ledgers do not know is never let go: what is not understood is not answered.
 */
export const settleTopic = (topic: TopicWords | null, index: LedgerIndex, otherwise: boolean): TopicWords | null => {
  if (topic === null || !otherwise || index.topics.isSection(topic)) return topic
  const lexicon = shippedLexicon()
  const tells = ({ text, slight }: TopicWord): boolean => {
    if (lexicon.isGeneric(text)) return false
    // what the ledger is about tells none of its rows from the others
    if (index.ledgers.some(({ name, short }) => `${name} ${short}`.includes(text))) return false
    const share = index.topics.share(text)
    if (slight) return share > 0 && share < COMMON
    return true
  }
  if (topic.words.some(tells)) return topic
  const strange = topic.words.every(({ text }) => !lexicon.isGeneric(text) && index.topics.share(text) === 0)
  return strange && topic.text.length >= RAMBLING ? topic : null
}
