import type { Day } from './day.ts'
import type { TableColumn } from './table-column.ts'

/** How often a milestone comes round. Half-yearly work is two yearly milestones. */
export type Recurrence = 'yearly' | 'quarterly' | 'monthly' | 'weekly' | 'workday' | 'daily'

/** 时限节点: one thing that is due at one time. */
export interface Milestone {
  /**
   * Last day by which it is to be done, inclusive; `null` where there is no deadline. In a ledger a yearly one is
   * `XXXX-MM-DD`; so is a single date whose year the document does not give.
   */
  due: string | null
  /** First day of the period, where the text names a period and not only a deadline. */
  start: string | null
  recurs: Recurrence | null
  /** Last occurrence of a recurrence that ends. */
  until?: Day
  /** 持续推进: continuing work. */
  ongoing: boolean
  /** The day it was done. */
  done?: Day
  /** What is due then, in the document's words, with its actor or recipient. */
  what: string | null
  /**
   * Kept in the store only: any day on which a recurrence falls whose `due` the ledger cannot name for lack of a
   * year (每月25日前 → a 25th). Occurrences are counted from it.
   */
  anchor?: Day
}

export interface Contact {
  /** The column's own word: 分管领导, 责任处室负责人, 承办人, 联络员 … */
  role: string
  name: string
  /** 处室, where the cell names one. */
  office: string | null
  phone: string | null
}

export type TaskStatus = 'not-started' | 'in-progress' | 'pending-review' | 'done' | 'closed' | 'suspended'
export type Timeliness = 'on-time' | 'due-soon' | 'overdue' | 'none'
export type Light = 'green' | 'yellow' | 'red' | 'blue' | 'grey'

/** A file or image that came with a report; its bytes stand beside the store. */
export interface Attachment {
  /** As the sender called it. */
  name: string
  /** Its name in the folder of attachments, which nobody can guess. */
  file: string
  /** Bytes. */
  size: number
}

/** 进展报送. */
export interface Report {
  at: string
  by: string
  text: string
  progress: number | null
  status: TaskStatus | null
  /** The unit it was made for, where the task has several that lead. */
  unit?: string
  /** A decision of the 督查室 on what was asked for, and no report of the unit. */
  decision?: true
  /** It speaks of difficulties, or of what needs coordination. */
  difficulty?: true
  attachments?: readonly Attachment[]
}

/** What waits for the 督查室: completion, a later date, another lead unit, an end for now, or that a unit does not lead (异议). */
export interface TaskRequest {
  kind: 'completion' | 'extension' | 'transfer' | 'suspension' | 'objection'
  /** ISO 8601. */
  at: string
  by: string
  /** Id of the person, who is told of the decision; null at the terminal. */
  from: string | null
  text: string
  /** Places in the task's milestones that it is about. */
  milestones: readonly number[]
  /** All of the task is meant, continuing work included. */
  whole?: boolean
  /** The day asked for. */
  until?: Day
  /** It was asked for after the deadline (时限后提出). */
  late?: boolean
  /** The unit that is to lead. */
  to?: string
  /** 异议: the unit that says it does not lead; until it is decided, it is not reminded. */
  unit?: string
  /** Number under which it was received: 0226-03. */
  receipt: string
}

/** What of a task can be set by message. */
export type EditedField = 'title' | 'content' | 'lead' | 'cooperating' | 'timing' | 'milestones'

/** When something was set by message, and by whom, as the history names them. */
export interface Edit {
  /** ISO 8601. */
  at: string
  by: string
}

/** How far one of several lead units is. */
export interface UnitState {
  unit: string
  done: boolean
  progress: number
  /** ISO 8601 of its last report. */
  at: string
}

/** 疑点: what the importer read but does not vouch for. */
export interface Doubt {
  /** A field of {@link Task}, or `row` / `document`. */
  field: string
  /** In Chinese: what, where. */
  message: string
}

/** A task as the document gives it: what an importer makes. */
export interface TaskDraft {
  /** The number as the document gives it, with its parents where that is needed to be unique: `11`, `（十五）1`. */
  no: string
  /** Headings above the task, outermost first, merged cells filled in. */
  path: string[]
  /** Short name of the task in the document's words, or null. */
  title: string | null
  /** The whole text, line breaks inside a cell removed. */
  content: string
  /** 牵头 / 第一责任单位, as the document writes them. */
  lead: string[]
  /** 配合单位. */
  cooperating: string[]
  /** The deadline cell as written, line breaks removed; empty where there is none. */
  timing: string
  milestones: Milestone[]
  contacts: Contact[]
  source: { file: string; row: number }
  doubts: Doubt[]
  /** Place among the ledger's {@link Ledger.tables} of the table it stood in; left out where it stood in none. */
  table?: number
  /** Cells of that table which no field holds, by the place of the column. */
  cells?: Readonly<Record<number, string>>
  /** The words of the document for fields that were read into something else (glued units, a deadline in the text). */
  original?: Readonly<Partial<Record<'lead' | 'cooperating' | 'timing', string>>>
}

/** A task in the store. Timeliness and light are reckoned from it and today, never kept. */
export interface Task extends TaskDraft {
  /** Unchanged when the same document is imported again. */
  id: string
  /** Id of the {@link Ledger}. */
  ledgerId: string
  status: TaskStatus
  /** 0 to 100. */
  progress: number
  /** Extensions granted. */
  extensions: number
  reports: Report[]
  request?: TaskRequest | null
  /** Where several units lead and not all have done their part. */
  unitStates?: readonly UnitState[]
  /** The day it was first imported: a recurrence is overdue only for what fell due since. */
  importedOn: Day
  /** Fields set by message since, which are no longer the document's; a later edition of it does not know of them. */
  edited?: Readonly<Partial<Record<EditedField, Edit>>>
  /** Messages of doubts that somebody has settled: a later edition of the document does not raise them again. */
  settled?: readonly string[]
  /** It was added by message (新增任务) and stands in no document; its `source.file` is then empty. */
  added?: Edit
}

/** 公开: may be told to anybody; 内部: only where an administrator has said so. */
export type Openness = 'public' | 'internal'

/** 台账. */
export interface Ledger {
  id: string
  /** The document's title, else the file's name without its ending. */
  name: string
  /** Short name used in replies (医改施工图); proposed at import, changeable. */
  short: string
  /** The year that the document itself gives, else null. */
  year: number | null
  file: string
  importedAt: string
  archived: boolean
  /** 公开 or 内部, the default: what groups that are not bound for 内部 may carry of it. */
  openness: Openness
  /**
   * Milestones that had passed at import: `open` until someone has said whether they are done (待核实),
   * `none` where there were none.
   */
  verification: 'none' | 'open' | 'answered'
  /** The columns of each kind of table that it was imported from. */
  tables?: readonly (readonly TableColumn[])[]
}
