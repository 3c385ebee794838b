import type { Contact, Doubt, TableColumn } from '../domain/index.ts'

/** Words that name units, and what the place where they stand says of them. */
export interface UnitWords {
  /** lead, cooperating: so said by the heading or label; units: undivided. */
  kind: 'units' | 'lead' | 'cooperating'
  text: string
}

/** A task as it stands in the document, before its units and dates have been read. */
export interface TaskSource {
  line: number
  /** The number of its own that it gives. */
  own: string | null
  /** Whether the last of `above` is the number of its own row, from a column of numbers. */
  numbered: boolean
  /** Numbers of the headings above, outermost first. */
  above: string[]
  /** What identifies the heading right above. */
  group: string
  path: string[]
  /** The heading right above, where it could be the task's name if it stands over no other. */
  title: string | null
  content: string
  units: UnitWords[]
  /** The deadline as written; null where nothing in the document is set aside for it, so that the text is read. */
  timing: string | null
  contacts: Contact[]
  doubts: Doubt[]
  /** The columns of the table it stands in, and its cells there which no field of a task holds, by column. */
  row?: { columns: readonly TableColumn[]; cells: Record<number, string> }
}

/** What a part of a document gave. */
export interface ReadPart {
  sources: TaskSource[]
  /** Rules and remarks that stand outside the tasks: 注：排在首位的为牵头单位. */
  notes: string[]
  doubts: Doubt[]
}
