import type { Contact, Task } from '../domain/index.ts'

/** What speaks for somebody being who they say: they stand in the ledger's own columns. */
export interface Evidence {
  /** Number of the first task in which they stand. */
  no: string
  role: string
  /** The last four digits that they gave are those of the ledger. */
  phone: boolean
}

const bare = (name: string): string => name.replace(/\s/g, '')

/** The ledger's contact of that name on a task of the unit, or null. */
export const evidenceFor = (
  name: string,
  phoneEnd: string | null,
  units: ReadonlySet<string>,
  tasks: readonly Task[],
): Evidence | null => {
  if (name === '') return null
  let found: Evidence | null = null
  for (const task of tasks) {
    if (![...task.lead, ...task.cooperating].some((unit) => units.has(unit))) continue
    for (const contact of task.contacts as readonly Contact[]) {
      if (bare(contact.name) !== bare(name)) continue
      const phone = phoneEnd !== null && (contact.phone?.endsWith(phoneEnd) ?? false)
      if (phone) return { no: task.no, role: contact.role, phone }
      found ??= { no: task.no, role: contact.role, phone }
    }
  }
  return found
}
