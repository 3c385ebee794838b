import { redactPhones, type Task } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import type { Reply, ReplyAction } from '../reply.ts'
import { visibleContacts, withoutPhones } from './contacts.ts'

const redactDeep = <T>(value: T): T => {
  if (typeof value === 'string') return redactPhones(value) as T
  if (Array.isArray(value)) return value.map(redactDeep) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redactDeep(part)])) as T
  return value
}

const maskedTasks = new WeakMap<Task, Task>()
/** The same object for the same task: lists of thousands are answered again and again. */
const maskedTask = (task: Task): Task => {
  const made = maskedTasks.get(task) ?? withoutPhones(task)
  maskedTasks.set(task, made)
  return made
}

/** Its ids are no numbers that could be called. */
const maskedAction = (action: ReplyAction): ReplyAction => {
  const { task, person, ...words } = action
  return { ...redactDeep(words), ...(task === undefined ? {} : { task }), ...(person === undefined ? {} : { person }) }
}

/** A reply without whole phone numbers, wherever in it the document writes them: for whoever is not entitled to them. */
export const masked = (reply: Reply, index: LedgerIndex): Reply => {
  const { text, table, card, sections, actions, settled } = reply
  return {
    ...reply,
    ...redactDeep({
      text,
      ...(table ? { table } : {}),
      ...(card ? { card } : {}),
      ...(sections ? { sections } : {}),
      ...(settled ? { settled } : {}),
    }),
    ...(actions ? { actions: actions.map(maskedAction) } : {}),
    tasks: index.nameNobody(reply.tasks) ? reply.tasks : reply.tasks.map(maskedTask),
    contacts: visibleContacts(reply.contacts, false),
  }
}
