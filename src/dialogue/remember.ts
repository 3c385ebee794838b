import type { LedgerIndex } from '../matching/ledger-index.ts'
import { isEmptyQuery } from '../matching/query.ts'
import type { Ask } from '../matching/reading.ts'
import type { Reply } from '../reply.ts'
import type { Dialogue } from './dialogue.ts'
import type { Question } from './question.ts'

/** Keeps of an answer what a follow-up may refer to. */
export const remember = (dialogue: Dialogue, asked: Question, reply: Reply, index: LedgerIndex): void => {
  // 那市教委呢, after a file: the list of them, and no file of it
  const question = asked.asks.has('file') ? { ...asked, asks: new Set<Ask>(['list']) } : asked
  if (question.reading.ledgers.length > 0) dialogue.ledger = question.query.ledgers[0] ?? dialogue.ledger
  if (reply.intent === 'more' || reply.needs !== null || dialogue.pending !== null) return
  // help and the like say nothing of tasks: what was spoken of stands
  if (reply.tasks.length === 0 && isEmptyQuery(question.query) && !question.followsUp) return
  const ids = index.idsOf(reply.tasks)
  const { last } = dialogue
  const people = peopleOf(question, reply)
  const { within, ...filters } = question.query
  const looking = last !== null && within !== null && isEmptyQuery({ ...filters, within: null })
  if (!looking) {
    // an empty answer is a question to go on from, but what was spoken of stands
    const spoken = ids.length === 0 && question.followsUp && last !== null ? last : { list: ids, about: ids }
    dialogue.last = {
      query: question.query,
      question,
      intent: reply.intent,
      list: spoken.list,
      wider: last !== null && question.followsUp && isPart(spoken.list, last.list) ? last.list : spoken.list,
      about: spoken.about,
      people,
      units: reply.units,
      offset: 0,
    }
    return
  }
  // looking at rows of a list leaves the question standing, and the list too unless several were picked from it
  const picked = ids.length > 1 && ids.length < last.list.length
  const known = ids.every((id) => last.list.includes(id))
  dialogue.last = {
    ...last,
    intent: reply.intent,
    list: picked || !known ? ids : last.list,
    wider: picked ? last.list : known ? last.wider : ids,
    about: ids,
    people,
    units: reply.units,
  }
}

/** Whether an answer is about rows of the list last shown and nothing else. */
export const isOfList = ({ last }: Dialogue, { tasks }: Reply, index: LedgerIndex): boolean =>
  last !== null && tasks.length > 0 && index.idsOf(tasks).every((id) => last.list.includes(id))

/** Keeps what 这项 then means; the list stands. */
export const rememberRows = (dialogue: Dialogue, { tasks }: Reply, index: LedgerIndex): void => {
  if (dialogue.last !== null) dialogue.last = { ...dialogue.last, about: index.idsOf(tasks) }
}

/** Whether a list has some of another's entries, not all, and nothing else. */
const isPart = (part: readonly string[], whole: readonly string[]): boolean =>
  part.length > 0 && part.length < whole.length && part.every((id) => whole.includes(id))

/** Whom the answer names: 他 is one of them. */
const peopleOf = ({ query }: Question, { contacts, tasks }: Reply): string[] => {
  const [only, ...others] = tasks
  const shown = contacts.length === 0 && only !== undefined && others.length === 0 ? only.contacts : contacts
  const names = new Set(shown.flatMap(({ name }) => (name === '' ? [] : [name])))
  return contacts.length === 0 && query.people.length > 0 ? [...query.people] : [...names]
}
