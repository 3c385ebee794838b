import type { Task } from '../domain/index.ts'
import type { IntentContext } from '../intent.ts'
import { EMPTY_QUERY } from '../matching/query.ts'
import { printedAs } from '../replies/printed-numbers.ts'
import type { SpokenChange } from './spoken-edit.ts'

export type Edited = { tasks: readonly Task[] } | { several: readonly Task[] } | { missing: string }

type Finding = Pick<IntentContext, 'index' | 'dialogue' | 'select' | 'named'>

const inOneLedger = (tasks: readonly Task[]): boolean => new Set(tasks.map(({ ledgerId }) => ledgerId)).size <= 1

/** The tasks that a change is about: by number, by words, or the one last spoken of. */
export const findEdited = ({ numbers, words }: SpokenChange, { index, dialogue, select, named }: Finding): Edited => {
  const byId = (ids: readonly string[]): Task[] => ids.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  if (numbers.length > 0) {
    const ledgers = dialogue.ledger === null ? [] : [dialogue.ledger]
    const here = select({ ...EMPTY_QUERY, numbers, ledgers })
    const found = here.length > 0 ? here : select({ ...EMPTY_QUERY, numbers })
    const [only] = numbers
    // a number by itself may be the one printed before a row of the list
    if (only?.bare && dialogue.last !== null) {
      const printed = printedAs(String(only.parts[0]), dialogue.last.list, index)
      const row = printed === undefined ? [] : byId([printed])
      if (row[0] !== undefined && row[0].id !== found[0]?.id) return { several: [...row, ...found] }
    }
    if (found.length === 0) return { missing: `第${numbers.map(({ parts }) => parts.join('.')).join('、')}项` }
    return inOneLedger(found) ? { tasks: found } : { several: found }
  }
  if (words !== '') {
    const found = named(words)
    if (found.length === 0) return { missing: words }
    return found.length === 1 ? { tasks: found } : { several: found }
  }
  const about = byId(dialogue.last?.about ?? [])
  return about.length === 1 ? { tasks: about } : { missing: '' }
}
