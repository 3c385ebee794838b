import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY } from '../matching/query.ts'
import type { Reading } from '../matching/reading.ts'
import type { Dialogue, Pending, Turn } from './dialogue.ts'
import { freshQuestion } from './question.ts'
import { numberQuoted, type Turns } from './turns.ts'

/** What a message refers to beside its words. */
export interface Reference {
  text: string
  /** Id of the message whose answer it is about: a button below that was pressed. */
  about?: string
  refers?: 'question' | 'answer'
  quoted?: string
}

export interface ReferenceGround {
  dialogue: Dialogue
  turns: Turns
  /** Names the message that it is about. */
  aboutKey: string
  /** The reminder that it answers as if that had been an answer; null where it answers none. */
  reminded: () => Turn | null
  /** Whether somebody else was asked something below that answer, and has not answered. */
  othersAsked: (about: string) => boolean
}

const OTHERS = '这一步由提问或报送的本人操作，您的操作没有生效。'
const GONE = '这一步已经办过或已过时，没有改动任何数据。'
const FORGOTTEN = '这条回答已过时，请重新提问。'

/** Why what was pressed has no effect any more, or never had for whoever pressed it; null where it has. */
export const whyNotPressed = (
  { about, refers }: Reference,
  { dialogue, turns, aboutKey, othersAsked }: ReferenceGround,
): string | null => {
  if (about === undefined || refers === undefined) return null
  if (refers === 'answer') return turns.of(aboutKey) === undefined ? FORGOTTEN : null
  const waits = [dialogue.pending, dialogue.late].some((pending) => pending?.asked?.includes(about))
  if (waits) return null
  return othersAsked(about) ? OTHERS : GONE
}

/**
 * The confirmation that was asked for in just the answer at which a button was pressed, while it waits; null where there is
 * none. An answer to something else, under which its buttons stand as well, is not meant.
 */
export const cardWaiting = (
  { about, refers }: Pick<Reference, 'about' | 'refers'>,
  { pending }: Dialogue,
): Pending | null =>
  refers === 'question' && pending?.need === 'confirmation' && pending.asked?.[0] === about ? pending : null

/** The words of a message with what they quote, once the dialogue has gone back to the answer or reminder that it is about. */
export const withReference = (
  { text, about, quoted }: Reference,
  { dialogue, turns, aboutKey, reminded }: ReferenceGround,
): string => {
  const turn = about === undefined ? undefined : turns.of(aboutKey)
  const meant = turn ?? (quoted === undefined ? undefined : turns.quoted(quoted)) ?? reminded()
  if (meant) dialogue.last = { ...meant }
  else if (quoted !== undefined) return numberQuoted(quoted, text) + text
  return text
}

/** The turn in which one task is spoken of; the list that was there stands. */
export const turnAbout = (id: string, reading: Reading, last: Turn | null, index: LedgerIndex): Turn => {
  const query = { ...EMPTY_QUERY, within: [id] }
  const listed = last?.list.includes(id) ? last : null
  return {
    query,
    question: { ...freshQuestion(reading, index, null), query, open: [], openPeople: null, followsUp: true },
    intent: 'task-detail',
    list: listed?.list ?? [id],
    wider: listed?.wider ?? [id],
    about: [id],
    people: [],
    units: [],
    offset: listed?.offset ?? 0,
  }
}
