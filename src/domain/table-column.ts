import type { Contact, TaskDraft } from './task.ts'

/** What a column of an imported table says of a task; `other` is what no field of a task holds. */
export type Holding =
  | 'number'
  | 'path'
  | 'content'
  | 'goal'
  | 'units'
  | 'lead'
  | 'cooperating'
  | 'timing'
  | 'contact'
  | 'phone'
  | 'other'

/** A column of the table that a ledger was imported from. */
export interface TableColumn {
  /** As the document writes it, without line breaks. */
  heading: string
  holds: Holding
  /** What the people in it are called in a task's contacts. */
  role?: string
}

type Fields = Pick<TaskDraft, 'no' | 'content' | 'lead' | 'cooperating' | 'timing' | 'contacts'>

/** Units in one cell; roles are named where the order alone would not tell them. */
const unitsCell = (lead: readonly string[], cooperating: readonly string[]): string =>
  cooperating.length === 0 && lead.length < 2
    ? lead.join('、')
    : [
        ...(lead.length > 0 ? [`牵头单位：${lead.join('、')}`] : []),
        ...(cooperating.length > 0 ? [`配合单位：${cooperating.join('、')}`] : []),
      ].join('；')

const unitsHeld = (holds: Holding, table: readonly TableColumn[], { lead, cooperating }: Fields): string => {
  const has = (kind: Holding): boolean => table.some((column) => column.holds === kind)
  if (holds === 'cooperating') return cooperating.join('、')
  if (holds === 'lead') return has('cooperating') || has('units') ? lead.join('、') : unitsCell(lead, cooperating)
  if (has('lead')) return has('cooperating') ? '' : cooperating.join('、')
  return has('cooperating') ? unitsCell(lead, []) : unitsCell(lead, cooperating)
}

const person = ({ office, name, phone }: Contact, phones: boolean): string =>
  [office, name, phones ? phone : null].filter(Boolean).join(' ')

/** What a column shows of a task's fields; null where none of them holds it, so that the cell itself is kept. */
export const heldCell = (column: TableColumn, table: readonly TableColumn[], task: Fields): string | null => {
  switch (column.holds) {
    case 'number':
      return task.no
    case 'content':
      return task.content
    case 'timing':
      return task.timing
    case 'units':
    case 'lead':
    case 'cooperating':
      return unitsHeld(column.holds, table, task)
    case 'contact': {
      const apart = table.some(({ holds }) => holds === 'phone')
      const first = table.find(({ holds, role }) => holds === 'contact' && role === column.role) === column
      const people = first ? task.contacts.filter(({ role }) => role === column.role) : []
      return people.map((one) => person(one, !apart)).join('；')
    }
    case 'phone':
      return task.contacts.flatMap(({ phone }) => phone ?? []).join('；')
    default:
      return null
  }
}
