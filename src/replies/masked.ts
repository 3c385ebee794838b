import { redactPhones } from '../domain/index.ts'
import type { Reply } from '../reply.ts'
import { visibleContacts, withoutPhones } from './contacts.ts'

const redactDeep = <T>(value: T): T => {
  if (typeof value === 'string') return redactPhones(value) as T
  if (Array.isArray(value)) return value.map(redactDeep) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redactDeep(part)])) as T
  return value
}

/** A reply without whole phone numbers, wherever in it the document writes them: for whoever is not entitled to them. */
export const masked = (reply: Reply): Reply => {
  const { text, table, card, sections, actions } = reply
  return {
    ...reply,
    ...redactDeep({
      text,
      ...(table ? { table } : {}),
      ...(card ? { card } : {}),
      ...(sections ? { sections } : {}),
      ...(actions ? { actions } : {}),
    }),
    tasks: reply.tasks.map(withoutPhones),
    contacts: visibleContacts(reply.contacts, false),
  }
}
