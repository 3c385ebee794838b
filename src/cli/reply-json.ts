import { type Contact, dayOf, redactPhones } from '../domain/index.ts'
import { type TaskJson, toTaskJson } from '../exporting/task-json.ts'
import { withoutPhones } from '../exporting/without-phones.ts'
import { visibleContacts } from '../replies/contacts.ts'
import type { Reply } from '../reply.ts'
import type { Snapshot } from '../store/store.ts'

const contactsWithout = (contacts: readonly Contact[]): Contact[] =>
  visibleContacts(contacts, false).map((contact) => ({ ...contact, name: redactPhones(contact.name) }))

const masked = (task: TaskJson): TaskJson => ({ ...withoutPhones(task), contacts: contactsWithout(task.contacts) })

/**
 * A reply as a line of `chat --json`; the tasks in the form that `export` gives them.
 * A file that goes with it is there in Base64.
 * No whole phone number leaves in any field unless the reply is for somebody entitled to them.
 */
export const toReplyJson = (reply: Reply, { ledgers }: Snapshot, now: Date): object => {
  const { phones = false, intent, tasks, total, units, dates, contacts, needs, text, file } = reply
  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]))
  const today = dayOf(now)
  const plain = tasks.map((task) => toTaskJson(task, byId.get(task.ledgerId) ?? { name: '' }, today))
  return {
    intent,
    tasks: phones ? plain : plain.map(masked),
    total,
    units,
    dates,
    contacts: phones ? contacts : contactsWithout(contacts),
    needs,
    text: phones ? text : redactPhones(text),
    ...(file ? { file } : {}),
  }
}
