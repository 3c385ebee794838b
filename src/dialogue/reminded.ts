import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY } from '../matching/query.ts'
import type { Reading } from '../matching/reading.ts'
import type { Turn } from './dialogue.ts'
import { freshQuestion } from './question.ts'

/**
 * A reminder as if it had been an answer: its list is what 第2项, 已完成 and 这项 then refer to.
 * @param ids of its tasks, in the order in which it prints them
 * @param nothing the reading of an empty message
 */
export const remindedTurn = (ids: readonly string[], nothing: Reading, index: LedgerIndex): Turn => {
  const list = ids.filter((id) => index.placeOf(id) !== undefined)
  const query = { ...EMPTY_QUERY, within: list }
  return {
    query,
    question: { ...freshQuestion(nothing, index, null), query },
    intent: REMINDER,
    list,
    wider: list,
    about: list,
    people: [],
    units: [],
    offset: 0,
  }
}

/** What stands in place of the name of an intent. */
export const REMINDER = 'reminder'
