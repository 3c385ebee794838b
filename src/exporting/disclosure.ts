import { type Contact, maskPhone, redactPhones, type Task } from '../domain/index.ts'
import { withoutPhones } from './without-phones.ts'

/** What whoever gets a file may read in it. */
export interface Disclosure {
  /** Whole telephone numbers. */
  phones: boolean
  /** The words of the reports on a task; else only that and when it was reported on. */
  words: (task: Task) => boolean
}

/** Of the owner of the data folder. */
export const EVERYTHING: Disclosure = { phones: true, words: () => true }

const masked = (contact: Contact): Contact => ({
  ...contact,
  name: redactPhones(contact.name),
  office: contact.office === null ? null : redactPhones(contact.office),
  phone: contact.phone === null ? null : maskPhone(contact.phone),
})

const withoutNumbers = (task: Task): Task => ({
  ...withoutPhones(task),
  contacts: task.contacts.map(masked),
  ...(task.cells
    ? { cells: Object.fromEntries(Object.entries(task.cells).map(([at, text]) => [at, redactPhones(text)])) }
    : {}),
})

/** A task as it may stand in a file for somebody. Every writer is given tasks that have gone through here. */
export const disclosed = (task: Task, { phones, words }: Disclosure): Task => {
  const told = words(task) ? task : { ...task, reports: task.reports.map((report) => ({ ...report, text: '' })) }
  return phones ? told : withoutNumbers(told)
}
