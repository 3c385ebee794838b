import { type Contact, maskPhone, type Task } from '../domain/index.ts'

/** Contacts cut down to what may be seen: without entitlement, phones are masked. */
export const visibleContacts = (contacts: readonly Contact[], phones: boolean): Contact[] =>
  contacts.map((contact) => ({
    ...contact,
    phone: contact.phone && !phones ? maskPhone(contact.phone) : contact.phone,
  }))

/** A task whose contacts may be shown to anybody. */
export const withoutPhones = (task: Task): Task =>
  task.contacts.length === 0 ? task : { ...task, contacts: visibleContacts(task.contacts, false) }

/** The contacts of a kind; 联系人 in general is who does the work or reports on it. */
export const contactsOfRoles = (contacts: readonly Contact[], roles: readonly string[]): Contact[] => {
  const named = contacts.filter((contact) => roles.some((role) => isOfRole(contact, role)))
  if (named.length > 0) return named
  // a column of its own for 处室 there may not be: it stands beside the person
  if (roles.length > 0) return roles.includes('责任处室') ? contacts.filter(({ office }) => office !== null) : []
  const general = contacts.filter((contact) => isOfRole(contact, '承办人') || isOfRole(contact, '联络员'))
  return general.length > 0 ? general : contacts.filter((contact) => contact.phone !== null)
}

const isOfRole = (contact: Contact, role: string): boolean => {
  switch (role) {
    case '分管领导':
      return /领导/.test(contact.role)
    case '责任处室':
      return /处室|科室|处长|科长|责任人|负责人/.test(contact.role)
    case '承办人':
      return /承办|经办|联系人/.test(contact.role)
    case '联络员':
      return /联络|上报|反馈|联系人/.test(contact.role)
    default:
      return contact.role.includes(role)
  }
}

/** The same person once, in the order of the ledger. */
export const distinctContacts = (contacts: readonly Contact[]): Contact[] => {
  const seen = new Set<string>()
  return contacts.filter((contact) => {
    const key = JSON.stringify([contact.role, contact.name, contact.phone])
    return !seen.has(key) && seen.add(key)
  })
}
