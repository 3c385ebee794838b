import { type Contact, dayOf, redactPhones } from '../domain/index.ts'
import { type TaskJson, toTaskJson } from '../exporting/task-json.ts'
import { visibleContacts } from '../replies/contacts.ts'
import type { Reply } from '../reply.ts'
import type { Snapshot } from '../store/store.ts'

const contactsWithout = (contacts: readonly Contact[]): Contact[] =>
  visibleContacts(contacts, false).map((contact) => ({ ...contact, name: redactPhones(contact.name) }))

/** A task without whole phone numbers, wherever in it the document writes them. */
const withoutPhones = (task: TaskJson): TaskJson => ({
  ...task,
  path: task.path.map(redactPhones),
  title: task.title === null ? null : redactPhones(task.title),
  content: redactPhones(task.content),
  lead: task.lead.map(redactPhones),
  cooperating: task.cooperating.map(redactPhones),
  timing: redactPhones(task.timing),
  milestones: task.milestones.map((milestone) => ({
    ...milestone,
    what: milestone.what === null ? null : redactPhones(milestone.what),
  })),
  contacts: contactsWithout(task.contacts),
  reports: task.reports.map((report) => ({ ...report, text: redactPhones(report.text) })),
  doubts: task.doubts.map((doubt) => ({ ...doubt, message: redactPhones(doubt.message) })),
})

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
    tasks: phones ? plain : plain.map(withoutPhones),
    total,
    units,
    dates,
    contacts: phones ? contacts : contactsWithout(contacts),
    needs,
    text: phones ? text : redactPhones(text),
    ...(file ? { file } : {}),
  }
}
